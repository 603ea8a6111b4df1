"""Counts and scores in, figures with the intervals of 95 % that so few allow, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from fingerpost.intervals import wilson

_LIKELY = NormalDist().inv_cdf(0.975)
_DRAWS = 2000
_SEED = 20_260_101
"""Draws are the same at every run, so that a figure changes only when what it measures does."""
_TAILS = (2.5, 97.5)

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `of`."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share; 0 where nothing was counted."""
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> Interval:
        """Wilson's interval; all there is where nothing was counted."""
        return wilson(self.right, self.of)


def share_of(verdicts: Sequence[bool]) -> Share:
    """Count verdicts."""
    return Share(sum(verdicts), len(verdicts))


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and the interval it may as well be anywhere in."""

    value: float
    low: float
    high: float


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> Measure:
    """Return the mean F1 of all labels that occur, with a bootstrap interval over the statements.

    Drawing statements anew is drawing how often each pair of wanted and given label occurs.
    """
    if not wanted:
        return Measure(0.0, 0.0, 1.0)
    labels = {label: place for place, label in enumerate(sorted({*wanted, *given}))}
    pairs, counts = np.unique(
        [(labels[one], labels[other]) for one, other in zip(wanted, given, strict=True)],
        axis=0,
        return_counts=True,
    )
    draws = np.random.default_rng(_SEED).multinomial(len(wanted), counts / len(wanted), size=_DRAWS)
    low, high = np.percentile(_mean_f1(pairs, draws, len(labels)), _TAILS)
    return Measure(float(_mean_f1(pairs, counts[None, :], len(labels))[0]), float(low), float(high))


def _mean_f1(pairs: np.ndarray, counts: np.ndarray, size: int) -> np.ndarray:
    """Return one mean F1 a row of counts, over the labels that occur in it."""
    identity = np.eye(size)
    wanted, given = counts @ identity[pairs[:, 0]], counts @ identity[pairs[:, 1]]
    both = counts @ (identity[pairs[:, 0]] * (pairs[:, 0] == pairs[:, 1])[:, None])
    occurs = wanted + given
    scores = np.divide(2 * both, occurs, out=np.zeros_like(occurs), where=occurs > 0)
    mean: np.ndarray = scores.sum(axis=1) / (occurs > 0).sum(axis=1)
    return mean


def auc(good: Sequence[float], others: Sequence[float]) -> Measure | None:
    """Return the chance that a good one scores higher than another; `None` where either is missing.

    The interval is DeLong's, taken on the scale of log-odds so that it stays between 0 and 1. Where
    the two do not overlap at all it would be empty: then it is Wilson's for as many pairs as there
    are of the fewer kind.
    """
    if not good or not others:
        return None
    above = np.subtract.outer(np.asarray(good), np.asarray(others))
    wins = (above > 0) + 0.5 * (above == 0)
    value = float(wins.mean())
    if value in (0.0, 1.0):
        fewer = min(len(good), len(others))
        return Measure(value, *Share(round(value * fewer), fewer).interval)
    spread = _LIKELY * _deviation(wins) / (value * (1 - value))
    middle = np.log(value / (1 - value))
    low, high = (float(1 / (1 + np.exp(-(middle + side * spread)))) for side in (-1, 1))
    return Measure(value, low, high)


def _deviation(wins: np.ndarray) -> float:
    """Return DeLong's standard error: from how each good one, and each other one, fares on average."""
    variances = (wins.mean(axis=axis) for axis in (1, 0))
    return float(
        np.sqrt(sum(one.var(ddof=1) / len(one) if len(one) > 1 else 0.0 for one in variances))
    )
