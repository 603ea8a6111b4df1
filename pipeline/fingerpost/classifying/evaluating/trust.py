"""Predictions of one facet in, how far beliefs can be relied on out: in bands, and for the surest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fingerpost.classifying.evaluating.intervals import Share, share_of
from fingerpost.classifying.evaluating.rows import Prediction, assignment_of, belief
from fingerpost.taxonomy import Facet

_BANDS = 10
RISKS = (0.02, 0.05, 0.10)
"""The shares of wrong labels for which it is said how many statements could be kept."""

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Band:
    """First labels believed in at `least` to `most`: how sure on average, how many of how many right."""

    least: float
    most: float
    sure: float
    held: Share


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the surest `share` of the statements, `risk` are wrong; all have a belief of `least` or more."""

    share: float
    risk: float
    least: float


@dataclass(frozen=True, slots=True)
class Trust:
    """How beliefs in first labels of one facet held.

    `error` is how far belief and share right lie apart on average, over the statements. `curve`
    starts with the surest. It looks back on answers that are known: what may be promised of new
    statements is less.
    """

    bands: tuple[Band, ...]
    curve: tuple[Kept, ...]
    error: float

    def kept(self, risk: float) -> float:
        """Return the largest share of statements, surest first, with no more than this risk."""
        return max((one.share for one in self.curve if one.risk <= risk), default=0.0)


def trust(predictions: Sequence[Prediction], facet: Facet) -> Trust:
    """Judge beliefs on the rows that are scored; a row whose label has no belief counts as unsure."""
    judged = tuple(_judged(one, facet) for one in predictions if facet in one.row.labels)
    bands = tuple(_bands(judged))
    apart = sum(abs(one.sure - one.held.value) * one.held.of for one in bands)
    return Trust(bands, tuple(_curve(judged)), apart / len(judged) if judged else 0.0)


def _judged(prediction: Prediction, facet: Facet) -> Judged:
    sure = belief(assignment_of(prediction.classified, facet))
    return (0.0 if sure is None else sure), prediction.is_right(facet)


def _bands(judged: Sequence[Judged]) -> Iterator[Band]:
    placed = sorted(judged)
    for place, group in groupby(placed, key=lambda one: min(int(one[0] * _BANDS), _BANDS - 1)):
        members = tuple(group)
        yield Band(
            least=place / _BANDS,
            most=(place + 1) / _BANDS,
            sure=sum(sure for sure, _ in members) / len(members),
            held=share_of([right for _, right in members]),
        )


def _curve(judged: Sequence[Judged]) -> Iterator[Kept]:
    """Take the surest first; those of the same belief come all together."""
    taken = wrong = 0
    for sure, group in groupby(sorted(judged, reverse=True), key=lambda one: one[0]):
        verdicts = [right for _, right in group]
        taken, wrong = taken + len(verdicts), wrong + verdicts.count(False)
        yield Kept(taken / len(judged), wrong / taken, sure)
