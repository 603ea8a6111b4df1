"""Strategies in, classified strategies out: labels with their evidence, fields, gate and doubts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.classifying.evaluating import (
    Evaluation,
    GoldRow,
    Prediction,
    evaluate,
    read_gold,
    write_predictions,
)
from fingerpost.classifying.lessons import lessons
from fingerpost.classifying.personal import personal_words
from fingerpost.classifying.proving import check_cues
from fingerpost.learned import Learned
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Classified

__all__ = [
    "UNTAUGHT",
    "Evaluation",
    "GoldRow",
    "Judgement",
    "Prediction",
    "check_cues",
    "classify",
    "evaluate",
    "lessons",
    "personal_words",
    "read_gold",
    "write_predictions",
]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a classifier knows beyond the rules: what was learned, and where vectors are kept."""

    learned: Learned | None = None
    vectors: Path | None = None

    @property
    def digest(self) -> str:
        """The name of what was learned and of what it quotes; empty where nothing was."""
        return self.learned.told_digest if self.learned else ""


UNTAUGHT = Judgement()
"""Knows the rules and nothing else."""


def classify(
    strategies: Sequence[Strategy],
    rulebook: Rulebook,
    meanings: Meanings,
    judgement: Judgement = Judgement(),
) -> tuple[Classified, ...]:
    """Classify strategies in their order, each by itself.

    The first call of a process loads spaCy and compiles the rules; they are kept by their digest.
    """
    from fingerpost.classifying.classifier import classifier_for

    classifier = classifier_for(rulebook, judgement.learned, judgement.vectors)
    return classifier.classify(strategies, meanings)
