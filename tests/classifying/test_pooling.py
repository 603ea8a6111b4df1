"""Witnesses join by their odds: nothing learned leaves words alone, and headings outweigh both."""

import pytest
from fingerpost.classifying.pooling import pooled, ruled
from fingerpost.classifying.structure import Ruling
from fingerpost.learned import NONE
from hypothesis import given
from hypothesis import strategies as st

CONCEPTS = ("a", "b", "c")
shares = st.dictionaries(st.sampled_from(CONCEPTS), st.floats(0, 1))


@given(shares, shares)
def test_probabilities_add_up_and_stand_surest_first(learned, scores):
    found = pooled(CONCEPTS, learned, scores)
    assert set(found) == {*CONCEPTS, NONE}
    assert sum(found.values()) == pytest.approx(1.0)
    values = [round(value, 9) for value in found.values()]
    assert values == sorted(values, reverse=True)


@given(shares, shares, st.sampled_from(CONCEPTS), st.floats(0.01, 0.9))
def test_more_words_for_a_concept_never_make_it_less_likely(learned, scores, concept, more):
    raised = {**scores, concept: min(1.0, scores.get(concept, 0.0) + more)}
    before, after = pooled(CONCEPTS, learned, scores), pooled(CONCEPTS, learned, raised)
    assert after[concept] >= before[concept] - 1e-9


def test_where_nothing_was_learned_and_no_word_speaks_all_are_alike():
    assert set(pooled(CONCEPTS, {}, {}).values()) == {0.25}


def test_what_was_learned_of_one_concept_says_little_of_one_never_met():
    found = pooled(CONCEPTS, {"a": 0.9, "b": 0.08, NONE: 0.02}, {"c": 0.3})
    assert found["c"] < found["b"] < found["a"]
    assert found["c"] < 0.2


@given(st.dictionaries(st.sampled_from(("a", "b", NONE)), st.floats(0, 1), min_size=1))
def test_a_concept_never_met_has_no_share_until_words_speak_for_it(learned):
    """However little the others fit: of two categories of which one is new it is not the new one."""
    assert pooled(("c",), learned, {})["c"] == 0.0
    assert pooled(("c",), learned, {"c": 0.4})["c"] > 0.0


def test_a_heading_outweighs_words_and_a_half_stated_one_less():
    words = pooled(CONCEPTS, {"a": 0.8, "b": 0.1, "c": 0.1}, {})
    whole = ruled(words, Ruling(("b",), settled=True))
    half = ruled(words, Ruling(("b",)))
    assert whole[0].concept == "b"
    assert whole[0].probability > next(r.probability for r in half if r.concept == "b")


def test_three_concepts_at_most_are_ranked():
    found = ruled(pooled("abcdef", {}, {"d": 0.8}), Ruling())
    assert len(found) == 3
    assert found[0].concept == "d"
