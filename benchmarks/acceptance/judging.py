"""Drawings and ways to accept in, how often a promise was broken and how much was accepted out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from fingerpost.calibrating.promising import Candidate, Terms, kept

from benchmarks.acceptance.populations import Drawing

Rule = Callable[[Sequence[Candidate], Terms], float | None]
"""Leads from candidates, some of them answered, to the score from which others are accepted."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one drawing: the open statements accepted, and how many of these were wrong."""

    accepted: int
    wrong: int
    open: int

    def breaks(self, risk: float) -> bool:
        return self.wrong > risk * self.accepted


@dataclass(frozen=True, slots=True)
class Tally:
    """Over all drawings: the share in which the promise held, and the mean share accepted."""

    draws: int
    held: float
    accepted: float
    ever: float


def promised(candidates: Sequence[Candidate], terms: Terms) -> float | None:
    """The product's own rule."""
    return kept(candidates, terms).threshold


def naive(candidates: Sequence[Candidate], terms: Terms) -> float | None:
    """Accept from the score above which the answered ones are right often enough."""
    answered = sorted(
        ((one.score, one.wrong) for one in candidates if one.wrong is not None), reverse=True
    )
    wrong = np.cumsum([bad for _, bad in answered])
    good = [
        score
        for place, (score, _) in enumerate(answered)
        if wrong[place] <= terms.risk * (place + 1)
    ]
    return good[-1] if good else None


def fate(drawing: Drawing, answered: Sequence[int], rule: Rule, terms: Terms) -> Fate:
    """Accept by a rule what is open and sure enough, and look at the truth."""
    threshold = rule(drawing.candidates(answered), terms)
    is_open = np.ones(len(drawing.order), dtype=bool)
    is_open[list(answered)] = False
    taken = is_open & (drawing.truth.scores >= (2.0 if threshold is None else threshold))
    return Fate(int(taken.sum()), int((taken & drawing.truth.wrong).sum()), int(is_open.sum()))


def tally(fates: Iterable[Fate], risk: float) -> Tally:
    found = list(fates)
    shares = [one.accepted / one.open if one.open else 0.0 for one in found]
    return Tally(
        draws=len(found),
        held=1 - sum(one.breaks(risk) for one in found) / len(found),
        accepted=float(np.mean(shares)),
        ever=sum(one.accepted > 0 for one in found) / len(found),
    )
