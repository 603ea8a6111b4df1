"""Statements that wait, with the answers that would settle each, in; the fewest questions out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fingerpost.directory import Item
from fingerpost.meanings import ADVICE, heading_key
from fingerpost.reviewing.asking.doubts import LATER_DOUBTS
from fingerpost.suggestions import Opening

Answers = frozenset[tuple[str, str]]
"""What would be answered: heading keys, each with its answer."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A statement and the sets of answers each of which would settle it."""

    item: str
    ways: tuple[tuple[Answers, tuple[Opening, ...]], ...]


@dataclass(slots=True)
class _Chosen:
    """The answers asked for so far, one a heading."""

    answers: set[tuple[str, str]] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)

    def more(self, way: Answers) -> Answers:
        return frozenset(way - self.answers)

    def allows(self, way: Answers) -> bool:
        return all(self.asked.get(key, answer) == answer for key, answer in way)

    def take(self, way: Answers) -> None:
        self.answers |= way
        self.asked |= dict(way)


def fewest_questions(waiting: Sequence[Item]) -> dict[str, tuple[Opening, ...]]:
    """Choose, for each statement that answers would settle, the headings to ask about, and answers.

    Greedy, as sets are covered: the answers that settle most statements for each question first.
    A heading has one answer, so that it counts only for statements that the same answer settles.
    """
    left = [_ways(item) for item in waiting if item.classified.openings and _only_headings(item)]
    chosen = _Chosen()
    found: dict[str, tuple[Opening, ...]] = {}
    while best := _best(left, chosen):
        chosen.take(best)
        found |= dict(_settled(left, chosen))
        left = [one for one in left if one.item not in found]
    return found


def _only_headings(item: Item) -> bool:
    return LATER_DOUBTS.isdisjoint(item.reasons)


def _ways(item: Item) -> _Waiting:
    return _Waiting(
        item.id,
        tuple(
            (frozenset((heading_key(one.head.text), one.answer) for one in way), way)
            for way in item.classified.openings
        ),
    )


def _best(left: Sequence[_Waiting], chosen: _Chosen) -> Answers | None:
    gains: Counter[Answers] = Counter()
    for one in left:
        gains.update({chosen.more(way) for way, _ in one.ways if chosen.allows(way)})
    if not gains:
        return None
    return max(gains, key=lambda way: (gains[way] / len(way), _plainness(way), sorted(way)))


def _plainness(way: Answers) -> int:
    """Prefer answers that say the least: advice rather than a category that is only guessed."""
    return sum(answer == ADVICE for _, answer in way)


def _settled(
    left: Sequence[_Waiting], chosen: _Chosen
) -> Iterator[tuple[str, tuple[Opening, ...]]]:
    for one in left:
        for way, openings in one.ways:
            if way <= chosen.answers:
                yield one.item, openings
                break
