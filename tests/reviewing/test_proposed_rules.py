"""Proposed rules go out on a sheet of their own and come back as any other answer does."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold, undo_file, undo_item, undo_last
from fingerpost.decisions import Action
from fingerpost.errors import ReturnRefused
from fingerpost.logbook import chain
from fingerpost.reviewing import describe_status, holds_unfinished_answers, status
from fingerpost.taught import NO_ADVICE, Proposal, WordRule

from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, edited, logged, opened, read, sent, without_sheet

RADIO = Proposal(
    rule=WordRule("r-radio", "radio aid", "sp-hearing"),
    right=14,
    of=14,
    mends=6,
    examples=("Wear the radio aid", "Charge the radio aid"),
)
FORM = Proposal(rule=WordRule("r-form", "this form", NO_ADVICE), right=5, of=5, mends=5)
SHEET = "Proposed rules"
LATER = "2026-03-02T09:00:00+00:00"


def some(log=(), proposals=(RADIO, FORM)):
    found = outcome(statement("Sit"), proposals=proposals)
    return replace(found, standing=fold(log))


def answered(choice="Accept", by="Ann", row=2, **more):
    return edited(sent(some()), SHEET, row, decision=choice, reviewer=by, **more)


def test_there_is_a_sheet_after_skim_only_where_rules_are_proposed():
    names = opened(sent(some())).sheetnames
    assert names[names.index("Skim") + 1] == SHEET
    assert SHEET not in opened(sent(some(proposals=()))).sheetnames


def test_a_rule_is_a_sentence_in_the_councils_words_with_examples():
    sheet = opened(sent(some()))[SHEET]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(max_row=3)]
    assert rows == [
        ["Decision", "Rule", "Examples", "Reviewer", "Note", "Ref"],
        [
            "",
            "When “radio aid” stands in a statement → Hearing. Right in 14 of 14 that you decided; "
            "6 of them were proposed wrongly.",
            "• Wear the radio aid\n• Charge the radio aid",
            "",
            "",
            "r-radio",
        ],
        [
            "",
            "When “this form” stands in a statement, it is no advice. Right in 5 of 5 that you "
            "decided; 5 of them were proposed wrongly.",
            "",
            "",
            "",
            "r-form",
        ],
    ]


def test_an_accepted_rule_stands_in_the_log_with_all_it_needs():
    found = decided(answered(note="clear"), some())
    (given, noted, line) = found.lines
    assert given.last_action_type is Action.GIVEN
    assert (noted.last_action_type, noted.replacement_value) == (Action.NOTED, "clear")
    assert (line.resource_type.value, line.resource_id) == ("rule", "r-radio")
    assert (line.last_action_type.value, line.updated_by) == ("accepted-rule", "Ann")
    ruled = fold(logged((), found)).rules["r-radio"]
    assert ruled.rule == RADIO.rule
    assert (ruled.accepted, ruled.reviewer, ruled.note) == (True, "Ann", "clear")


def test_a_declined_rule_is_remembered_as_declined():
    log = logged((), decided(answered("decline"), some()))
    assert not fold(log).rules["r-radio"].accepted


def test_an_unedited_return_changes_nothing():
    assert decided(sent(some()), some()).lines == ()


def test_the_same_answer_twice_adds_nothing():
    log = logged((), decided(answered(), some()))
    assert decided(answered(), some(log), log=log).answers == 0


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"decision": "Maybe"}, "Proposed rules, row 2, column Decision: “Maybe” is no answer. "),
        ({"decision": "Accept", "ref": "r-forged"}, "“r-forged” is not a Ref that was sent."),
        ({"decision": "Accept", "ref": ""}, "Proposed rules, row 2, column Ref: it is empty"),
    ],
)
def test_a_refused_row_is_named_with_sheet_and_row(cells, says):
    with pytest.raises(ReturnRefused) as refused:
        read(edited(sent(some()), SHEET, 2, **cells), some())
    assert says in "\n".join(refused.value.problems)


def test_a_workbook_that_was_sent_without_the_sheet_is_taken_in():
    assert decided(without_sheet(sent(some()), SHEET), some()).lines == ()


def test_a_rule_that_is_proposed_no_more_is_set_aside():
    found = decided(answered(), some(proposals=()))
    assert found.lines == ()
    assert "this rule is not proposed any more" in found.set_aside[0]


def test_two_people_who_differ_are_asked_again_and_a_later_answer_settles_it():
    log = logged((), decided(answered(), some()))
    log = logged(log, decided(answered("Decline", "Bob"), some(log), log=log))
    assert "r-radio" not in fold(log).rules
    shown = edited(sent(some(log)), SHEET, 2, decision="Accept", reviewer="Bob", note="now sure")
    assert (
        "You differ; please settle it. Ann: accept; Bob: decline."
        in opened(shown)[SHEET]["B2"].value
    )
    again = decided(shown, some(log), log=log, at=LATER)
    assert fold(logged(log, again)).rules["r-radio"].accepted


@pytest.mark.parametrize(
    "undo",
    [
        lambda log: undo_item(log, "r-radio", by="Bob", at=LATER),
        lambda log: undo_file(log, "returned.xlsx", by="Bob", at=LATER),
        lambda log: undo_last(log, by="Bob", at=LATER),
    ],
    ids=["by id", "by file", "the last"],
)
def test_an_accepted_rule_is_taken_back(undo):
    log = logged((), decided(answered(), some()))
    assert fold((*log, *chain(log, undo(log)))).rules == {}


def test_a_workbook_with_an_answer_that_is_not_taken_in_is_unfinished():
    log = logged((), decided(answered(), some()))
    assert holds_unfinished_answers(answered(), fold(()))
    assert not holds_unfinished_answers(answered(), fold(log))


def test_status_says_how_many_rules_wait():
    said = describe_status(status(some()))
    assert "2 rules proposed from your corrections: see the sheet “Proposed rules”." in said
