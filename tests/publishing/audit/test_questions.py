import pytest
from fingerpost.publishing.audit import Outside, audit_of
from fingerpost.rulebook import councils
from fingerpost.site_settings import AuditSettings
from hypothesis import given
from hypothesis import strategies as some

from tests.support.audits import CATEGORIES, audit, released, settings, statement
from tests.support.shipped import RULES, shipped_rules

LABELS = some.lists(
    some.sampled_from([one.id for one in CATEGORIES]), min_size=1, max_size=5, unique=True
)
TIERS = some.sampled_from(["", "universal", "targeted", "specialist"])


def areas(asked):
    return {area.label: [one.id for one in area.questions] for area in asked.areas}


def test_a_statement_stands_under_its_first_focus_area_and_names_the_others():
    asked = audit(statement("s-1", "", "wsu-teaching", "wsu-voice", "universal"))

    assert areas(asked) == {"Child and family voice": [], "Teaching": ["s-1"], "Rooms": []}
    ((_, question),) = asked.questions
    assert question.also == ("Child and family voice",)


def test_focus_areas_stand_in_the_councils_order_and_a_hidden_one_under_what_it_folds_into():
    asked = audit(statement("s-1", "", "wsu-resources"), statement("s-2", "", "wsu-voice"))

    assert areas(asked) == {"Child and family voice": ["s-2"], "Teaching": [], "Rooms": ["s-1"]}


def test_a_focus_area_is_not_named_again_because_a_hidden_one_is_shown_as_it():
    asked = audit(statement("s-1", "", "wsu-resources", "wsu-environment"))

    ((_, question),) = asked.questions
    assert question.also == ()


def test_standards_stand_in_the_councils_words():
    asked = audit(statement("s-1", "", "wsu-teaching", "ts-6", "ts-5"))

    ((_, question),) = asked.questions
    assert question.standards == ("TS6: Assess", "TS5: Adapt teaching")


def test_every_universal_statement_is_asked_what_is_for_everyone_first():
    asked = audit(
        statement("s-1", "", "wsu-teaching", "semh"),
        statement("s-2"),
        statement("s-3", "", "semh"),
    )

    assert areas(asked)["Teaching"] == ["s-2", "s-1"]
    assert areas(asked)["In no focus area yet"] == ["s-3"]
    assert {one.id: one.needs for _, one in asked.questions} == {
        "s-1": ("Feelings",),
        "s-2": (),
        "s-3": ("Feelings",),
    }


def test_what_is_targeted_or_specialist_is_not_asked_and_of_what_nobody_says_only_what_is_for_all():
    asked = audit(
        statement("s-1", "", "wsu-teaching", tier=""),
        statement("s-2", tier="targeted"),
        statement("s-3", tier="specialist"),
        statement("s-4", "", "wsu-teaching", "semh", tier=""),
        statement("s-5", "", "universal", tier=""),
        statement("s-6", tier="Specialist "),
    )

    assert [one.id for _, one in asked.questions] == ["s-1"]
    assert asked.outside == {
        Outside.SOME_LEARNERS: 3,
        Outside.ONE_AREA: 1,
        Outside.NO_CATEGORY: 1,
    }


@given(some.lists(some.tuples(LABELS, TIERS), max_size=12))
def test_every_statement_is_asked_once_or_counted_as_left_out(drawn):
    found = released(
        *(statement(f"s-{n}", "", *labels, tier=tier) for n, (labels, tier) in enumerate(drawn))
    )

    asked = audit_of(found, settings(), "Exampleshire")

    ids = [one.id for _, one in asked.questions]
    assert len(ids) == len(set(ids)) == asked.asked
    assert set(ids) >= {f"s-{n}" for n, (_, tier) in enumerate(drawn) if tier == "universal"}
    assert asked.asked + sum(asked.outside.values()) == len(drawn)
    assert len([pair for pairs in asked.by_heading.values() for pair in pairs]) == asked.asked


def test_a_statement_has_the_councils_heading_for_its_own_category_before_that_of_what_it_folds_into():
    named = settings(wsu_environment="3. Premises", wsu_resources="4. Equipment")
    asked = audit(
        statement("s-1", "", "wsu-resources"),
        statement("s-2", "", "wsu-environment"),
        statement("s-3"),
        site=named,
    )

    under = {heading: [one.id for _, one in pairs] for heading, pairs in asked.by_heading.items()}
    assert under == {"4. Equipment": ["s-1"], "3. Premises": ["s-2"], "": ["s-3"]}


@pytest.mark.parametrize("council", councils(RULES))
def test_how_schools_rate_themselves_is_left_to_each_council(council):
    assert shipped_rules(council).site.audit == AuditSettings()
