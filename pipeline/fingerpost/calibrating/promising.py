"""Statements that may be accepted, with what is known of them, in; what may be promised out; pure.

Learn-then-Test on a few fixed sets (the surest share of all that may be accepted), each with its
part of the doubt, over a sample drawn by lot; see docs/decisions/0015.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fingerpost.calibrating.intervals import most_wrong
from fingerpost.calibration import Promise

_SETS = ((1000, (1.0, 0.75, 0.5, 0.25)), (300, (0.9, 0.5)), (0, (0.75,)))
"""From so many eligible statements on, the shares of the surest that are tried.

Each further set costs all of them some doubt, so that few statements are tried as one set, without
their least sure ones.
"""
_SURE = 0.5
"""Nothing of which it is less sure than this is accepted, however few of many such are wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that the program might accept; `wrong` is None while nobody has answered.

    `on_trial` says whether its answer may test the program, `free` whether the program may accept
    it: people decide what they spoke of before, be it in other words, and it might be the wrong
    one.
    """

    id: str
    lot: str
    score: float
    on_trial: bool = True
    wrong: bool | None = None
    free: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """A council's terms: the share that may be wrong, and how surely no more are."""

    risk: float
    assurance: float


@dataclass(frozen=True, slots=True)
class _Set:
    """The surest candidates: those with at least this score, in order of their lots."""

    threshold: float
    members: tuple[Candidate, ...]


def promise(candidates: Sequence[Candidate], terms: Terms) -> Promise:
    """Find the largest set for which the promise can be kept, or say what is missing."""
    known = kept(candidates, terms)
    if known.threshold is not None or not candidates:
        return known
    order = _by_lot(candidates)
    waiting = [one for one in order if one.on_trial and one.wrong is None]
    steps = range(1, len(waiting) + 1)
    enough = bisect_left(steps, True, key=lambda more: _would_do(order, waiting, more, terms))
    if enough == len(waiting):
        return known
    needed = enough + 1
    gain = kept(_answered(order, waiting, needed), terms).accepted
    asked = tuple(one.id for one in waiting[:needed])
    return replace(known, needed=needed, gain=gain, asked=asked)


def kept(candidates: Sequence[Candidate], terms: Terms) -> Promise:
    """Find the largest set for which the promise can be kept on the answers that there are."""
    order = _by_lot(candidates)
    drawn = frozenset(one.id for one in _run(order))
    promised = [
        _promised(one, drawn, terms, share)
        for share, one in _shared(tuple(_sets(order)), 1 - terms.assurance)
    ]
    best = max(
        (one for one in promised if one.threshold is not None),
        key=lambda one: one.accepted,
        default=None,
    )
    if best is not None:
        return replace(best, eligible=len(order))
    wrong = sum(one.wrong is True for one in order if one.id in drawn)
    return Promise(
        risk=terms.risk,
        assurance=terms.assurance,
        eligible=len(order),
        alike=len(order),
        drawn=len(drawn),
        wrong=wrong,
    )


def _by_lot(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (one.lot, one.id))


def _run(order: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the longest run of answers from the beginning: which items it holds is chance alone."""
    for one in order:
        if one.on_trial:
            if one.wrong is None:
                return
            yield one


def _sets(order: Sequence[Candidate]) -> Iterator[_Set]:
    scores = sorted((one.score for one in order), reverse=True)
    shares = next(shares for least, shares in _SETS if len(order) >= least)
    cuts = (max(int(share * len(scores)), 1) - 1 for share in shares)
    for threshold in dict.fromkeys(max(scores[cut], _SURE) for cut in cuts) if scores else ():
        yield _Set(threshold, tuple(one for one in order if one.score >= threshold))


def _shared(sets: Sequence[_Set], doubt: float) -> Iterator[tuple[float, _Set]]:
    """Give each set its part of the doubt, so that all together have no more."""
    return ((doubt / len(sets), one) for one in sets)


def _promised(tried: _Set, drawn: frozenset[str], terms: Terms, doubt: float) -> Promise:
    """Say what the sample shows of one set; known wrong ones outside of it are no danger any more."""
    sample = [one.wrong is True for one in tried.members if one.id in drawn]
    others = [one for one in tried.members if one.id not in drawn]
    bound = most_wrong(len(tried.members), len(sample), sum(sample), doubt, terms.risk)
    left = bound - sum(sample) - sum(one.wrong is True for one in others)
    open_ones = sum(one.wrong is None and one.free for one in others)
    holds = open_ones > 0 and 0 <= left <= terms.risk * open_ones
    return Promise(
        risk=terms.risk,
        assurance=terms.assurance,
        threshold=tried.threshold if holds else None,
        alike=len(tried.members),
        drawn=len(sample),
        wrong=sum(sample),
        at_most=min(left, open_ones),
        accepted=open_ones if holds else 0,
    )


def _would_do(
    order: Sequence[Candidate], waiting: Sequence[Candidate], more: int, terms: Terms
) -> bool:
    return kept(_answered(order, waiting, more), terms).threshold is not None


def _answered(
    order: Sequence[Candidate], waiting: Sequence[Candidate], more: int
) -> list[Candidate]:
    """Suppose that the next few by lot are answered as proposed."""
    supposed = frozenset(one.id for one in waiting[:more])
    return [replace(one, wrong=False) if one.id in supposed else one for one in order]
