"""Answers picked by lot, given and taken back: what the program accepts comes and goes with them."""

import pytest
from fingerpost.calibrating.answers import candidates_of
from fingerpost.curating import append
from fingerpost.running.migrating.questions import look
from fingerpost.workspace import Workspace

from tests.curating.lines import answer
from tests.support.program import Program

ANSWERS = 70

pytestmark = pytest.mark.slow  # runs the program several times


def take_more_risk(program: Program) -> None:
    """At one in ten the few statements of the samples are enough."""
    path = program.root / "rules/councils/leeds/council.yaml"
    path.write_text(path.read_text("utf-8").replace("risk: 0.05", "risk: 0.1"), "utf-8")


def answer_by_lot(program: Program) -> set[str]:
    """Approve, as proposed, the first statements by lot; return those still waiting like them."""
    workspace = Workspace(program.root)
    items = {item.id: item for item in look(workspace).outcome.items}
    order = sorted(candidates_of(items.values(), ()), key=lambda one: one.lot)
    asked = [one.id for one in order if one.on_trial][:ANSWERS]
    lines = [
        line
        for one in asked
        for line in answer(
            one,
            digest=items[one].classified.strategy.digest,
            labels=dict(items[one].labels),
            pack="lots.xlsx#00000000",
        )
    ]
    append(workspace.log, lines)
    return {one.id for one in order} - set(asked)


def curated(program: Program) -> str:
    return (program.root / "data/curated/strategies.csv").read_text("utf-8")


def test_what_was_accepted_goes_back_to_people_when_answers_are_taken_back(fresh: Program):
    take_more_risk(fresh)
    fresh.well("migrate", "--direct")
    before, statuses = (
        curated(fresh),
        {r["id"]: r["status"] for r in fresh.rows("reports/items.csv")},
    )
    others = answer_by_lot(fresh)

    fresh.well("migrate", "--direct")
    accepted = {
        row["id"]: row
        for row in fresh.rows("reports/items.csv")
        if row["status"] == "accepted" and statuses[row["id"]] == "review"
    }
    published = {row["id"]: row for row in fresh.rows("data/curated/strategies.csv")}
    manifest = fresh.manifest()
    fresh.well("migrate", "--direct", "--fresh")

    assert len(accepted) > 30
    assert set(accepted) <= others
    assert {row["reasons"] for row in accepted.values()} == {""}
    assert {published[one]["reviewed_by"] for one in accepted} == {""}
    assert {row["confidence"] > "0.50" for row in accepted.values() if row["confidence"]} == {True}
    assert fresh.manifest() == manifest
    assert "accepted within the promise" in fresh.well("explain", min(accepted))

    fresh.well("review", "undo", "--last")
    fresh.well("migrate", "--direct")
    assert {r["id"]: r["status"] for r in fresh.rows("reports/items.csv")} == statuses
    assert curated(fresh) == before
