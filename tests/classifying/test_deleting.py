"""Deleting a rule takes away what rested on it, and nothing that rests on anything else."""

from functools import cache
from itertools import combinations

import pytest
from fingerpost.classifying import classify
from fingerpost.cues import Target
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import CUES, NEEDS, meanings, rulebook, strategy

CONCEPT_CUES = tuple(cue for cue in CUES if cue.target is Target.CONCEPT)
PHRASES = tuple(phrase for cue in CONCEPT_CUES for phrase in cue.phrases)
SENTENCES = (
    *(f"Use {phrase}." for phrase in PHRASES),
    *(f"Use {one} and {other}." for one, other in combinations(PHRASES, 2)),
)
PARENTS = {need: parent for need, (parent, _) in NEEDS.items()}


@cache
def judged(gone=None):
    left = tuple(cue for cue in CUES if cue.id != gone)
    return classify([strategy(text) for text in SENTENCES], rulebook(cues=left), meanings())


def labels(found):
    return {(one.facet, concept) for one in found.assignments for concept in one.concepts}


def spoken(found):
    return {(vote.facet, vote.concept) for vote in found.suggestions}


def taken_back(before, after):
    """Return what spoke less once the rule was gone: by its own votes, or by what follows from them."""
    return {(v.facet, v.concept) for v in before.suggestions if v not in after.suggestions}


def fired(found, cue):
    return cue.id in {vote.evidence.rule for vote in found.suggestions}


@pytest.mark.parametrize("gone", CONCEPT_CUES, ids=lambda cue: cue.id)
def test_every_label_that_is_lost_with_a_rule_rested_on_it_or_its_area_did(gone):
    for before, after in zip(judged(), judged(gone.id), strict=True):
        lost = labels(before) - labels(after)
        areas = {concept for facet, concept in lost if facet is Facet.AREA}
        needs = {(f, c) for f, c in lost if f is Facet.NEED and PARENTS[c] in areas}
        assert lost - needs <= taken_back(before, after), before.strategy.text


@pytest.mark.parametrize("gone", CONCEPT_CUES, ids=lambda cue: cue.id)
def test_a_label_that_rested_on_nothing_else_is_lost(gone):
    for before, after in zip(judged(), judged(gone.id), strict=True):
        assert labels(after) <= spoken(after), before.strategy.text


@pytest.mark.parametrize("gone", CONCEPT_CUES, ids=lambda cue: cue.id)
def test_a_rule_that_does_not_fire_can_be_deleted_without_a_trace(gone):
    pairs = zip(judged(), judged(gone.id), strict=True)
    assert [b.strategy.text for b, a in pairs if a != b and not fired(b, gone)] == []


def test_what_comes_instead_was_said_before():
    """What longer words held back: the "literacy" of "emotional literacy" speaks of reading alone."""
    gone = next(cue for cue in CUES if "emotional literacy" in cue.phrases)
    place = SENTENCES.index("Use emotional literacy.")
    before, after = judged()[place], judged(gone.id)[place]
    assert before.concepts(Facet.NEED) == ("semh-regulation",)
    assert after.concepts(Facet.NEED) == ("cl-literacy",)
    assert (Facet.NEED, "cl-literacy") in spoken(before)
