"""What a run remembers of the one before, and what it must not take for gone."""

from datetime import datetime

import pytest
from filelock import FileLock
from fingerpost.curating import append, read_log

from tests.support.program import Program, workspace
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow


def retired(program: Program) -> list[str]:
    log = program.rows("data/curated/decisions.csv")
    return [row["resource_id"] for row in log if row["last_action_type"] == "retired"]


def documents(program: Program):
    return sorted((program.root / "data/raw").glob("*.docx"))


def test_a_second_run_reads_only_what_changed(begun: Program):
    again = begun.run("migrate", "--direct")
    documents(begun)[0].rename(documents(begun)[0].with_name("renamed.docx"))
    one = begun.run("migrate", "--direct")
    anew = begun.run("migrate", "--direct", "--fresh")

    assert "Reading documents" not in again.stderr
    assert "Reading documents: 1" in one.stderr
    assert "Reading documents: 2" in anew.stderr


def test_what_stands_in_a_refused_document_is_not_gone(begun: Program):
    known = {row["id"] for row in begun.rows("reports/items.csv")}
    whole = documents(begun)[0].read_bytes()

    documents(begun)[0].write_bytes(b"damaged")
    done = begun.run("migrate", "--direct")
    assert done.returncode == 1
    assert retired(begun) == []
    documents(begun)[0].write_bytes(whole)
    begun.well("migrate", "--direct")

    assert {row["id"] for row in begun.rows("reports/items.csv")} == known


def test_what_a_run_was_not_asked_to_read_is_not_gone(begun: Program):
    begun.well("migrate", "--direct", str(documents(begun)[0]))

    assert retired(begun) == []


def test_what_left_with_its_document_is_retired_and_comes_back_with_it(begun: Program):
    gone = documents(begun)[0]
    lost = {row["id"] for row in begun.rows("reports/items.csv") if row["source"] == gone.name}
    kept = gone.read_bytes()

    gone.unlink()
    begun.well("migrate", "--direct")
    assert set(retired(begun)) == lost
    gone.write_bytes(kept)
    begun.well("migrate", "--direct")

    log = begun.rows("data/curated/decisions.csv")
    back = {row["resource_id"] for row in log if row["last_action_type"] == "revived"}
    assert back == lost


def test_two_commands_do_not_write_at_once(small: Program):
    (small.root / ".fingerpost").mkdir()
    with FileLock(small.root / ".fingerpost" / "turn.lock"):
        done = small.started("migrate", "--direct")

    assert done.returncode == 2
    assert "another fingerpost command is at work" in done.stderr
    assert not (small.root / "reports/items.csv").exists()


def test_each_apply_keeps_a_dated_copy_of_the_log(begun: Program):
    log = begun.root / "data/curated/decisions.csv"
    book = Workbook(begun.root / "reports/review.xlsx")
    first = next(iter(book.rows("Queue")))["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Keep"} if row["Ref"] == first else {})
    book.save(begun.root / "reports/returned/one.xlsx")

    begun.well("review", "apply")

    *_, copy = sorted((begun.root / "data/curated/decisions-copies").glob("decisions-*.csv"))
    assert copy.read_bytes() == log.read_bytes()
    assert datetime.fromisoformat(copy.stem.removeprefix("decisions-")[:10])


def test_check_says_by_its_ending_that_a_document_would_be_refused(small: Program):
    (small.root / "data/raw/empty.docx").write_bytes(b"")

    done = small.run("check")

    assert done.returncode == 1
    assert "empty.docx: would be refused" in done.stdout


def test_the_log_written_anew_from_its_lines_gives_the_same_files(begun: Program, tmp_path):
    book = Workbook(begun.root / "reports/review.xlsx")
    rows = [row["Ref"] for row in book.rows("Queue")][:4]
    decisions = dict(zip(rows, ("Keep", "Reject", "Not sure", "Keep"), strict=False))
    book.fill(
        "Queue",
        lambda row: (
            {"Decision": decisions[row["Ref"]], "Reviewer": "M. Example"}
            if row["Ref"] in decisions
            else {}
        ),
    )
    book.save(begun.root / "reports/returned/one.xlsx")
    begun.well("review", "apply")
    begun.well("review", "undo", rows[0].split()[0])
    begun.well("migrate", "--direct")

    again = workspace(tmp_path / "again", *sorted((begun.root / "data/raw").iterdir()))
    log = read_log(begun.root / "data/curated/decisions.csv")
    append(again.root / "data/curated/decisions.csv", log)
    again.well("migrate", "--direct")

    assert again.manifest() == begun.manifest()
