"""A weak cue never decides alone: it gives no label, settles nothing and lets nothing through."""

from dataclasses import replace

import pytest
from fingerpost.classifying import classify
from fingerpost.cues import Target
from fingerpost.meanings import Meanings
from hypothesis import given
from hypothesis import strategies as st

from tests.classifying.rulebooks import (
    COMPANIONS,
    NEEDS,
    STANDARDS,
    UNIVERSAL,
    cue,
    meanings,
    rulebook,
    strategy,
)

CONCEPTS = [concept for concept in (*NEEDS, *UNIVERSAL, *STANDARDS) if concept in COMPANIONS] + [
    *STANDARDS
]
WORDS = ("lantern", "pebble", "kite", "ladder", "harbour", "teapot")


def judged(cues, text, path=""):
    book = replace(rulebook(cues=cues), digest=f"{cues}")
    known = meanings() if path else Meanings(())
    return classify([strategy(text, path)], book, known)[0]


@given(
    concept=st.sampled_from(CONCEPTS),
    weight=st.floats(0.01, 1.0),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
)
def test_a_weak_cue_alone_gives_no_label_however_often_its_words_stand_there(
    concept, weight, words
):
    weak = cue(concept, *WORDS, id="weak", weak=True, weight=weight)
    found = judged((weak,), "Bring the " + " and the ".join(words) + " along.")
    assert [each.concepts for each in found.assignments if each.concepts] == []
    assert not any(each.settled for each in found.assignments)
    assert found.reasons


@given(concept=st.sampled_from(CONCEPTS), words=st.permutations(WORDS))
def test_a_weak_cue_takes_no_area_away_that_a_heading_settles(concept, words):
    weak = cue(concept, *WORDS, id="weak", weak=True)
    text = "Bring the " + " and the ".join(words) + " along."
    path = "Universal strategies > Cognition and learning"
    with_cue, without = judged((weak,), text, path), judged((), text, path)
    assert [a.concepts for a in with_cue.assignments] == [a.concepts for a in without.assignments]
    assert with_cue.reasons == without.reasons


@pytest.mark.parametrize("weak", [True, False])
def test_the_same_words_give_a_label_where_the_cue_is_not_weak(weak):
    made = cue("semh-regulation", "lantern", id="cue", weak=weak)
    found = judged((made,), "Bring the lantern along.")
    assert any(each.concepts for each in found.assignments) is not weak


def test_two_weak_cues_that_agree_are_two_witnesses():
    one = cue("semh-regulation", "lantern", id="one", weak=True)
    other = cue("semh-regulation", "pebble", id="other", weak=True)
    found = judged((one, other), "Bring the lantern and the pebble along.")
    assert "semh-regulation" in [c for each in found.assignments for c in each.concepts]


@given(words=st.permutations(WORDS))
def test_a_weak_cue_against_publication_alone_never_says_that_advice_is_none(words):
    weak = cue("indicator", *WORDS, id="weak", weak=True, target=Target.GATE)
    text = "Bring the " + " and the ".join(words) + " along."
    path = "Universal strategies > Cognition and learning"
    assert judged((weak,), text, path).reasons == judged((), text, path).reasons
