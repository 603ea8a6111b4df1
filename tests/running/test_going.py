"""Whoever reads what a load would change sees why a statement goes."""

import csv
import io

from fingerpost.cli.releases import answer_of
from fingerpost.decisions import Action
from fingerpost.exporting import write_curated
from fingerpost.naming import part_ids
from fingerpost.running.directory.going import why_gone
from fingerpost.running.directory.releasing import load_release, plan_release

from tests.curating.lines import TUESDAY, WEDNESDAY, answer, as_parts, reported
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of

REPORTED = "because a reader said that it could do harm, and nobody has answered that yet"
REJECTED = "because Ann rejected it (“No advice.”)"


def test_a_plan_says_of_each_statement_that_goes_who_wanted_that(council):
    statements = [statement(f"s-{number}", f"Number {number}.") for number in (1, 2, 3)]
    council.loaded(*statements)
    council.say(
        *answer("s-1", Action.REJECTED, note="No advice."), *reported("s-2", "harmful", "Hm")
    )
    write_curated(outcome_of(statements, council.log), council.workspace.curated)

    told = plan_release(council.workspace, council.url)

    lines = answer_of(told).lines
    assert f"  retired    Number 1. [s-1], {REJECTED}" in lines
    assert f"  retired    Number 2. [s-2], {REPORTED}" in lines
    page, file = ((council.workspace.reports / f"plan.{kind}") for kind in ("html", "csv"))
    assert f"It goes {REPORTED}." in page.read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
    assert {row["id"]: row["because"] for row in rows if row["happened"] == "retired"} == {
        "s-1": REJECTED,
        "s-2": REPORTED,
    }

    load_release(council.workspace, council.url)
    page = council.workspace.reports / "release.html"
    assert f"It goes {REJECTED}." in page.read_text(encoding="utf-8")


def test_a_part_goes_because_of_what_was_said_of_its_whole():
    parted = as_parts(answer("s-1", wording="One.\nTwo."))
    part = part_ids("s-1", ("One.", "Two."))[0]
    log = (*parted, *answer("s-1", Action.REJECTED, by="Bea", at=TUESDAY, saw=TUESDAY))

    assert why_gone(log, [part]) == {part: "because Bea rejected it"}


def test_what_was_answered_since_is_no_reason_any_more():
    log = (*reported("s-1", "harmful", "Hm"), *answer("s-1", at=WEDNESDAY, saw=WEDNESDAY))

    assert why_gone(log, ["s-1"]) == {}
