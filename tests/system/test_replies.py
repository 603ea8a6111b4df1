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


def test_thirty_spoilt_files_change_no_byte_of_the_log_and_each_gets_a_page(begun: Program):
    answered(begun, "good.xlsx")
    begun.well("review", "apply")
    log = begun.root / "data/curated/decisions.csv"
    before = log.read_bytes()
    for number, (spoil, _) in enumerate(MALFORMED.values()):
        (begun.root / RETURNED / f"spoilt-{number}.xlsx").write_bytes(spoil())

    done = begun.asked("review", "apply")["files"]

    assert log.read_bytes() == before
    spoilt = [one for one in done if one["file"] != "good.xlsx"]
    assert len(spoilt) == len(MALFORMED)
    assert sum(bool(one["problems"]) for one in spoilt) > 20
    for one in spoilt:
        page = told(begun.root / one["reply"])
        assert one["file"] in page
        for problem in (*one["problems"], *one["set_aside"]):
            assert problem[-40:] in page


def test_a_page_is_there_for_rows_that_could_not_count_and_goes_once_they_do(begun: Program):
    answered(begun, "amira.xlsx", decision="Change")

    done = begun.run("review", "apply")

    assert done.returncode == 1
    assert "A page for whoever sent it: reports/replies/amira.docx" in done.stdout
    assert "nothing was changed" in told(begun.root / "reports/replies/amira.docx")
    answered(begun, "amira.xlsx")
    assert "reports/replies" not in begun.well("review", "apply")
    assert not (begun.root / "reports/replies/amira.docx").exists()


def test_a_run_leaves_the_replies_where_they_are(begun: Program):
    answered(begun, "amira.xlsx", decision="Change")
    begun.run("review", "apply")
    begun.well("migrate", "--direct")
    assert (begun.root / "reports/replies/amira.docx").exists()


def test_a_copy_that_onedrive_kept_is_told_and_both_are_taken_in(begun: Program):
    answered(begun, "review.xlsx", rows=2)
    answered(begun, "review-LAPTOP12.xlsx", rows=4)

    said = begun.well("review", "apply")

    assert (
        said.count("This looks like the copy that OneDrive keeps when two save “review.xlsx”.") == 1
    )
    kept = {row["resource_id"] for row in begun.rows("data/curated/decisions.csv") if row["last_action_type"] == "approved"}  # fmt: skip
    assert len(kept) == 4
