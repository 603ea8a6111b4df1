"""How phrases with choices, gaps and anchors are read."""

import pytest
from fingerpost.rulebook.notation import expand, needs_pattern, token_patterns
from hypothesis import given
from hypothesis import strategies as st

WORD = st.text("abcdefgh", min_size=1, max_size=4)


def test_a_plain_phrase_stands_for_itself():
    assert expand("radio aid") == ("radio aid",)


def test_a_stroke_parts_words_of_which_one_is_meant():
    assert expand("what you/we notice") == ("what you notice", "what we notice")


def test_words_in_round_brackets_may_be_left_out():
    assert expand("task (planner/list) ready") == (
        "task ready",
        "task planner ready",
        "task list ready",
    )


def test_several_words_in_round_brackets_are_left_out_together():
    assert expand("use (one of) these") == ("use these", "use one of these")


def test_a_lone_stroke_is_no_choice():
    assert expand("and / or") == ("and / or",)


@pytest.mark.parametrize("phrase", ["large (print", "large print)", "a ((b) c)", "a ()"])
def test_brackets_must_pair_up(phrase):
    with pytest.raises(ValueError, match="do not pair up"):
        expand(phrase)


def test_a_phrase_for_too_many_phrases_is_refused_where_it_must_be_written_out():
    phrase = " ".join(["a/b/c/d"] * 4)
    assert needs_pattern(phrase)
    with pytest.raises(ValueError, match="more than 200 phrases"):
        expand(phrase)


@given(st.lists(st.lists(WORD, min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_choice_of_words_is_one_of_the_phrases(choices):
    phrases = expand(" ".join("/".join(words) for words in choices))
    assert " ".join(words[0] for words in choices) in phrases
    assert " ".join(words[-1] for words in choices) in phrases
    assert len(set(phrases)) == len(phrases)


def test_a_gap_becomes_up_to_four_words_of_any_kind():
    assert needs_pattern("check ... understood")
    assert token_patterns("Check ... understood") == (
        ({"LEMMA": "check"}, {"OP": "{0,4}"}, {"LEMMA": "understood"}),
    )


def test_choices_and_single_words_that_may_be_left_out_stay_in_one_pattern():
    assert token_patterns("say/call (the) ... name") == (
        (
            {"LEMMA": {"IN": ["say", "call"]}},
            {"LEMMA": "the", "OP": "?"},
            {"OP": "{0,4}"},
            {"LEMMA": "name"},
        ),
    )


def test_an_exact_word_is_not_reduced_to_its_root():
    assert needs_pattern("=avoids")
    assert token_patterns("=avoids/refuses work") == (
        ({"LOWER": {"IN": ["avoids", "refuses"]}}, {"LEMMA": "work"}),
    )


def test_a_phrase_may_ask_to_stand_first():
    assert token_patterns("^(some) pupil may") == (
        ({"LEMMA": "some", "IS_SENT_START": True}, {"LEMMA": "pupil"}, {"LEMMA": "may"}),
        ({"LEMMA": "pupil", "IS_SENT_START": True}, {"LEMMA": "may"}),
    )


def test_a_gap_needs_words_on_both_sides():
    for phrase in ("... understood", "(check) ... understood"):
        with pytest.raises(ValueError, match="either side"):
            token_patterns(phrase)


def test_a_pattern_of_words_is_given_no_hyphens():
    with pytest.raises(ValueError, match="write its hyphens as spaces"):
        token_patterns("check ... well-being")
