"""First labels on statements of councils that nobody tuned sentence by sentence keep their level."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fingerpost.classifying import evaluate, read_gold
from fingerpost.rulebook import load_rulebook
from fingerpost.taxonomy import Facet

CHECKOUT = Path(__file__).parents[2]
GOLD = CHECKOUT.parent / "shared" / "gold"
pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="there is no folder `shared` with gold beside the checkout"
)
LEVELS = {Facet.AREA: 0.80, Facet.NEED: 0.70, Facet.UNIVERSAL: 0.80, Facet.STANDARD: 0.75}


@cache
def scores(name, headings):
    book = load_rulebook(CHECKOUT / "rules", "leeds")
    rows = read_gold(GOLD / name, book.taxonomy)
    if not headings:
        rows = tuple(replace(row, heading_path="") for row in rows)
    return evaluate(rows, book)


@pytest.mark.parametrize(("facet", "level"), LEVELS.items())
def test_first_labels_from_the_text_alone_reach_their_level(facet, level):
    score = next(s for s in scores("labelled_dev.csv", headings=False).facets if s.facet is facet)
    print(f"{facet}: {score.accuracy:.3f} of {score.scored}, macro-F1 {score.macro_f1:.3f}")
    assert score.accuracy >= level


def test_headings_give_the_area():
    found = scores("statements_dev.csv", headings=True).facets
    assert next(s for s in found if s.facet is Facet.AREA).accuracy >= 0.95


@pytest.mark.parametrize(("headings", "level"), [(False, 0.93), (True, 0.96)])
def test_the_gate_tells_strategies_from_other_text(headings, level):
    gate = scores("statements_dev.csv", headings).gate
    print(f"AUC {gate.auc:.3f}; {gate.flagged} of {gate.others} doubted")
    assert gate.auc >= level


def test_nothing_that_is_no_strategy_is_accepted():
    predictions = scores("statements_dev.csv", headings=True).predictions
    assert not [p.row.text for p in predictions if not p.row.strategy and not p.classified.reasons]
