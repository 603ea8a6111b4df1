"""How far the program's beliefs can be trusted, as measured on people's answers."""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fingerpost.taxonomy import Facet

SURELY = 0.999
"""Beliefs are held this far from 0 and 1, which no number of answers could bear out."""


class Shape(StrEnum):
    """How raw beliefs are bent into calibrated ones."""

    SIGMOID = "sigmoid"
    STEPS = "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Leads from a raw belief to the share of such beliefs that are right.

    A sigmoid is a line between the logarithms of odds; `knots` are raw beliefs with what they are
    worth, in rising order, between which steps are joined by lines.
    """

    shape: Shape = Shape.SIGMOID
    slope: float = 1.0
    shift: float = 0.0
    knots: tuple[tuple[float, float], ...] = ()

    def at(self, belief: float) -> float:
        """Return what a raw belief is worth, 0 to 1, to four places."""
        if self.shape is Shape.STEPS:
            return round(self._between(belief), 4)
        return round(1 / (1 + math.exp(-(self.slope * odds(belief) + self.shift))), 4)

    def _between(self, belief: float) -> float:
        above = bisect_right(self.knots, belief, key=lambda knot: knot[0])
        if above in (0, len(self.knots)):
            return self.knots[min(above, len(self.knots) - 1)][1]
        (low, worth), (high, more) = self.knots[above - 1 : above + 1]
        return worth + (more - worth) * (belief - low) / (high - low)


def odds(belief: float) -> float:
    """Return the logarithm of the odds of a belief, which stays finite."""
    held = min(max(belief, 1 - SURELY), SURELY)
    return math.log(held / (1 - held))


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Of `reviewed` statements we were about `sure` of, `right` were; `low` to `high` is likely.

    `least` and `most` bound the beliefs of the band.
    """

    least: float
    most: float
    sure: float
    reviewed: int
    right: int
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How beliefs in first labels of one facet held against people's answers.

    `by_headings` tells labels that headings alone settle from the others, `curve` is missing where
    too few were reviewed. `bands` are held back: each answer is judged by a curve drawn without it.
    """

    facet: Facet
    by_headings: bool
    reviewed: int
    curve: Curve | None = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """How often a category people chose was among the program's likeliest.

    `least` is the belief above which it must be named so that it is missed in no more than one of
    ten; missing where too few were reviewed to promise anything.
    """

    concept: str
    facet: Facet
    reviewed: int
    least: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the program may accept by itself, and on which answers that rests.

    Of `alike` statements that it is as sure of, `drawn` were picked by lot and answered, `wrong`
    of them not as proposed; with the assurance the council asks for, at most `at_most` of those
    that nobody has looked at are wrong. `threshold` is missing while nothing can be promised;
    `needed` then says after how many more answers, all as proposed, it could be, and `asked` names
    the statements to ask about, in order.
    """

    risk: float
    assurance: float
    eligible: int = 0
    threshold: float | None = None
    alike: int = 0
    drawn: int = 0
    wrong: int = 0
    at_most: int = 0
    accepted: int = 0
    needed: int | None = None
    gain: int = 0
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What answers about accepted statements, picked by lot, say of all that were accepted.

    `accepted` stand without an answer of their own, `whole` counts them with those that somebody
    answered. Of `drawn`, in the order of the lots, `wrong` were not right as they stood. With this
    assurance at most `at_most` of the accepted ones are wrong, however often one looks; `allowed`
    may be. After `needed` more answers, all of them "right", no more than that would be; 0 says
    that people can stop. `asked` names the statements to read, in order.
    """

    share: float
    assurance: float
    whole: int = 0
    accepted: int = 0
    drawn: int = 0
    wrong: int = 0
    at_most: int = 0
    allowed: int = 0
    needed: int = 0
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All that was measured; `promise` and `audit` are missing where a council wants none."""

    reliabilities: tuple[Reliability, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    promise: Promise | None = None
    audit: Audit | None = None
    curves: Mapping[tuple[Facet, bool], Curve] = field(default_factory=dict)

    def worth(self, facet: Facet, *, by_headings: bool, belief: float) -> float | None:
        """Return what a raw belief in a first label is worth, if enough was reviewed."""
        curve = self.curves.get((facet, by_headings))
        return curve.at(belief) if curve else None
