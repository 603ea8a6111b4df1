"""Decisions about a category that was given up hold for the one that replaced it, or wait."""

from dataclasses import replace

import pytest
from fingerpost.curating import answered, fold, settle
from fingerpost.decisions import Action, Resource
from fingerpost.directory import Status
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Concept, Facet, Taxonomy

from tests.curating.lines import TUESDAY, answer, heading, log_of, reported
from tests.curating.statements import statement


def concept(concept_id, **settings):
    return Concept(
        id=concept_id,
        facet=Facet.AREA,
        label=concept_id,
        core_label=concept_id,
        definition="",
        **settings,
    )


TAXONOMY = Taxonomy(
    (
        concept("semh"),
        concept("feelings", retired=True, replaced_by="moods"),
        concept("moods", retired=True, replaced_by="semh"),
        concept("weather", retired=True),
    )
)


def settled(*answers, classified=None):
    standing = fold(log_of(*answers), TAXONOMY)
    [item] = settle((classified or statement(),), standing)
    return item


def test_a_label_that_was_replaced_counts_as_what_stands_for_it_now():
    item = settled(answer("s-1", labels={Facet.AREA: ("feelings",)}))

    assert (item.status, item.concepts(Facet.AREA)) == (Status.APPROVED, ("semh",))


def test_labels_that_became_one_are_given_once():
    item = settled(answer("s-1", labels={Facet.AREA: ("feelings", "semh", "moods")}))

    assert item.concepts(Facet.AREA) == ("semh",)


def test_what_holds_a_label_with_nothing_in_its_place_waits_for_a_person():
    item = settled(answer("s-1", labels={Facet.AREA: ("weather",)}))

    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.NO_LABEL,))
    assert item.concepts(Facet.AREA) == ("semh",)


def test_a_label_beside_one_that_is_gone_stays():
    item = settled(answer("s-1", labels={Facet.AREA: ("weather", "semh")}))

    assert (item.status, item.concepts(Facet.AREA)) == (Status.APPROVED, ("semh",))


def test_two_people_who_named_what_is_now_one_category_agree():
    ann = answer("s-1", labels={Facet.AREA: ("feelings",)})
    ben = answer("s-1", by="Ben", labels={Facet.AREA: ("moods",)})

    assert settled(ann, ben).status is Status.APPROVED


def test_an_answer_about_a_heading_holds_for_the_category_that_replaced_it():
    standing = fold(log_of(heading("mood", "feelings"), heading("sun", "weather")), TAXONOMY)
    meanings = answered(standing, TAXONOMY)

    assert meanings["mood"].concepts == ("semh",)
    assert "sun" not in meanings


def accepted(value, phrase):
    [line] = heading("a rule", f"{value}|{phrase}", action=Action.ACCEPTED_RULE)
    return (replace(line, resource_type=Resource.RULE, resource_id=phrase),)


def test_an_accepted_rule_speaks_for_what_replaced_its_category_or_for_nothing():
    lines = log_of(accepted("feelings", "calm corner"), accepted("weather", "umbrella"))
    rules = fold(lines, TAXONOMY).rules

    assert {rule.rule.phrase: rule.rule.value for rule in rules.values()} == {"calm corner": "semh"}


def test_what_is_said_of_no_category_holds_as_it_was_said():
    lines = log_of(reported("s-1", "unclear", "feelings"))

    assert fold(lines, TAXONOMY).reports == fold(lines).reports != {}


@pytest.mark.parametrize("later", ["semh", "moods"])
def test_a_later_answer_that_comes_to_the_same_is_no_difference(later):
    lines = log_of(heading("mood", "feelings"), heading("mood", later, by="Ben", at=TUESDAY))

    assert fold(lines, TAXONOMY).answers["mood"].meaning == "semh"
