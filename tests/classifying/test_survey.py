"""What rules are worth is counted on statements that their authors did not write."""

import pytest
from fingerpost.classifying import GoldRow
from fingerpost.classifying.proving import (
    Measured,
    Standing,
    of_exemplar,
    of_gold,
    survey,
    survey_cue,
)
from fingerpost.cues import Target
from fingerpost.exemplars import Exemplar
from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import cue, heading, rulebook, strategy

NEED, AREA = Facet.NEED, Facet.AREA


def said(text: str, need: str, area: str = "") -> Measured:
    labels = {NEED: (need,) if need else (), **({AREA: (area,)} if area else {})}
    return Measured(strategy=strategy(text), labels=labels, advice=True, role=Role.STRATEGY)


def told(text: str, role: Role) -> Measured:
    return Measured(strategy=strategy(text), advice=False, role=role)


def standing(book, measured, cue_id):
    return next(each.standing for each in survey(book, measured).cues if each.cue == cue_id)


def test_a_cue_is_right_where_its_concept_is_among_the_labels():
    book = rulebook(cues=(cue("sp-hearing", "radio aid", id="kit"),))
    measured = (
        said("Check the radio aid.", "sp-hearing"),
        said("Pass the radio aid to a friend.", "semh-regulation"),
        said("Keep a radio aid handy.", ""),
        said("Check the ramp.", "sp-hearing"),
        Measured(strategy=strategy("A radio aid nobody has labelled.")),
    )
    assert standing(book, measured, "kit") == Standing(fired=4, scored=3, right=1)


def test_a_cue_against_publication_is_right_where_the_text_is_no_advice():
    book = rulebook(cues=(cue("indicator", "may struggle", id="sign", target=Target.GATE),))
    measured = (
        told("May struggle to sit.", Role.INDICATOR),
        told("It may struggle on.", Role.CONTEXT),
        said("If they may struggle, sit near.", "semh-regulation"),
        Measured(strategy=strategy("May struggle with sums.")),
    )
    assert standing(book, measured, "sign") == Standing(fired=4, scored=3, right=2)


def test_a_cue_that_fires_twice_in_a_statement_counts_once():
    book = rulebook(cues=(cue("sp-hearing", "radio aid", id="kit"),))
    twice = said("One radio aid and another radio aid.", "sp-hearing")
    assert standing(book, (twice,), "kit") == Standing(1, 1, 1)


def test_the_interval_is_wilsons():
    low, high = Standing(10, 10, 8).interval()
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    assert Standing().interval() == (0.0, 1.0)


@pytest.mark.parametrize(
    ("scored", "right", "poor"), [(4, 1, True), (4, 2, False), (3, 0, False), (0, 0, False)]
)
def test_a_cue_is_poor_where_it_was_tried_often_enough_and_wrong_too_often(scored, right, poor):
    assert Standing(scored, scored, right).is_poor is poor


def test_each_phrase_of_a_cue_is_measured_as_it_is_written_with_the_words_that_misled_it():
    kit = cue(
        "sp-hearing", "radio aid", "hearing aid", "switch on", id="kit",
        written=("radio/hearing aid", "switch on"),
    )  # fmt: skip
    measured = (
        said("Check the radio aid.", "sp-hearing"),
        said("Switch on the lamp.", "semh-regulation"),
    )
    good, bad = survey_cue(rulebook(cues=(kit,)), kit, measured)
    assert (good.cue, good.standing) == ("radio/hearing aid", Standing(1, 1, 1))
    assert (bad.cue, bad.standing) == ("switch on", Standing(1, 1, 0))
    assert [(wrong.quote, wrong.text) for wrong in bad.wrong] == [
        ("Switch on", "Switch on the lamp.")
    ]


def test_coverage_says_how_many_of_a_concepts_statements_some_cue_reaches():
    book = rulebook(
        cues=(cue("sp-hearing", "radio aid", id="a"), cue("sp-hearing", "loop", id="b"))
    )
    area = "sensory-and-physical"
    measured = (
        said("Check the radio aid.", "sp-hearing", area),
        said("Fit a loop.", "sp-hearing", area),
        said("Face the class.", "sp-hearing", area),
        said("Check the radio aid with the music.", "sp-motor", "semh"),
    )
    covered = {each.value: each for each in survey(book, measured).coverage}
    hearing, whole, none = covered["sp-hearing"], covered[area], covered["ts-7"]
    assert (hearing.cues, hearing.labelled, hearing.reached) == (2, 3, 2)
    assert hearing.standing == Standing(3, 3, 2)
    assert (whole.cues, whole.labelled, whole.reached) == (2, 3, 2)
    assert (none.cues, none.labelled, none.reached, none.share) == (0, 0, 0, 1.0)


def test_the_gate_is_covered_role_by_role():
    book = rulebook(cues=(cue("indicator", "may struggle", id="sign", target=Target.GATE),))
    measured = (
        told("May struggle.", Role.INDICATOR),
        told("Cannot sit.", Role.INDICATOR),
        told("Ring us.", Role.CONTACT),
    )
    gate = {e.value: e for e in survey(book, measured).coverage if e.kind == "gate"}
    assert (gate["indicator"].labelled, gate["indicator"].reached) == (2, 1)
    assert (gate["contact"].cues, gate["contact"].labelled) == (0, 1)


def test_cues_for_different_concepts_that_fire_on_the_same_words_overlap():
    book = rulebook(
        cues=(
            cue("sp-hearing", "radio aid", id="a"),
            cue("ci-autism", "radio", id="b"),
            cue("sp-hearing", "radio", id="same-concept"),
            cue("ts-7", "radio", id="other-kind"),
            cue("ci-autism", "lamp", id="elsewhere"),
        )
    )
    measured = (said("Radio aid by the lamp, radio aid on.", ""), said("A radio aid.", ""))
    found = survey(book, measured).overlaps
    assert [(each.first, each.second, each.times) for each in found] == [
        ("a", "b", 2),
        ("b", "same-concept", 2),
    ]
    assert found[0].quote == "Radio"


def test_phrases_that_come_to_the_same_words_are_a_conflict():
    book = rulebook(
        cues=(
            cue("sp-hearing", "radio aids", id="a"),
            cue("ci-autism", "Radio aid", id="b", weak=True),
            cue("ts-7", "radio aid", id="other-kind"),
        )
    )
    (conflict,) = survey(book, ()).conflicts
    assert (conflict.phrase, conflict.cues, conflict.strong) == ("radio aids", ("a", "b"), False)


def test_rules_that_fire_on_nothing_measured_are_dead():
    met = heading("met", role=Role.STRATEGY)
    rules = tuple(
        type(met)(id=name, phrases=(name,), meaning=met.meaning, within=True, matches=(name,))
        for name in ("met", "unmet")
    )
    book = rulebook(
        cues=(cue("sp-hearing", "loop", id="a"), cue("sp-hearing", "flare", id="b")),
        headings=rules,
    )
    found = survey(book, (said("Fit a loop.", ""),), [("Met", HeadKind.HEADING)])
    assert (found.dead_cues, found.dead_headings) == (("b",), ("unmet",))


def test_exemplars_and_gold_say_what_is_known_of_them():
    sign = of_exemplar(Exemplar(text="Cannot sit.", role=Role.INDICATOR, origin="a.csv line 2"))
    assert (sign.advice, sign.role, sign.known) == (False, Role.INDICATOR, True)
    row = GoldRow(text="Sit near.", labels={NEED: ("sp-hearing",)}, strategy=True)
    assert (of_gold(row).advice, of_gold(row).role) == (True, Role.STRATEGY)
    assert not of_gold(GoldRow(text="Sit near.")).known
