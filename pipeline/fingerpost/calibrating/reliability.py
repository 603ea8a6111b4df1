"""Answers of one kind in, how far the program's beliefs held and what it may promise out."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from fingerpost.calibrating.answers import Answer
from fingerpost.calibrating.curves import curve_of, held_back
from fingerpost.calibration import Band, Guarantee, Reliability
from fingerpost.intervals import wilson
from fingerpost.taxonomy import Facet

_EDGES = (0.0, 0.5, 0.75, 0.9, 0.95, 1.0)
_ENOUGH_FOR_A_CONCEPT = 40
_COVERED = 0.9
"""The share of a category's statements whose likeliest labels must name it."""


def reliabilities(answers: Iterable[Answer]) -> Iterator[Reliability]:
    """Yield one reliability a kind of label, for labels that headings settle and others apart."""
    kinds: dict[tuple[Facet, bool], list[Answer]] = {}
    for answer in sorted(answers, key=lambda one: one.lot):
        kinds.setdefault((answer.facet, answer.by_headings), []).append(answer)
    for facet in Facet:
        for by_headings in (False, True):
            if found := kinds.get((facet, by_headings)):
                yield _reliability(facet, found, by_headings=by_headings)


def _reliability(facet: Facet, answers: Sequence[Answer], *, by_headings: bool) -> Reliability:
    pairs = [(one.belief, one.right) for one in answers]
    curve = curve_of(pairs)
    return Reliability(
        facet=facet,
        by_headings=by_headings,
        reviewed=len(pairs),
        curve=curve,
        bands=tuple(_bands(answers, held_back(pairs))) if curve else (),
    )


def _bands(answers: Sequence[Answer], worths: Sequence[float]) -> Iterator[Band]:
    """Yield bands of calibrated belief, surest first; the last edge belongs to the surest."""
    judged = tuple(zip(worths, (one.right for one in answers), strict=True))
    for least, most in sorted(pairwise(_EDGES), reverse=True):
        inside = [
            (worth, right)
            for worth, right in judged
            if least <= worth < most or worth == most == _EDGES[-1]
        ]
        if inside:
            right = sum(right for _, right in inside)
            low, high = wilson(right, len(inside))
            yield Band(
                least=least,
                most=most,
                sure=round(sum(worth for worth, _ in inside) / len(inside), 4),
                reviewed=len(inside),
                right=right,
                low=round(low, 4),
                high=round(high, 4),
            )


def guarantees(answers: Iterable[Answer]) -> Iterator[Guarantee]:
    """Yield, for each category people chose, the belief above which naming it misses one in ten.

    Conformal prediction category by category: as of answers drawn at random, so of others like
    them. With none named often enough there is no such belief but 0, and that is no promise.
    """
    chosen: dict[tuple[Facet, str], list[float]] = {}
    for answer in answers:
        if answer.chosen:
            known = dict(answer.ranked)
            beliefs = chosen.setdefault((answer.facet, answer.chosen), [])
            beliefs.append(known.get(answer.chosen, 0.0))
    order = {facet: place for place, facet in enumerate(Facet)}
    for (facet, concept), beliefs in sorted(chosen.items(), key=lambda c: (order[c[0][0]], c[0])):
        yield Guarantee(
            concept=concept, facet=facet, reviewed=len(beliefs), least=_least(sorted(beliefs))
        )


def _least(beliefs: Sequence[float]) -> float | None:
    """Return the belief that all but one in ten reach, counting the one yet to come."""
    if len(beliefs) < _ENOUGH_FOR_A_CONCEPT:
        return None
    missed = math.floor((1 - _COVERED) * (len(beliefs) + 1) + 1e-9) - 1
    return round(beliefs[missed], 4) or None
