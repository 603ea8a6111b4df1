"""Items that wait in, the order in which people meet them out (docs/decisions/0020)."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from statistics import fmean

from fingerpost.directory import Item
from fingerpost.reviewing.asking.alike import clusters
from fingerpost.suggestions import Reason

HARMFUL = frozenset(
    {
        Reason.MAY_BE_INDICATOR,
        Reason.PERSONAL_DATA,
        Reason.READER_REPORT,
        Reason.SPECIALIST_TIER,
        Reason.MAY_NOT_BE_STRATEGY,
        Reason.TRACKED_CHANGE,
        Reason.STRUCK_OUT,
        Reason.HARD_TO_SEE,
        Reason.NOT_WHOLE,
    }
)
"""Doubts about what must not stand in the directory, or would say something else there."""

_MEETING = frozenset({Reason.PARKED, Reason.UNFITTING})
_RANKS = {reason: rank for rank, reason in enumerate(Reason)}
_DIGITS = 6


class Stage(IntEnum):
    """The parts of the queue, in order."""

    HARMFUL = 0
    DOUBTFUL = 1
    BY_HEADING = 2
    MEETING = 3


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What the order rests on besides the items themselves.

    `chances` leads from an item to the chance that it is filed wrongly, `picked` from one of those
    picked by lot to their turns; `by_heading` holds those that an answer about a heading settles.
    """

    chances: Mapping[str, float] = field(default_factory=dict)
    picked: Mapping[str, int] = field(default_factory=dict)
    by_heading: frozenset[str] = frozenset()

    @cached_property
    def average(self) -> float:
        """The mean chance of those picked by lot, which is what one more of them most likely has."""
        known = [self.chances[one] for one in self.picked if one in self.chances]
        return fmean(known) if known else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An item in its place.

    `cluster` is the same for items like each other, and "" where one is alone; of a cluster one
    leads, and `others` says how many follow it. Items of one `group` stand together: they are
    alike, or stand below one heading and wait for the same worst reason.
    """

    item: Item
    group: int
    cluster: str = ""
    others: int = 0


def in_order(waiting: Sequence[Item], sought: Sought) -> tuple[Placed, ...]:
    """Put first what is harmful if wrong, then what one decision most likely mends most of.

    What was picked by lot stands where the average of it does, if not before. What waits for a
    heading or for the meeting comes last. Items like each other stand together, where the most
    urgent of them belongs.
    """
    desk = _Desk(sought, _first_seen(map(_path, waiting)))
    like = clusters({item.id: item.text for item in waiting if desk.may_be_bundled(item)})
    bundles: dict[str, list[Item]] = {}
    for item in waiting:
        bundles.setdefault(like.get(item.id, item.id), []).append(item)
    ordered = sorted(bundles.items(), key=lambda named: desk.urgency(named[1]))
    return tuple(_placed(((name, desk.arranged(items)) for name, items in ordered), desk))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Says how urgent items are; `paths` numbers headings of documents as they come."""

    sought: Sought
    paths: Mapping[Hashable, int]

    def stage(self, item: Item) -> Stage:
        if not _MEETING.isdisjoint(item.reasons):
            return Stage.MEETING
        if item.id in self.sought.by_heading:
            return Stage.BY_HEADING
        harmful = not HARMFUL.isdisjoint(item.reasons)
        return Stage.HARMFUL if harmful else Stage.DOUBTFUL

    def may_be_bundled(self, item: Item) -> bool:
        """What was picked by lot is read by itself, or its answer would test nothing."""
        asked = self.stage(item) in (Stage.HARMFUL, Stage.DOUBTFUL)
        return asked and item.id not in self.sought.picked

    def urgency(self, items: Sequence[Item]) -> tuple[int, int, float, int, int, int]:
        """Return what a bundle of items is sorted by: among the harmful, first why they are."""
        stage = min(map(self.stage, items))
        rank = min(map(_rank, items))
        return (
            stage,
            rank if stage is Stage.HARMFUL else 0,
            -round(self._mended(items), _DIGITS),
            min(self.sought.picked.get(item.id, len(self.sought.picked)) for item in items),
            rank,
            min(self.paths[_path(item)] for item in items),
        )

    def _mended(self, items: Sequence[Item]) -> float:
        """How many mistakes one look at these mends, as far as one can foretell."""
        mended = sum(self.sought.chances.get(item.id, 0.0) for item in items)
        picked = items[0].id in self.sought.picked
        return max(mended, self.sought.average) if picked else mended

    def arranged(self, items: Sequence[Item]) -> list[Item]:
        """Sort the items of one bundle."""
        return sorted(items, key=lambda item: self.urgency((item,)))

    def place(self, item: Item) -> Hashable:
        """Return what items that stand alone have in common if they stand together."""
        return self.stage(item), item.id in self.sought.picked, _rank(item), _path(item)


def _placed(bundles: Iterable[tuple[str, Sequence[Item]]], desk: _Desk) -> Iterator[Placed]:
    group, before = 0, None
    for name, items in bundles:
        alone = len(items) == 1
        now = desk.place(items[0]) if alone else name
        group += before is not None and now != before
        before = now
        for item in items:
            others = len(items) - 1 if item is items[0] else 0
            yield Placed(item=item, group=group, cluster="" if alone else name, others=others)


def _first_seen(keys: Iterable[Hashable]) -> dict[Hashable, int]:
    seen: dict[Hashable, int] = {}
    for key in keys:
        seen.setdefault(key, len(seen))
    return seen


def _rank(item: Item) -> int:
    return min((_RANKS[reason] for reason in item.reasons), default=len(_RANKS))


def _path(item: Item) -> tuple[str, str]:
    strategy = item.classified.strategy
    return strategy.source, strategy.heading_path
