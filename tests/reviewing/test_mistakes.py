"""How likely a statement is to be filed wrongly: each witness counts the way it should."""

from dataclasses import replace

import pytest
from fingerpost.exemplars import Exemplar
from fingerpost.reviewing.asking.mistakes import chances, witnesses
from fingerpost.strategies import Role
from fingerpost.suggestions import Assignment, Evidence, Ranked, Suggestion

from tests.support.outcomes import AREA, NEED, TAXONOMY, statement, vote

HEARING = "sensory-and-physical"
KNOWN = (
    Exemplar(text="Face the learner when you speak.", labels={AREA: (HEARING,)}),
    Exemplar(text="Sort laundry by its colour.", labels={AREA: ("semh",)}),
)


def found(text="Face the pupil.", *, belief=0.8, votes=(), known=(), area=HEARING):
    """Return the chance that one statement, believed so much under an area, is filed wrongly."""
    one = statement(text, area=(area,), suggestions=votes).classified
    ranked = (Ranked(area, belief),)
    one = replace(one, assignments=(Assignment(AREA, (area,), ranked=ranked),))
    return chances([one], known, TAXONOMY)[0]


def learned(concept, share):
    return Suggestion(NEED, concept, share, Evidence("learned", "", ""))


def test_the_less_an_area_is_believed_the_likelier_it_is_wrong():
    assert found(belief=0.3) > found(belief=0.6) > found(belief=0.95)


def test_a_need_of_another_area_makes_a_mistake_likelier_and_one_of_its_own_does_not():
    own, other = [learned("sp-hearing", 0.9)], [learned("semh-anxiety", 0.9)]
    assert found(votes=other) > found() > found(votes=own)


def test_rules_that_speak_for_another_area_make_a_mistake_likelier():
    against, for_it = [vote(AREA, "semh", "calm")], [vote(AREA, HEARING, "radio aid")]
    assert found(votes=against) > found() > found(votes=for_it)


def test_headings_are_no_words():
    assert found(votes=[vote(AREA, "semh", "Anxiety", structural=True)]) == found()


def test_exemplars_in_like_words_under_the_same_area_make_a_mistake_less_likely():
    assert found(known=KNOWN) < found() < found(known=KNOWN, area="semh")


def test_exemplars_that_are_no_advice_have_no_area():
    sign = Exemplar(text="Face the pupil.", role=Role.INDICATOR, labels={AREA: (HEARING,)})
    assert found(known=[sign]) > found()


def test_for_every_area_of_need_alike_any_need_speaks_against():
    needs = [learned("sp-hearing", 0.5), learned("semh-anxiety", 0.4)]
    one = statement("Plan ahead.", area=("universal",), suggestions=needs).classified
    (heard,) = witnesses([one], (), TAXONOMY)
    assert heard.elsewhere == pytest.approx(0.9)


def test_a_statement_of_which_nothing_is_believed_has_a_chance_all_the_same():
    assert chances([], KNOWN, TAXONOMY) == ()
    (chance,) = chances([statement("–", area=()).classified], (), TAXONOMY)
    assert 0.5 < chance < 1
