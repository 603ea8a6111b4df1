from dataclasses import replace

from fingerpost.curating import undo_last
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.logbook import chain
from fingerpost.reviewing import describe_status, status
from fingerpost.suggestions import Reason

from tests.curating.lines import answer, log_of
from tests.reviewing.test_answering import answered_once, some
from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, logged


def test_status_counts_what_waits_why_and_who_has_answered():
    log = logged((), decided(answered_once(), some()))
    assert describe_status(status(some(), log)) == (
        "4 statements = 1 settled by its heading + 3 waiting.",
        "1 question about headings can settle 1 of those that wait; "
        "all of it takes about 2 minutes, by our estimate.",
        "     1  has a tracked change",
        "     1  no category found",
        "     1  only waits for the answer about its heading",
        "Ann: 2 statements and 1 heading answered, last on 2026-03-01",
    )


def test_what_was_taken_back_is_not_counted():
    log = logged((), decided(answered_once(), some()))
    assert [person.statements for person in status(some(), log).people] == [2]

    undone = (*log, *chain(log, undo_last(log, by="Bob", at="2026-03-02T10:00:00+00:00")))

    assert status(some(), undone).people == ()


def test_two_who_decided_the_same_on_their_own_are_compared():
    log = (
        *answer("s-1", by="Ann"),
        *answer("s-1", by="Ben"),
        *answer("s-2", by="Ann"),
        *answer("s-2", Action.REJECTED, by="Ben"),
    )
    found = status(some(), log_of(log))
    assert describe_status(found)[-1] == (
        "Ann and Ben each decided about 2 statements without seeing the other's answer, and agreed on "
        "1 of 2. They differed on what to do once."
    )


def test_where_nothing_waits_the_status_says_so():
    assert describe_status(status(outcome(statement("Sit")))) == (
        "1 statement = 1 settled by its heading.",
        "Nothing waits for a person.",
    )


def test_what_the_program_accepted_is_told_apart_from_what_headings_settle():
    one = statement("Face the pupil", reasons=[Reason.LOW_CONFIDENCE])
    trusted = replace(one, status=Status.ACCEPTED, reasons=())
    found = status(outcome(statement("Sit"), trusted))
    assert describe_status(found)[0] == (
        "2 statements = 1 settled by its heading + 1 accepted by the program."
    )
    assert (found.settled, found.trusted) == (2, 1)


def test_where_no_heading_is_open_no_number_of_questions_is_given():
    lines = describe_status(status(outcome(statement("Sit", reasons=[Reason.NO_LABEL]))))
    assert (
        lines[1]
        == "No question about headings is open; all of it takes about 1 minute, by our estimate."
    )
