"""What one person says again, how names are written, and clocks that cannot be right."""

from dataclasses import replace

from fingerpost.curating import fold
from fingerpost.decisions import Action
from fingerpost.opinions import NO_NAME, Said, still_held

from tests.curating.lines import MONDAY, TUESDAY, WEDNESDAY, answer, heading, log_of


def weekly(at, pack):
    """Ann's old row in a workbook that comes back every week, saved anew each time."""
    return answer("s-1", by="Ann", at=at, given=at, pack=pack)


def test_an_old_row_that_comes_back_again_does_not_reopen_what_was_settled_since():
    settled = answer("s-1", Action.REJECTED, by="Bob", at=TUESDAY, saw=MONDAY)
    log = log_of(weekly(MONDAY, "week 1.xlsx#1"), settled, weekly(WEDNESDAY, "week 2.xlsx#2"))
    verdict = fold(log).verdicts["s-1"]
    assert (verdict.action, verdict.disagreement) == (Action.REJECTED, "")


def test_who_comes_back_to_an_earlier_answer_means_it():
    other = answer("s-1", Action.REJECTED, by="Ann", at=TUESDAY, pack="b.xlsx#2")
    log = log_of(weekly(MONDAY, "a.xlsx#1"), other, weekly(WEDNESDAY, "c.xlsx#3"))
    assert fold(log).verdicts["s-1"].action is Action.APPROVED


def test_a_name_in_other_letters_is_the_same_person():
    log = log_of(
        answer("s-1", by="Ann Lee", at=TUESDAY, given=MONDAY),
        answer("s-1", Action.REJECTED, by="ann lee", at=MONDAY, given=TUESDAY),
    )
    assert fold(log).verdicts["s-1"].action is Action.REJECTED


def test_two_answers_about_a_heading_by_nobody_in_particular_may_be_two_peoples():
    one = heading("talk", "semh", by=NO_NAME, given=MONDAY)
    other = heading("talk", "advice", by=NO_NAME, at=TUESDAY, given=TUESDAY)
    other = [replace(line, pack="other.xlsx#11111111") for line in other]
    assert "talk" in fold(log_of(one, other)).contested


def test_answers_that_replace_each_other_in_a_circle_all_count_beside_others():
    circle = (
        Said(person="Ann", pack="a", date=MONDAY, saw=TUESDAY),
        Said(person="Bob", pack="b", date=TUESDAY, saw=MONDAY),
    )
    beside = Said(person="Cy", pack="c", date=WEDNESDAY)
    assert still_held((*circle, beside)) == (*circle, beside)
