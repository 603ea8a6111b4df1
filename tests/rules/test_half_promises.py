"""Headings whose words seem to promise advice, or signs of need, and do not say so for certain."""

from functools import cache

import pytest
from fingerpost.classifying import classify
from fingerpost.meanings import Meanings
from fingerpost.strategies import HeadKind, Role
from fingerpost.suggestions import Reason

from tests.classifying.rulebooks import strategy
from tests.support.shipped import shipped_rules


@cache
def book():
    return shipped_rules()


@cache
def meanings():
    return Meanings(book().headings)


def meaning(text, kind=HeadKind.HEADING):
    return meanings().of(text, kind)


def judged(text, path, **more):
    return classify([strategy(text, path, **more)], book(), meanings())[0]


@pytest.mark.parametrize(
    "heading",
    [
        "Communication and interaction needs and provision",
        "Barriers and support",
        "Pupils who may need targeted support",
        "Further support",
        "Support from the council",
        "Support in the local area",
        "Examples of difficulties",
        "Reading difficulties",
        "What this looks like in the classroom",
        "What it looks like in practice",
        "Presentation at each tier",
        "Expectations",
        "Impact on provision",
    ],
)
def test_nothing_is_settled_below_words_that_half_promise_advice(heading):
    for path in (f"SEMH > {heading}", f"SEMH > Strategies > {heading}"):
        assert Reason.HEADING_NOT_SETTLED in judged("A calm corner", path).reasons


@pytest.mark.parametrize(
    "heading",
    [
        "Strategies for pupils with SEMH needs",
        "Strategies to support pupils who have hearing impairment",
        "Support for pupils with speech and language needs",
        "Universal provision",
        "What to do",
    ],
)
def test_a_whole_promise_of_advice_stays_one(heading):
    found = meaning(heading)
    assert (found.role, found.whole, found.open) == (Role.STRATEGY, True, False)


@pytest.mark.parametrize(
    "heading",
    [
        "Barriers to learning and how we remove them",
        "Characteristics of effective teaching",
        "Quality indicators",
        "Contact time",
        "Background noise",
        "Who to ask for help",
        "What the evidence says works",
    ],
)
def test_a_heading_understood_in_part_is_not_whole(heading):
    found = meaning(heading)
    assert found is None or not found.whole


@pytest.mark.parametrize("heading", ["Indicators of inclusive teaching", "Success criteria"])
def test_marks_of_good_teaching_are_no_signs_of_need(heading):
    found = meaning(heading)
    assert found is None or found.role is None


@pytest.mark.parametrize(
    ("heading", "tier"),
    [
        ("Targeted and Specialist Provision", "specialist"),
        ("Universal, targeted and specialist", "specialist"),
        ("Universal and targeted provision", "targeted"),
        ("Pupils with complex needs and SEN support", "specialist"),
        ("Personalised interventions", "targeted"),
        ("Getting more help, personalised interventions", "specialist"),
        ("Level 3 provision", "specialist"),
        ("Level 4 provision", "specialist"),
        ("EHC plan", "specialist"),
        ("EHCP", "specialist"),
    ],
)
def test_of_two_tiers_in_a_heading_the_one_for_fewest_counts(heading, tier):
    assert meaning(heading).tier == tier


@pytest.mark.parametrize("name", ["Specialist Provision", "Wave 3", "EHCP top-up provision guide"])
def test_a_document_named_specialist_holds_nothing_universal(name):
    found = judged("Use a visual timetable.", "SEMH > Strategies", context=(name,))
    assert found.tier == "specialist"
    assert found.reasons == (Reason.SPECIALIST_TIER, Reason.HEADING_NOT_SETTLED)


def test_a_document_named_targeted_leaves_the_tier_open():
    found = judged("Use a visual timetable.", "SEMH > Strategies", context=("Targeted support",))
    assert (found.tier, found.reasons) == ("targeted", (Reason.HEADING_NOT_SETTLED,))


@pytest.mark.parametrize("name", ["Needs Descriptors", "Indicators of need - motor"])
def test_a_document_named_after_signs_of_need_settles_no_advice(name):
    found = judged("Spoons with thick grips", "SEMH > Targeted", context=(name,))
    assert Reason.HEADING_NOT_SETTLED in found.reasons


@pytest.mark.parametrize("kind", [HeadKind.COLUMN, HeadKind.RUN_IN])
def test_outcomes_as_a_label_are_no_advice(kind):
    assert meaning("Outcomes", kind).role is Role.RATIONALE
    assert meaning("Outcomes").role is None
