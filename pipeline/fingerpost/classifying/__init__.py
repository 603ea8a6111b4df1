"""Strategies in, classified strategies out: labels with their evidence, fields, gate and doubts."""

from collections.abc import Sequence

from fingerpost.classifying.evaluation import Evaluation, GoldRow, Prediction, evaluate
from fingerpost.classifying.gold import read_gold, write_predictions
from fingerpost.classifying.proving import check_cues
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Classified

__all__ = [
    "Evaluation",
    "GoldRow",
    "Prediction",
    "check_cues",
    "classify",
    "evaluate",
    "read_gold",
    "write_predictions",
]


def classify(
    strategies: Sequence[Strategy], rulebook: Rulebook, meanings: Meanings
) -> tuple[Classified, ...]:
    """Classify strategies in their order, each by itself.

    The first call of a process loads spaCy and compiles the rules; they are kept by their digest.
    """
    from fingerpost.classifying.classifier import classifier_for

    return classifier_for(rulebook).classify(strategies, meanings)
