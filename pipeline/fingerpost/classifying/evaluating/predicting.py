"""Labelled statements, rules and what was learned in, predictions as a migration would make them out."""

from collections.abc import Sequence

from fingerpost.classifying.classifier import classifier_for
from fingerpost.classifying.evaluating.rows import GoldRow, Prediction
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Head, HeadKind, Strategy

_BETWEEN = " > "


def predict(
    rows: Sequence[GoldRow],
    rulebook: Rulebook,
    judgement: Judgement = UNTAUGHT,
    meanings: Meanings | None = None,
) -> tuple[Prediction, ...]:
    """Classify the gold's statements as if each stood in a document under its headings.

    `meanings` say what headings mean, where people have answered more than the rules say.
    """
    strategies = tuple(_strategy(row) for row in rows)
    classifier = classifier_for(rulebook, judgement)
    found = classifier.classify(strategies, meanings or Meanings(rulebook.headings))
    return tuple(map(Prediction, rows, found))


def _strategy(row: GoldRow) -> Strategy:
    steps = row.heading_path.split(_BETWEEN) if row.heading_path else ()
    heads = tuple(Head(step, HeadKind.HEADING, "") for step in steps)
    return Strategy(
        text=row.text, source_text=row.text, digest="", heads=heads, source="", locator=""
    )
