"""Strategies in, classified strategies out: labels with their evidence, fields, gate and doubts."""

from collections.abc import Sequence

from fingerpost.classifying.evaluating import (
    Evaluation,
    GoldRow,
    Prediction,
    evaluate,
    read_gold,
    write_predictions,
)
from fingerpost.classifying.lessons import lessons
from fingerpost.classifying.personal import personal_address, personal_words
from fingerpost.classifying.proving import check_cues
from fingerpost.learned import UNTAUGHT, Judgement
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
    "lessons",
    "personal_address",
    "personal_words",
    "read_gold",
    "write_predictions",
]


def classify(
    strategies: Sequence[Strategy],
    rulebook: Rulebook,
    meanings: Meanings,
    judgement: Judgement = UNTAUGHT,
) -> tuple[Classified, ...]:
    """Classify strategies in their order, each by itself.

    The first call of a process loads spaCy and compiles the rules; they are kept by their digest.
    """
    from fingerpost.classifying.classifier import classifier_for

    return classifier_for(rulebook, judgement).classify(strategies, meanings)
