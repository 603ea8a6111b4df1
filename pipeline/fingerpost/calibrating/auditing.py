"""Statements that were accepted, some of them read by lot, in; how many may still be wrong out; pure.

The sample is the longest answered run in the order of a drawing of its own, so that nobody chooses
what is in it; the bound is exact for drawing without return and holds however often one looks (see
docs/decisions/0021).
"""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from fingerpost.calibrating.answers import is_eligible, is_withdrawn, score_of, standing
from fingerpost.calibrating.intervals import most_wrong
from fingerpost.calibration import Audit, Promise
from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item
from fingerpost.lots import audit_lot
from fingerpost.rulebook import Aim
from fingerpost.taxonomy import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A statement that stands accepted, or would if nobody had answered; `wrong` is None if unknown.

    `accepted` says whether it does stand accepted now, without an answer of its own.
    """

    id: str
    lot: str
    wrong: bool | None = None
    accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is known of a whole: of `drawn` by lot `wrong` were wrong, and what is known besides.

    `known_wrong` and `known_right` count all that was answered, by lot or not; `accepted` those
    that still stand without an answer.
    """

    whole: int
    drawn: int
    wrong: int
    known_wrong: int
    known_right: int
    accepted: int


def audited_of(
    items: Iterable[Item], taken: Collection[str], promise: Promise | None
) -> Iterator[Audited]:
    """Yield all that would be accepted if nobody had answered, so that no answer changes the whole.

    `taken` are items that people joined to others: they were no statements of their own.
    """
    for item in items:
        if _would_be_accepted(item, promise) and not is_withdrawn(item):
            wrong = True if item.id in taken else _is_wrong(item)
            untouched = item.verdict is None and item.id not in taken
            yield Audited(id=item.id, lot=audit_lot(item.id), wrong=wrong, accepted=untouched)


def audit(audited: Iterable[Audited], aim: Aim) -> Audit:
    """Bound the wrong ones among what was accepted, and say what to read until that is enough."""
    order = sorted(audited, key=lambda one: (one.lot, one.id))
    waiting = [one.id for one in order if one.wrong is None]
    steps = range(len(waiting) + 1)
    needed = bisect_left(
        steps, True, key=lambda more: is_enough(_found(order, aim, frozenset(waiting[:more])))
    )
    return replace(_found(order, aim), needed=needed, asked=tuple(waiting[:needed]))


def told(counts: Counts, aim: Aim) -> Audit:
    """Say what counts of answers show; known wrong ones are no danger any more."""
    bound = most_wrong(counts.whole, counts.drawn, counts.wrong, 1 - aim.assurance, aim.at_most)
    return Audit(
        share=aim.at_most,
        assurance=aim.assurance,
        whole=counts.whole,
        accepted=counts.accepted,
        drawn=counts.drawn,
        wrong=counts.wrong,
        at_most=min(max(bound - counts.known_wrong, 0), counts.accepted),
        allowed=math.floor(aim.at_most * (counts.accepted + counts.known_right)),
    )


def is_enough(found: Audit) -> bool:
    """Whether people can stop reading."""
    return found.at_most <= found.allowed


def _found(order: Sequence[Audited], aim: Aim, supposed: Collection[str] = frozenset()) -> Audit:
    """Say what the answers show, or would if some more were found right."""
    said = [False if one.id in supposed else one.wrong for one in order]
    sample = list(takewhile(lambda wrong: wrong is not None, said))
    counts = Counts(
        whole=len(order),
        drawn=len(sample),
        wrong=sample.count(True),
        known_wrong=said.count(True),
        known_right=said.count(False),
        accepted=sum(one.accepted and one.id not in supposed for one in order),
    )
    return told(counts, aim)


def _would_be_accepted(item: Item, promise: Promise | None) -> bool:
    """Whether headings settle it, or the program accepts others that it is as sure of."""
    if not item.classified.reasons:
        return True
    if promise is None or promise.threshold is None or not is_eligible(item.classified):
        return False
    score = score_of(item.classified)
    return score is not None and score >= promise.threshold


def _is_wrong(item: Item) -> bool | None:
    """Whether a person did not let it pass: out, unsure, disputed, parted or filed elsewhere first."""
    verdict = standing(item)
    if verdict is None:
        return None
    agreed = verdict.action is Action.APPROVED and not verdict.disagreement
    return not agreed or bool(verdict.parts) or _is_moved(item, verdict)


def _is_moved(item: Item, verdict: Verdict) -> bool:
    """Whether a person put another label first than what stood there.

    The area, and what headings settle, is held against what the program says today, for that is
    what was accepted; a label it only proposes against what it showed, for people's answers teach
    it, and it may propose another by now.
    """
    for one in item.classified.assignments:
        said = verdict.labels.get(one.facet)
        rests_on_it = one.settled or one.facet is Facet.AREA
        stood = one.concepts if rests_on_it else verdict.proposed.get(one.facet, one.concepts)
        if said is not None and stood and said[:1] != stood[:1]:
            return True
    return False
