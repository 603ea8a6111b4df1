"""Lots: fair, lasting, and half of them kept apart from what is learned."""

from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.learning import decided
from fingerpost.lots import is_on_trial, lot
from fingerpost.taxonomy import Facet

from tests.support.outcomes import digest

NAMES = [f"s-{number:012}" for number in range(4000)]


def test_an_items_lot_is_the_same_for_ever():
    assert lot("s-000000000000") == "568f32a5aa6a674f"


def test_half_of_all_words_are_on_trial():
    assert 1900 < sum(map(is_on_trial, NAMES)) < 2100


def test_the_order_of_lots_is_not_the_order_of_names():
    ordered = sorted(NAMES, key=lot)
    halves = [NAMES.index(name) < 2000 for name in ordered[:2000]]
    assert 900 < sum(halves) < 1100


def test_answers_that_test_the_program_teach_it_nothing():
    texts = [f"Advice {number}" for number in range(60)]
    verdicts = {
        f"s-{number}": Verdict(
            action=Action.APPROVED,
            reviewer="Ann",
            decided_on="2025-03-03T10:00:00+00:00",
            text_seen=text,
            digest=digest(text),
            labels={Facet.AREA: ("semh",)},
        )
        for number, text in enumerate(texts)
    }
    taught = {one.text for one in decided(Standing(verdicts=verdicts))}
    assert taught == {text for text in texts if not is_on_trial(digest(text))}
    assert 15 < len(taught) < 45
