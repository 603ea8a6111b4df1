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


def test_a_second_run_reads_only_what_changed(small: Program):
    small.well("migrate", "--direct")

    again = small.run("migrate", "--direct")
    documents(small)[0].rename(documents(small)[0].with_name("renamed.docx"))
    one = small.run("migrate", "--direct")
    anew = small.run("migrate", "--direct", "--fresh")

    assert "Reading documents" not in again.stderr
    assert "Reading documents: 1" in one.stderr
    assert "Reading documents: 2" in anew.stderr


def test_what_stands_in_a_refused_document_is_not_gone(small: Program):
    small.well("migrate", "--direct")
    known = {row["id"] for row in small.rows("reports/items.csv")}
    whole = documents(small)[0].read_bytes()

    documents(small)[0].write_bytes(b"damaged")
    done = small.run("migrate", "--direct")
    assert done.returncode == 1
    assert retired(small) == []
    documents(small)[0].write_bytes(whole)
    small.well("migrate", "--direct")

    assert {row["id"] for row in small.rows("reports/items.csv")} == known


def test_what_a_run_was_not_asked_to_read_is_not_gone(small: Program):
    small.well("migrate", "--direct")

    small.well("migrate", "--direct", str(documents(small)[0]))

    assert retired(small) == []


def test_what_left_with_its_document_is_retired_and_comes_back_with_it(small: Program):
    small.well("migrate", "--direct")
    gone = documents(small)[0]
    lost = {row["id"] for row in small.rows("reports/items.csv") if row["source"] == gone.name}
    kept = gone.read_bytes()

    gone.unlink()
    small.well("migrate", "--direct")
    assert set(retired(small)) == lost
    gone.write_bytes(kept)
    small.well("migrate", "--direct")

    log = small.rows("data/curated/decisions.csv")
    back = {row["resource_id"] for row in log if row["last_action_type"] == "revived"}
    assert back == lost


def test_two_commands_do_not_write_at_once(small: Program):
    (small.root / ".fingerpost").mkdir()
    with FileLock(small.root / ".fingerpost" / "turn.lock"):
        done = small.run("migrate", "--direct")

    assert done.returncode == 2
    assert "another fingerpost command is at work" in done.stderr
    assert not (small.root / "reports/items.csv").exists()


def test_each_apply_keeps_a_dated_copy_of_the_log(small: Program):
    small.well("migrate", "--direct")
    log = small.root / "data/curated/decisions.csv"
    book = Workbook(small.root / "reports/review.xlsx")
    first = next(iter(book.rows("Queue")))["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Keep"} if row["Ref"] == first else {})
    book.save(small.root / "reports/returned/one.xlsx")

    small.well("review", "apply")

    *_, copy = sorted((small.root / "data/curated/decisions-copies").glob("decisions-*.csv"))
    assert copy.read_bytes() == log.read_bytes()
    assert datetime.fromisoformat(copy.stem.removeprefix("decisions-")[:10])


def test_check_says_by_its_ending_that_a_document_would_be_refused(small: Program):
    (small.root / "data/raw/empty.docx").write_bytes(b"")

    done = small.run("check")

    assert done.returncode == 1
    assert "empty.docx: would be refused" in done.stdout


def test_the_log_written_anew_from_its_lines_gives_the_same_files(small: Program, tmp_path):
    small.well("migrate", "--direct")
    book = Workbook(small.root / "reports/review.xlsx")
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
    book.save(small.root / "reports/returned/one.xlsx")
    small.well("review", "apply")
    small.well("review", "undo", rows[0].split()[0])
    small.well("migrate", "--direct")

    again = workspace(tmp_path / "again", *sorted((small.root / "data/raw").iterdir()))
    log = read_log(small.root / "data/curated/decisions.csv")
    append(again.root / "data/curated/decisions.csv", log)
    again.well("migrate", "--direct")

    assert again.manifest() == small.manifest()
