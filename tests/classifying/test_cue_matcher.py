"""Trying a pattern only where its words stand finds what trying it everywhere finds."""

from fingerpost.classifying.cue_matcher import compile_cues
from fingerpost.words import language
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher

from tests.classifying.rulebooks import cue
from tests.support.chance import times

WORDS = ("use", "calm", "space", "pupil", "name", "first", "change")
LEMMAS = st.sampled_from(WORDS)
TOKENS = st.one_of(
    st.builds(lambda word: {"LEMMA": word}, LEMMAS),
    st.builds(lambda words: {"LEMMA": {"IN": words}}, st.lists(LEMMAS, min_size=1, max_size=3)),
    st.builds(lambda word: {"LEMMA": word, "OP": "?"}, LEMMAS),
    st.builds(lambda word: {"LEMMA": word, "OP": "+"}, LEMMAS),
    st.just({"OP": "{0,2}"}),
    st.builds(lambda word: {"LOWER": word}, LEMMAS),
)
PATTERNS = st.lists(TOKENS, min_size=1, max_size=4).map(tuple)
TEXTS = st.lists(LEMMAS, min_size=1, max_size=8).map(" ".join)


def everywhere(pattern, doc):
    matcher = Matcher(language().vocab)
    matcher.add("rule", [list(pattern)])
    return {(start, end) for _, start, end in matcher(doc)}


@given(PATTERNS, TEXTS)
@settings(max_examples=times(150), deadline=None)
def test_a_pattern_is_found_wherever_spacy_finds_it(pattern, text):
    compiled = compile_cues((cue("sp-hearing", id="rule", patterns=(pattern,)),))
    doc = language()(text)
    hits = {(hit.start, hit.end) for hit in compiled.hits(doc)}
    spans = everywhere(pattern, doc)
    assert hits <= spans
    assert bool(hits) == bool(spans)
    assert all(any(a < d and c < b for c, d in hits) for a, b in spans)


def test_a_cue_is_quoted_by_its_longest_words():
    compiled = compile_cues((cue("sp-hearing", "radio", "radio aid", id="rule"),))
    hits = compiled.hits(language()("A radio aid, a radio."))
    assert [(hit.start, hit.end) for hit in hits] == [(1, 3), (5, 6)]
