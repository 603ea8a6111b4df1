"""`fingerpost load` from outside: numbered releases, changes seen beforehand, a way back."""

import sqlite3

import pytest

from tests.support.program import Program
from tests.support.sheets import Workbook


def loaded(program: Program) -> int:
    with sqlite3.connect(program.root / "data/curated/directory.db") as database:
        (count,) = database.execute(
            "select count(*) from sqlite_master where type = 'table'"
        ).fetchone()
    return count


def statements(report: dict, kind: str) -> set[str]:
    changes = [change for change in report["changes"] if change["subject"] == "strategy"]
    return {change["id"] for change in changes if change["kind"] == kind}


def test_a_release_is_loaded_and_the_same_again_is_nothing(fresh: Program):
    first = fresh.asked("load", "--direct")
    second = fresh.asked("load", "--direct")

    assert first["release"] == 1
    assert first["statements"] > 0
    assert second["release"] is None
    assert loaded(fresh)


def test_a_dry_run_shows_the_changes_and_writes_nothing(fresh: Program):
    shown = fresh.asked("load", "--dry-run")

    assert shown["release"] is None
    assert {change["kind"] for change in shown["changes"]} == {"added"}
    assert not (fresh.root / "data/curated/directory.db").exists()


def test_files_edited_by_hand_are_named_and_not_loaded(fresh: Program):
    edited = fresh.root / "data/curated/strategies.csv"
    edited.write_text(edited.read_text("utf-8").replace("the", "teh"), encoding="utf-8")

    named = fresh.run("verify")
    refused = fresh.run("load", "--direct")

    assert named.returncode == 1
    assert "strategies.csv" in named.stdout
    assert refused.returncode == 2
    assert "strategies.csv" in refused.stderr


@pytest.mark.slow
def test_verify_finds_nothing_after_a_run_an_apply_and_a_load(fresh: Program):
    assert fresh.run("verify").returncode == 0
    book = Workbook(fresh.root / "reports/review.xlsx")
    first = next(iter(book.rows("Queue")))["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Keep"} if row["Ref"] == first else {})
    book.save(fresh.root / "reports/returned/one.xlsx")
    assert fresh.asked("review", "apply")["files"][0]["answers"] == 1
    assert fresh.run("verify").returncode == 0
    fresh.well("migrate", "--direct")
    fresh.well("load", "--direct")
    assert fresh.run("verify").returncode == 0


@pytest.mark.slow
def test_rollback_makes_an_earlier_release_current_as_a_new_one(fresh: Program):
    fresh.well("load", "--direct")
    document = max((fresh.root / "data/raw").rglob("*.docx"), key=lambda path: path.stat().st_size)
    document.unlink()
    fresh.well("migrate", "--direct")
    second = fresh.asked("load", "--direct")
    gone = statements(second, "retired")
    assert gone

    third = fresh.asked("rollback", "1")

    assert third["release"] == 3
    assert statements(third, "revived") == gone


def test_a_release_may_be_signed_off_when_it_is_loaded_or_later(fresh: Program):
    loaded = fresh.asked("load", "--direct")
    signed = fresh.asked("load", "--direct", "--signed-off-by", "M. Example")
    again = fresh.asked("load", "--direct", "--signed-off-by", "A. Other")

    assert loaded["signed_off_by"] == ""
    assert (signed["release"], signed["signed_off_by"]) == (None, "M. Example")
    assert again["signed_off_by"] == "M. Example"
    assert "signed off by M. Example" in fresh.well("changes")
