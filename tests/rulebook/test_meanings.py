"""How the meaning of a heading is put together from rules and answers."""

import pickle

from fingerpost.meanings import HeadingRule, Meaning, Meanings, answered_meaning, heading_key
from fingerpost.strategies import HeadKind, Role
from hypothesis import given
from hypothesis import strategies as st

from tests.support.shipped import shipped_rules

HEADING = HeadKind.HEADING
AREA = Meaning(concepts=("semh",))
RULES = (
    HeadingRule(id="filler", phrases=("pupils with", "needs"), meaning=Meaning(), within=True),
    HeadingRule(id="neutral", phrases=("classroom", "speech marks"), meaning=Meaning()),
    HeadingRule(id="area", phrases=("SEMH",), meaning=AREA, within=True),
    HeadingRule(id="speech", phrases=("speech",), meaning=Meaning(concepts=("ci-speech",))),
    HeadingRule(
        id="language",
        phrases=("speech and language",),
        meaning=Meaning(concepts=("communication-and-interaction",)),
        within=True,
    ),
    HeadingRule(id="do", phrases=("what to do",), meaning=Meaning(role=Role.STRATEGY), within=True),
    HeadingRule(
        id="signs", phrases=("what you notice",), meaning=Meaning(role=Role.INDICATOR), within=True
    ),
    HeadingRule(id="why", phrases=("why",), meaning=Meaning(role=Role.RATIONALE), alone=True),
    HeadingRule(
        id="barrier",
        phrases=("barrier",),
        meaning=Meaning(role=Role.INDICATOR),
        kinds=(HeadKind.COLUMN,),
    ),
    HeadingRule(id="ks2", phrases=("KS2",), meaning=Meaning(phases=("ks2",)), within=True),
    HeadingRule(id="standard", pattern=r"ts ?\d", meaning=Meaning(concepts=("ts-1",)), within=True),
    HeadingRule(id="difficult", phrases=("difficult* with sleep",), meaning=AREA, within=True),
)
MEANINGS = Meanings(RULES)


def meaning(text, kind=HEADING, meanings=MEANINGS):
    return meanings.of(text, kind)


def test_nothing_is_known_of_strange_words():
    assert meaning("Autumn newsletter") is None
    assert meaning("") is None


def test_words_that_only_fill_mean_nothing():
    assert meaning("Pupils with needs") is None


def test_a_neutral_heading_is_known_and_says_nothing():
    assert meaning("Classroom:") == Meaning(rule="neutral", whole=True)


def test_a_heading_of_known_words_is_explained_whole():
    found = meaning("Pupils with SEMH needs")
    assert found == Meaning(concepts=("semh",), rule="area", whole=True)


def test_a_heading_with_a_strange_word_is_not_explained_whole():
    found = meaning("SEMH on rainy days")
    assert (found.concepts, found.whole) == (("semh",), False)


def test_a_heading_may_say_several_things():
    found = meaning("SEMH: what you notice at KS2")
    assert (found.concepts, found.role, found.phases) == (("semh",), Role.INDICATOR, ("ks2",))


def test_case_numbering_plurals_and_small_words_do_not_matter():
    for text in ("2.1 SPEECH AND LANGUAGE", "Speech & language", "the speech, languages"):
        assert meaning(text).concepts == ("communication-and-interaction",)


def test_the_longest_phrase_about_the_same_thing_wins():
    assert meaning("Speech and language").concepts == ("communication-and-interaction",)


def test_a_neutral_phrase_stops_shorter_ones():
    assert meaning("Speech marks").concepts == ()


def test_a_word_that_counts_only_in_explained_headings_is_silent_elsewhere():
    assert meaning("Speech").concepts == ("ci-speech",)
    assert meaning("Speech day in July") is None


def test_a_rule_for_the_whole_heading_needs_it_alone():
    assert meaning("Why?").role is Role.RATIONALE
    assert meaning("Why SEMH").role is None


def test_a_rule_for_columns_says_nothing_of_headings():
    assert meaning("Barrier", HeadKind.COLUMN).role is Role.INDICATOR
    assert meaning("Barrier") is None


def test_two_roles_leave_the_role_open():
    found = meaning("What you notice and what to do")
    assert (found.role, found.rule) == (None, "signs|do")


def test_a_sentence_is_no_heading_to_look_into():
    assert meaning("Adults know which words calm a pupil with SEMH.") is None
    assert meaning(" ".join(["word"] * 12) + " SEMH") is None


def test_a_pattern_reads_the_heading_in_small_letters():
    assert meaning("TS 7").concepts == ("ts-1",)


def test_a_star_stands_for_any_ending():
    for word in ("Difficult", "Difficulty", "Difficulties"):
        assert meaning(f"{word} with sleep").concepts == ("semh",)


def answered(**fields):
    answer = Meaning(answered_by="Ana", whole=True, **fields)
    return Meanings(RULES, {heading_key("SEMH at KS2"): answer})


def test_a_persons_answer_wins_and_the_rules_fill_in_the_rest():
    known = answered(concepts=("sp-hearing", "sensory-and-physical"), role=Role.STRATEGY)
    found = meaning("1. semh at KS2", meanings=known)
    assert found.concepts == ("sp-hearing", "sensory-and-physical")
    assert (found.phases, found.answered_by, found.whole) == (("ks2",), "Ana", True)


def test_a_heading_a_person_called_none_says_nothing_more():
    found = meaning("SEMH at KS2", meanings=answered(demoted=True))
    assert (found.demoted, found.phases) == (True, ())


def test_answers_are_read_as_what_they_mean():
    taxonomy = shipped_rules().taxonomy
    assert answered_meaning("signs-of-need", "Ana", taxonomy).role is Role.INDICATOR
    assert answered_meaning("not-advice", "Ana", taxonomy).role is Role.CONTEXT
    assert answered_meaning("not-a-heading", "Ana", taxonomy).demoted
    hearing = answered_meaning("sp-hearing", "Ana", taxonomy)
    assert hearing.concepts == ("sp-hearing", "sensory-and-physical")
    assert (hearing.role, hearing.answered_by, hearing.whole) == (Role.STRATEGY, "Ana", True)


def test_meanings_travel_to_other_processes():
    MEANINGS.of("SEMH", HEADING)
    there = pickle.loads(pickle.dumps(MEANINGS))
    assert there == MEANINGS
    assert there.of("SEMH", HEADING) == MEANINGS.of("SEMH", HEADING)


@given(st.permutations(RULES), st.sampled_from(["SEMH: what you notice", "Speech", "Why?", "TS1"]))
def test_the_order_of_rules_does_not_matter(rules, text):
    assert Meanings(tuple(rules)).of(text, HEADING) == MEANINGS.of(text, HEADING)


@given(st.text(max_size=80), st.sampled_from(HeadKind))
def test_any_text_has_a_meaning_or_none(text, kind):
    found = MEANINGS.of(text, kind)
    assert found is None or found.rule


@given(st.text("SEMHspeech and what to do KS2.,:-’'0123456789()", max_size=40))
def test_a_key_is_its_own_key(text):
    key = heading_key(text)
    assert heading_key(f". {key}") == key
