"""First labels on statements of councils that nobody tuned sentence by sentence keep their level."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fingerpost.classifying import read_gold
from fingerpost.classifying.evaluating import predict, score
from fingerpost.decisions import Standing
from fingerpost.running.rules.learner import Learner
from fingerpost.taxonomy import Facet

from tests.support.shipped import shipped_rules

CHECKOUT = Path(__file__).parents[2]
GOLD = CHECKOUT.parent / "shared" / "gold"
OWN = CHECKOUT / "tests" / "gold"
pytestmark = [
    pytest.mark.slow,  # it may have to learn from the exemplars first
    pytest.mark.skipif(
        not GOLD.is_dir(), reason="there is no folder `shared` with gold beside the checkout"
    ),
]
LEVELS = {Facet.AREA: 0.80, Facet.NEED: 0.70, Facet.UNIVERSAL: 0.80, Facet.STANDARD: 0.75}


@cache
def program():
    book = shipped_rules()
    learner = Learner(CHECKOUT / "rules", CHECKOUT / ".fingerpost", keep=False)
    return book, learner.judgement(book, Standing())


@cache
def predictions(path, headings=False):
    book, judgement = program()
    rows = read_gold(path, book.taxonomy)
    if not headings:
        rows = tuple(replace(row, heading_path="") for row in rows)
    return predict(rows, book, judgement)


def facet_score(found, facet):
    return next(one for one in score(found).facets if one.facet is facet)


@pytest.mark.parametrize(("facet", "level"), LEVELS.items())
def test_first_labels_from_the_text_alone_reach_their_level(facet, level):
    found = facet_score(predictions(GOLD / "labelled_dev.csv"), facet)
    print(f"{facet}: {found.accuracy:.3f} of {found.scored}, macro-F1 {found.macro_f1:.3f}")
    assert found.accuracy >= level


def test_where_labels_are_sure_the_area_is_right_nine_times_in_ten():
    rows = predictions(GOLD / "labelled_dev.csv")
    sure = [one for one in rows if one.row.columns["sure"] == "yes"]
    assert facet_score(sure, Facet.AREA).accuracy >= 0.90


@pytest.mark.parametrize("facet", [Facet.AREA, Facet.UNIVERSAL, Facet.STANDARD])
def test_one_of_the_two_likeliest_labels_is_right_nine_times_in_ten(facet):
    assert facet_score(predictions(GOLD / "labelled_dev.csv"), facet).shortlist.value >= 0.90


def test_headings_give_the_area():
    found = predictions(GOLD / "statements_dev.csv", headings=True)
    assert facet_score(found, Facet.AREA).accuracy >= 0.95


@pytest.mark.parametrize(("headings", "level"), [(False, 0.93), (True, 0.98)])
def test_the_gate_tells_strategies_from_other_text(headings, level):
    others = predictions(OWN / "not_advice.csv")
    gate = score((*predictions(GOLD / "statements_dev.csv", headings), *others)).gate
    print(f"AUC {gate.auc:.3f}; {gate.flagged} of {gate.others} doubted")
    assert gate.others >= 300
    assert len(gate.roles) >= 6
    assert gate.auc >= level


def test_nothing_that_is_no_strategy_is_accepted():
    found = predictions(GOLD / "statements_dev.csv", headings=True)
    assert [one.row.text for one in found if not one.row.strategy and not one.reasons] == []
