"""Accepted statements picked by lot, from the sheet on which they are read to the log and back."""

import json
from dataclasses import replace

import pytest
from fingerpost.calibrating import calibrate
from fingerpost.calibration import Audit, Calibration
from fingerpost.curating import settle
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.reporting import summary_page
from fingerpost.reviewing import describe_status, holds_unfinished_answers, status, triage
from fingerpost.reviewing.asking.pace import SECONDS_A_STATEMENT
from fingerpost.reviewing.asking.stopping import PICKED, stop_told
from fingerpost.reviewing.columns import Choice
from fingerpost.taxonomy import Facet

from tests.support.html import words
from tests.support.outcomes import LEEDS, outcome, statement
from tests.support.workbooks import decided, edited, logged, opened, read, sent, standing

TEXTS = ("Face the pupil", "Keep noise low", "Use a radio aid", "Ring home", "Give time")


def some(answered=(), **more):
    """Return five statements settled by their heading, two of them still to be read by lot."""
    items = [statement(text) for text in TEXTS]
    items = settle([one.classified for one in items], standing(answered))
    measured = calibrate(items, (), replace(LEEDS, risk=0.0))
    return outcome(*items, verdicts=standing(answered).verdicts, calibration=measured, **more)


def picked(count=2, **more):
    items = [statement(text) for text in TEXTS]
    by_lot = tuple(one.id for one in items[1 : 1 + count])
    audit = Audit(share=0.05, assurance=0.95, whole=5, accepted=5, needed=count, asked=by_lot)
    return outcome(*items, calibration=Calibration(audit=audit), **more)


def rows(data):
    sheet = opened(data)["Skim"]
    names = [cell.value for cell in sheet[1]]
    return [dict(zip(names, (c.value for c in row), strict=True)) for row in sheet.iter_rows(2)]


def test_what_was_picked_by_lot_stands_first_and_only_once():
    found = rows(sent(picked()))
    assert [row["Statement"] for row in found] == [
        "Picked by lot: please read these 2. Nobody answered about them so far. Choose “All fine” "
        "beside each one that is right, “Pull out” beside any that is not.",
        f"Keep noise low\n{PICKED}",
        f"Use a radio aid\n{PICKED}",
        "5 under this heading, 2 of them at the top.",
        "Face the pupil",
        "Ring home",
        "Give time",
    ]


def test_all_fine_beside_one_that_was_picked_keeps_it_with_the_labels_it_showed():
    data = edited(sent(picked()), "Skim", 3, all_fine="All fine", reviewer="Ann")
    (answer,) = read(data, picked()).answers
    assert (answer.choice, answer.edited) == (Choice.KEEP, {})
    assert answer.shown[Facet.AREA] == ("sensory-and-physical",)
    lines = decided(data, picked()).lines
    assert (lines[-1].last_action_type, lines[-1].previous_value) == (Action.APPROVED, "accepted")


def test_labels_that_changed_since_it_was_sent_are_kept_as_they_were_shown():
    data = edited(sent(picked()), "Skim", 3, all_fine="All fine")
    now = picked()
    moved = tuple(
        replace(one, labels=((Facet.AREA, ("semh",)),)) if one.text == TEXTS[1] else one
        for one in now.items
    )
    (answer,) = read(data, replace(now, items=moved)).answers
    assert answer.shown[Facet.AREA] == ("sensory-and-physical",)


def test_pull_out_beside_one_that_was_picked_sends_it_to_a_person():
    data = edited(sent(picked()), "Skim", 3, pull_out="Pull out", reviewer="Ann")
    assert decided(data, picked()).lines[-1].last_action_type is Action.PULLED_OUT


def test_a_tick_above_those_that_were_picked_is_set_aside_and_the_rest_is_taken_in():
    data = edited(sent(picked()), "Skim", 2, all_fine="All fine")
    data = edited(data, "Skim", 3, all_fine="All fine")
    found = read(data, picked())
    assert len(found.answers) == 1
    assert found.set_aside == (
        "Skim, row 2: choose “All fine” beside each statement that was picked by lot.",
    )


def test_a_page_may_answer_them_too():
    item = picked().items[1]
    ref = f"{item.id} {item.classified.strategy.digest[:8]}"
    export = {"fingerpost_decisions": 1, "decisions": [{"ref": ref, "decision": "All fine"}]}
    (answer,) = read(json.dumps(export).encode(), picked()).answers
    assert answer.choice is Choice.KEEP


def test_an_answer_not_taken_in_yet_keeps_the_workbook():
    data = edited(sent(picked()), "Skim", 3, all_fine="All fine", reviewer="Ann")
    assert holds_unfinished_answers(data, standing(()))
    log = logged((), decided(data, picked()))
    assert not holds_unfinished_answers(data, standing(log))


def test_what_was_found_right_stays_of_the_whole_and_does_not_ask_again_about_its_heading():
    """Five settled by their heading: all are read, one after the other, and the log remembers."""
    log = ()
    for read_so_far in range(5):
        made = some(log)
        assert (made.calibration.audit.whole, made.calibration.audit.drawn) == (5, read_so_far)
        data = edited(sent(made), "Skim", 3, all_fine="All fine", reviewer="Ann")
        at = f"2026-03-0{read_so_far + 1}T09:00:00+00:00"
        log = logged(log, decided(data, made, at=at, log=log))
    assert some(log).calibration.audit.needed == 0
    assert triage(some(log)).skim == ()


def test_an_answer_about_one_statement_leaves_its_group_as_it_was_skimmed():
    data = edited(sent(some()), "Skim", 3, all_fine="All fine", reviewer="Ann")
    log = logged((), decided(data, some()))
    before, after = (triage(some(said)).skim[0] for said in ((), log))
    assert before.ref == after.ref
    assert len(after.items) == len(before.items) - 1


def test_one_that_waits_again_is_asked_in_the_queue_and_not_on_the_skim_sheet():
    made = picked()
    waiting = tuple(
        replace(one, status=Status.REVIEW) if one.text == TEXTS[1] else one for one in made.items
    )
    assert [one.text for one in triage(replace(made, items=waiting)).by_lot] == ["Use a radio aid"]


def test_the_first_sheet_says_what_was_picked_and_why():
    told = [
        cell.value
        for row in opened(
            sent(
                picked(),
            )
        )["Start here"]
        for cell in row
        if cell.value
    ]
    assert any(
        "At its top stand 2 statements picked by lot, with an answer for each: they show how many of "
        "the others may be wrong. Read 2 of those picked by lot (about 1 minute) to be able to say "
        "that of 5 accepted none is wrong, with 95 % assurance." in str(one)
        for one in told
    )


def test_the_status_and_the_summary_say_whether_people_can_stop():
    audit = Audit(share=0.05, assurance=0.95, whole=502, accepted=502, drawn=120, at_most=9)
    made = outcome(statement("Sit"), calibration=Calibration(audit=audit))
    told = "You can stop: of 502 accepted at most 9 are wrong, with 95 % assurance."
    assert any(line.startswith(told) for line in describe_status(status(made)))
    assert told in words(summary_page(made, triage(made)))


def test_the_time_to_read_what_was_picked_is_told_beside_the_time_to_answer():
    items = [statement(text) for text in (*TEXTS, "Sit")]
    items[-1] = replace(items[-1], status=Status.REVIEW)
    audit = Audit(share=0.05, assurance=0.95, whole=6, accepted=5, needed=5, asked=(items[0].id,))
    made = outcome(*items, calibration=Calibration(audit=audit))
    start = " ".join(str(row[0].value) for row in opened(sent(made))["Start here"].iter_rows())
    assert "Reading what is picked by lot on the Skim sheet takes about 3 minutes more." in start
    told = "about 3 minutes more to read those picked by lot"
    assert told in words(summary_page(made, triage(made)))


AUDIT = Audit(share=0.05, assurance=0.95, whole=502, accepted=502, at_most=502, allowed=25)


@pytest.mark.parametrize(
    ("audit", "told"),
    [
        (None, ""),
        (Audit(share=0.05, assurance=0.95), ""),
        (
            replace(AUDIT, needed=65),
            "Read 65 of those picked by lot (about 28 minutes) to be able to say that of 502 accepted "
            "at most 25 are wrong, with 95 % assurance.",
        ),
        (
            replace(AUDIT, needed=14, drawn=50, wrong=1, accepted=452, at_most=40),
            "Read 14 more of those picked by lot (about 6 minutes) to be able to say that of 452 "
            "accepted at most 25 are wrong, with 95 % assurance. Now it is at most 40. Of 50 read by "
            "lot 1 was wrong.",
        ),
        (
            replace(AUDIT, drawn=120, at_most=9),
            "You can stop: of 502 accepted at most 9 are wrong, with 95 % assurance. Of 120 read by "
            "lot none was wrong.",
        ),
        (
            replace(AUDIT, whole=7, accepted=7, needed=7),
            "Read all 7 accepted statements (about 3 minutes): a part would not say enough about the "
            "rest.",
        ),
        (
            replace(AUDIT, accepted=0, drawn=502),
            "You can stop: people have answered about every statement by itself.",
        ),
    ],
)
def test_whether_people_can_stop_is_said_in_plain_words(audit, told):
    assert stop_told(audit, SECONDS_A_STATEMENT) == told
