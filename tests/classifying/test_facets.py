"""Labels and fields that cannot all be right send a statement to a person, each by a rule of its own."""

from dataclasses import replace

import pytest
from fingerpost.classifying.classifier import classifier_for
from fingerpost.facet_rules import FacetRule, Fact
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.classifying.rulebooks import SHIPPED, heading, meanings, rulebook, strategy

RULES = {rule.id: rule for rule in SHIPPED.facet_rules}
ADVICE = "Universal strategies"
BROKEN = {
    "for-all-under-a-narrow-tier": {
        Fact.AREA: ("universal",),
        Fact.HEADING_TIER: ("targeted",),
    },
    "whole-school-under-specialist": {
        Fact.AREA: ("universal",),
        Fact.UNIVERSAL: ("wsu-voice",),
        Fact.WORDS_TIER: ("specialist",),
    },
    "specialist-words-under-another-tier": {
        Fact.WORDS_TIER: ("specialist",),
        Fact.HEADING_TIER: ("universal",),
    },
    "need-of-another-area": {Fact.NEED_ELSEWHERE: ("sp-hearing",)},
    "universal-beside-an-area": {Fact.BESIDE_UNIVERSAL: ("semh",)},
    "heads-standard-without-leaders": {Fact.STANDARD: ("ts-8", "hts-5"), Fact.ACTOR: ("teacher",)},
    "heads-standard-not-shown": {Fact.HIDDEN: ("hts-5",)},
    "phase-of-another-heading": {Fact.PHASE_ELSEWHERE: ("ks2",)},
    "child-voice-outside-its-section": {Fact.VOICE: ("child",), Fact.SECTION: ("other",)},
    "other-voice-in-the-childs-section": {Fact.VOICE: ("modal",), Fact.SECTION: ("child",)},
}
KEPT = {
    "for-all-under-a-narrow-tier": {Fact.AREA: ("semh",), Fact.HEADING_TIER: ("targeted",)},
    "whole-school-under-specialist": {Fact.AREA: ("universal",), Fact.UNIVERSAL: ("wsu-voice",)},
    "specialist-words-under-another-tier": {
        Fact.WORDS_TIER: ("targeted",),
        Fact.HEADING_TIER: ("universal",),
    },
    "need-of-another-area": {Fact.NEED: ("sp-hearing",)},
    "universal-beside-an-area": {Fact.AREA: ("universal",)},
    "heads-standard-without-leaders": {Fact.STANDARD: ("hts-5",), Fact.ACTOR: ("leader",)},
    "heads-standard-not-shown": {Fact.HIDDEN: ("wsu-voice",), Fact.STANDARD: ("hts-5",)},
    "phase-of-another-heading": {Fact.VOICE: ("child",)},
    "child-voice-outside-its-section": {Fact.VOICE: ("child",), Fact.SECTION: ("child",)},
    "other-voice-in-the-childs-section": {Fact.VOICE: ("child",), Fact.SECTION: ("child",)},
}


def classified(text, path, headings=(), **council):
    known = rulebook(headings=(*rulebook().headings, *headings), **council)
    (found,) = classifier_for(known).classify((strategy(text, path),), meanings(known.headings))
    return found


def broken_by(found):
    return [one.rule for name, one in found.field_evidence if name == "facet rule"]


def test_every_rule_that_is_shipped_is_tried_here():
    assert set(RULES) == set(BROKEN) == set(KEPT)


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_is_broken_by_what_it_forbids_and_nothing_near(rule):
    assert RULES[rule].is_broken_by(BROKEN[rule])
    assert not RULES[rule].is_broken_by(KEPT[rule])


CASES = (
    ("need-of-another-area", "Check the hearing aid.", f"SEMH > {ADVICE} > Hearing", {}),
    ("phase-of-another-heading", "Plan for year 6.", f"SEMH > {ADVICE} > Infants", {}),
    (
        "specialist-words-under-another-tier",
        "Offer hydrotherapy and a calm space.",
        f"SEMH > {ADVICE}",
        {},
    ),
    (
        "for-all-under-a-narrow-tier",
        "Ask parents and carers for their views.",
        "For everybody > Targeted",
        {},
    ),
    (
        "child-voice-outside-its-section",
        "Give me a calm space so that I can think.",
        f"SEMH > {ADVICE}",
        {"child_sections": ("my voice",)},
    ),
    (
        "other-voice-in-the-childs-section",
        "Offer a calm space.",
        f"SEMH > {ADVICE} > My voice",
        {"child_sections": ("my voice",)},
    ),
)
MORE = (heading("infants", phases=("ks1",)), heading("for everybody", concepts=("universal",)))


@pytest.mark.parametrize(("rule", "text", "path", "council"), CASES, ids=[c[0] for c in CASES])
def test_a_statement_that_breaks_a_rule_waits_and_the_rule_is_named(rule, text, path, council):
    found = classified(text, path, MORE, **council)
    assert rule in broken_by(found)
    assert RULES[rule].reason in found.reasons


FACTS = st.dictionaries(
    st.sampled_from(tuple(Fact)), st.lists(st.sampled_from(("a", "b")), min_size=1).map(tuple)
)


@given(
    when=FACTS,
    reason=st.sampled_from((Reason.LABELS_DISAGREE, Reason.WRONG_VOICE, Reason.SPECIALIST_TIER)),
    text=st.sampled_from(("Check the hearing aid.", "Offer a calm space.", "Use key words.")),
)
def test_a_violated_facet_rule_always_reaches_the_queue(when, reason, text):
    always = FacetRule(id="always", says="No.", when={}, reason=reason)
    never = FacetRule(id="never", says="No.", when={Fact.AREA: ("nowhere",), **when})
    known = replace(rulebook(), facet_rules=(always, never), digest=f"{when}{reason}")
    found = classifier_for(known).classify((strategy(text, f"Hearing > {ADVICE}"),), meanings())[0]
    assert reason in found.reasons
    assert ("facet rule", "always") in [(name, one.rule) for name, one in found.field_evidence]
