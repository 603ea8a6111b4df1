from fingerpost.reviewing import holds_unfinished_answers

from tests.reviewing.test_answering import answered_once, some
from tests.support.workbooks import decided, edited, logged, opened, saved, sent, standing


def unfinished(data, log=()):
    return holds_unfinished_answers(data, standing(log))


def test_a_workbook_nobody_touched_is_not_unfinished():
    assert not unfinished(sent(some()))


def test_names_filled_in_ahead_are_no_answers():
    book = opened(sent(some()))
    book["Queue"]["L2"] = "Ann"
    assert not unfinished(saved(book))


def test_any_answer_the_log_does_not_hold_makes_it_unfinished():
    data = sent(some())
    assert unfinished(edited(data, "Queue", 2, decision="Keep"))
    assert unfinished(edited(data, "Headings", 2, this_means="Hearing"))
    assert unfinished(edited(data, "Skim", 2, all_fine="x"))
    assert unfinished(edited(data, "Skim", 3, pull_out="x"))


def test_words_typed_without_a_decision_are_somebodys_work_too():
    assert unfinished(edited(sent(some()), "Queue", 2, wording="Half a thought"))


def test_once_every_answer_is_taken_in_it_is_finished():
    data = edited(answered_once(), "Skim", 3, pull_out="x", note="odd")
    log = logged((), decided(data, some()))
    assert not unfinished(data, log)


def test_an_answer_added_after_the_apply_makes_it_unfinished_again():
    log = logged((), decided(answered_once(), some()))
    assert unfinished(edited(answered_once(), "Queue", 3, decision="Reject"), log)
    assert unfinished(edited(answered_once(), "Queue", 3, need="Memory and organisation"), log)
    assert unfinished(edited(answered_once(), "Headings", 2, this_means="Not advice"), log)


def test_a_workbook_that_cannot_be_read_is_never_put_away():
    assert unfinished(b"")
    assert unfinished(sent(some())[:3000])
