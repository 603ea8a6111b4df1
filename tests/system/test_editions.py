"""A second edition replaces the first: ids, decisions and releases follow what was edited."""

import csv
import shutil

import pytest

from tests.support.program import ROOT, SAMPLES, Program, workspace
from tests.support.sheets import Workbook

pytestmark = pytest.mark.slow

FIRST = SAMPLES / "whole-school" / "Whole School Universal Expectations 2024.docx"
SECOND = SAMPLES / "whole-school" / "Whole School Universal Expectations 2025.docx"


def expected(document) -> set[str]:
    path = ROOT / "tests" / "samples" / "expected" / f"{document.stem}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["text"] for row in csv.DictReader(file) if row["role"] == "strategy"}


def ids(program: Program) -> dict[str, str]:
    return {row["text"]: row["id"] for row in program.rows("reports/items.csv")}


def items(program: Program) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in program.rows("reports/items.csv")}


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> tuple[Program, dict[str, dict[str, str]], dict[str, str]]:
    """Migrate the first edition, approve all of it, load it; then the second in its place."""
    program = workspace(tmp_path_factory.mktemp("editions") / "leeds", FIRST)
    program.well("migrate", "--direct")
    book = Workbook(program.root / "reports/review.xlsx")
    book.fill("Queue", lambda _: {"Decision": "Keep", "Reviewer": "M. Example"})
    book.save(program.root / "reports/returned/all.xlsx")
    program.well("review", "apply")
    program.well("migrate", "--direct")
    assert program.asked("load", "--direct")["release"] == 1
    before = items(program)
    (program.root / "data/raw" / FIRST.name).unlink()
    shutil.copy(SECOND, program.root / "data/raw")
    program.well("migrate", "--direct")
    return program, before, ids(program)


def test_what_was_not_edited_keeps_its_id_and_its_approval(both):
    program, before, now = both
    kept = expected(FIRST) & expected(SECOND)
    after = items(program)

    assert len(kept) > 20
    for item, row in before.items():
        if row["text"] in kept:
            assert now[row["text"]] == item
            assert after[item]["status"] == row["status"]


def test_what_was_reworded_keeps_its_id_and_is_asked_again(both):
    program, before, _ = both
    after = items(program)
    reworded = {
        item for item in before.keys() & after.keys() if before[item]["text"] != after[item]["text"]
    }

    assert len(reworded) == 4
    for item in reworded:
        if before[item]["status"] == "approved":
            assert after[item]["status"] == "review"
            assert "reworded-since-approval" in after[item]["reasons"].split("|")


def test_what_is_gone_is_retired_and_what_is_new_has_a_new_id(both):
    program, before, now = both
    gone = before.keys() - items(program).keys()
    new = items(program).keys() - before.keys()
    retired = {
        row["resource_id"]
        for row in program.rows("data/curated/decisions.csv")
        if row["last_action_type"] == "retired"
    }

    assert {before[item]["text"] for item in gone} <= expected(FIRST) - expected(SECOND)
    assert len(gone) == 2
    assert retired == gone
    assert len(new) == 3
    assert {text for text, item in now.items() if item in new} <= expected(SECOND) - expected(FIRST)


def test_the_second_release_says_what_changed(both):
    program, before, _ = both
    report = program.asked("load", "--direct")
    kinds = {
        kind: {
            c["id"] for c in report["changes"] if c["kind"] == kind and c["subject"] == "strategy"
        }
        for kind in ("added", "retired", "changed")
    }

    assert report["release"] == 2
    gone = before.keys() - items(program).keys()
    assert gone <= kinds["retired"]
    assert not kinds["added"] & before.keys()


def test_the_log_alone_rebuilds_ids_and_decisions(both, tmp_path):
    program, _, now = both
    program.well("migrate", "--direct")
    replay = workspace(tmp_path / "replay", SECOND)
    shutil.copy(program.root / "data/curated/decisions.csv", replay.root / "data/curated")

    replay.well("migrate", "--direct")

    assert ids(replay) == now
    assert replay.manifest() == program.manifest()
