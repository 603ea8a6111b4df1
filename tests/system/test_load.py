"""`fingerpost load` from outside: numbered releases, changes seen beforehand, a way back."""

import sqlite3

import pytest

from tests.support.program import Program
from tests.support.sheets import Workbook


def tables(program: Program) -> int:
    with sqlite3.connect(program.root / "data/curated/directory.db") as database:
        (count,) = database.execute(
            "select count(*) from sqlite_master where type = 'table'"
        ).fetchone()
    return count


def statements(report: dict, kind: str) -> set[str]:
    changes = [change for change in report["changes"] if change["subject"] == "strategy"]
    return {change["id"] for change in changes if change["kind"] == kind}


def test_a_release_is_loaded_and_the_same_again_is_nothing(begun: Program):
    first = begun.asked("load", "--direct")
    second = begun.asked("load", "--direct")

    assert first["release"] == 1
    assert first["statements"] > 0
    assert second["release"] is None
    assert tables(begun)


def test_a_dry_run_shows_the_changes_and_writes_nothing(begun: Program):
    shown = begun.asked("load", "--dry-run")

    assert shown["release"] is None
    assert {change["kind"] for change in shown["changes"]} == {"added"}
    assert not (begun.root / "data/curated/directory.db").exists()


def test_files_edited_by_hand_are_named_and_not_loaded(begun: Program):
    edited = begun.root / "data/curated/strategies.csv"
    edited.write_text(edited.read_text("utf-8").replace("the", "teh"), encoding="utf-8")

    named = begun.run("verify")
    refused = begun.run("load", "--direct")

    assert named.returncode == 1
    assert "strategies.csv" in named.stdout
    assert refused.returncode == 2
    assert "strategies.csv" in refused.stderr


@pytest.mark.slow
def test_verify_finds_nothing_after_a_run_an_apply_and_a_load(begun: Program):
    assert begun.run("verify").returncode == 0
    book = Workbook(begun.root / "reports/review.xlsx")
    first = next(iter(book.rows("Queue")))["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Keep"} if row["Ref"] == first else {})
    book.save(begun.root / "reports/returned/one.xlsx")
    assert begun.asked("review", "apply")["files"][0]["answers"] == 1
    assert begun.run("verify").returncode == 0
    begun.well("migrate", "--direct")
    begun.well("load", "--direct")
    assert begun.run("verify").returncode == 0


@pytest.mark.slow
def test_rollback_makes_an_earlier_release_current_as_a_new_one(loaded: Program):
    document = max((loaded.root / "data/raw").glob("*.docx"), key=lambda path: path.stat().st_size)
    document.unlink()
    loaded.well("migrate", "--direct")
    second = loaded.asked("load", "--direct")
    gone = statements(second, "retired")
    assert gone

    third = loaded.asked("rollback", "1")

    assert third["release"] == 3
    assert statements(third, "revived") == gone


def test_a_release_may_be_signed_off_when_it_is_loaded_or_later(begun: Program):
    loaded = begun.asked("load", "--direct")
    signed = begun.asked("load", "--direct", "--signed-off-by", "M. Example")
    again = begun.asked("load", "--direct", "--signed-off-by", "A. Other")

    assert loaded["signed_off_by"] == ""
    assert (signed["release"], signed["signed_off_by"]) == (None, "M. Example")
    assert again["signed_off_by"] == "M. Example"
    assert "signed off by M. Example" in begun.well("changes")
