"""Returned files that cannot be read, and those of which a part cannot count, through the program."""

import io

import pytest
from docx import Document

from tests.reviewing.test_malformed import MALFORMED
from tests.support.program import Program
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow

RETURNED = "reports/returned"


def answered(program: Program, name: str, decision: str = "Keep", rows: int = 2) -> None:
    book = Workbook(program.root / "reports/review.xlsx")
    wanted = [row["Ref"] for row in book.rows("Queue")][:rows]
    book.fill("Queue", lambda row: {"Decision": decision} if row["Ref"] in wanted else {})
    book.save(program.root / RETURNED / name)


def told(path) -> str:
    return "\n".join(one.text for one in Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_thirty_spoilt_files_change_no_byte_of_the_log_and_each_gets_a_page(fresh: Program):
    answered(fresh, "good.xlsx")
    fresh.well("review", "apply")
    log = fresh.root / "data/curated/decisions.csv"
    before = log.read_bytes()
    for number, (spoil, _) in enumerate(MALFORMED.values()):
        (fresh.root / RETURNED / f"spoilt-{number}.xlsx").write_bytes(spoil())

    done = fresh.asked("review", "apply")["files"]

    assert log.read_bytes() == before
    spoilt = [one for one in done if one["file"] != "good.xlsx"]
    assert len(spoilt) == len(MALFORMED)
    assert sum(bool(one["problems"]) for one in spoilt) > 20
    for one in spoilt:
        page = told(fresh.root / one["reply"])
        assert one["file"] in page
        for problem in (*one["problems"], *one["set_aside"]):
            assert problem[-40:] in page


def test_a_page_is_there_for_rows_that_could_not_count_and_goes_once_they_do(fresh: Program):
    answered(fresh, "amira.xlsx", decision="Change")

    done = fresh.run("review", "apply")

    assert done.returncode == 1
    assert "A page for whoever sent it: reports/replies/amira.docx" in done.stdout
    assert "nothing was changed" in told(fresh.root / "reports/replies/amira.docx")
    answered(fresh, "amira.xlsx")
    assert "reports/replies" not in fresh.well("review", "apply")
    assert not (fresh.root / "reports/replies/amira.docx").exists()


def test_a_run_leaves_the_replies_where_they_are(fresh: Program):
    answered(fresh, "amira.xlsx", decision="Change")
    fresh.run("review", "apply")
    fresh.well("migrate", "--direct")
    assert (fresh.root / "reports/replies/amira.docx").exists()


def test_a_copy_that_onedrive_kept_is_told_and_both_are_taken_in(fresh: Program):
    answered(fresh, "review.xlsx", rows=2)
    answered(fresh, "review-LAPTOP12.xlsx", rows=4)

    said = fresh.well("review", "apply")

    assert (
        said.count("This looks like the copy that OneDrive keeps when two save “review.xlsx”.") == 1
    )
    kept = {row["resource_id"] for row in fresh.rows("data/curated/decisions.csv") if row["last_action_type"] == "approved"}  # fmt: skip
    assert len(kept) == 4
