"""Statements made by chance, with a known share of wrong ones, for whoever tests the promise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from fingerpost.calibrating.promising import Candidate

Chances = Callable[[np.ndarray], np.ndarray]

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Truth:
    """Raw beliefs of statements that may be accepted, and which of them are wrong."""

    scores: np.ndarray
    wrong: np.ndarray


def _steep(scores: np.ndarray) -> np.ndarray:
    return 0.35 * (1 - scores) ** 1.5


def _overconfident(scores: np.ndarray) -> np.ndarray:
    return 0.02 + 0.3 * (1 - scores)


def _blind(scores: np.ndarray) -> np.ndarray:
    return np.full_like(scores, 0.045)


def _good(scores: np.ndarray) -> np.ndarray:
    return 0.03 * (1 - scores)


KINDS: Mapping[str, Chances] = {
    "good: few wrong, the unsure ones": _good,
    "steep: wrong where unsure": _steep,
    "overconfident": _overconfident,
    "blind: 4.5 % wrong, whatever it says": _blind,
}


def made(kind: str, size: int, chance: np.random.Generator) -> Truth:
    """Draw one population; beliefs crowd at the sure end, as a classifier's do."""
    scores = np.round(chance.beta(3, 1, size), 4)
    return Truth(scores, chance.random(size) < KINDS[kind](scores))


def at_the_edge(size: int, risk: float, chance: np.random.Generator) -> Truth:
    """Draw a population of which a little more than the risk is wrong in every set: the worst case."""
    scores = np.round(chance.beta(3, 1, size), 4)
    wrong = np.zeros(size, dtype=bool)
    wrong[chance.permutation(size)[: int(risk * size) + 1]] = True
    return Truth(scores, wrong)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A population in an order by lot, half of it on trial."""

    truth: Truth
    order: np.ndarray
    on_trial: np.ndarray

    @property
    def trial_order(self) -> np.ndarray:
        """The statements on trial, in the order in which they are asked about."""
        return self.order[self.on_trial[self.order]]

    def candidates(self, answered: Sequence[int]) -> list[Candidate]:
        """Return all, with the truth about those that somebody has answered."""
        known = {int(one) for one in answered}
        return [
            Candidate(
                id=str(one),
                lot=f"{place:0{_DIGITS}}",
                score=float(self.truth.scores[one]),
                on_trial=bool(self.on_trial[one]),
                wrong=bool(self.truth.wrong[one]) if int(one) in known else None,
            )
            for place, one in enumerate(self.order)
        ]


def drawn(truth: Truth, chance: np.random.Generator) -> Drawing:
    """Draw lots."""
    size = len(truth.scores)
    return Drawing(truth, chance.permutation(size), chance.random(size) < 0.5)
