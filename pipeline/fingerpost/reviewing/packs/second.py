"""What was decided in, a sample by lot for somebody else to decide about on their own out; pure.

Nothing in it comes from the first answers: the labels are the program's own proposals, the words
those in Word. Statements from whose answers the program never learns are drawn first, for what was
learned from an answer would propose that very answer.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from math import ceil

from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item, Status
from fingerpost.lots import is_on_trial, second_lot
from fingerpost.outcome import Outcome
from fingerpost.reviewing.asking.hints import hints
from fingerpost.reviewing.asking.remarks import remarks
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.refs import item_ref
from fingerpost.reviewing.review import Lever, QueueRow, Review

SECOND_LOOK = "a second look, without knowing what others said"
"""The doubt of a statement that somebody else decided about."""

_WHY = "Somebody else decided about this too. What do you say?"
_DECIDED = frozenset({Action.APPROVED, Action.REJECTED, Action.UNFITTING})


def second_look(
    outcome: Outcome, person: str, share: float, out: Collection[str] = frozenset()
) -> Review:
    """Return a share, from 0 to 1, of what others decided, as if nobody had.

    `out` names items that were sent for a second look before; they count towards the share.
    """
    in_word = _in_word(outcome)
    decided = sorted((item for item in in_word if _is_decided(item)), key=_turn)
    drawn = decided[: ceil(share * len(decided))]
    fresh = [i for i in drawn if i.id not in out and i.verdict and not _is_of(i.verdict, person)]
    wanted = {item.id for item in fresh}
    rows = tuple(_row(item, outcome) for item in in_word if item.id in wanted)
    return Review(
        headings=(),
        queue=rows,
        skim=(),
        lever=Lever(questions=0, settled=0, waiting=len(rows)),
    )


def untouched(item: Item) -> Item:
    """Return an item as the program would propose it if nobody had said anything of it."""
    proposed = ((one.facet, one.concepts) for one in item.classified.assignments if one.concepts)
    return replace(
        item,
        text=item.classified.strategy.text,
        status=Status.REVIEW,
        labels=tuple(proposed),
        reasons=(),
        verdict=None,
        reports=(),
    )


def _in_word(outcome: Outcome) -> tuple[Item, ...]:
    """Return statements as they stand in Word, those that people parted in one again.

    An answer about a part would settle nothing. What people joined stands there only in pieces, and
    a piece by itself cannot be judged: it is left out.
    """
    parted = {
        part: one.item
        for one in outcome.replaced
        if one.item.verdict and one.item.verdict.parts
        for part in one.by
    }
    found = {one.id: one for one in (parted.get(item.id, item) for item in outcome.items)}
    return tuple(one for one in found.values() if not (one.verdict and one.verdict.joined))


def _is_decided(item: Item) -> bool:
    verdict = item.verdict
    return (
        verdict is not None
        and not verdict.is_open
        and verdict.action in _DECIDED
        and verdict.digest == item.classified.strategy.digest
    )


def _turn(item: Item) -> tuple[bool, str]:
    return not is_on_trial(item.classified.strategy.digest), second_lot(item.id)


def _is_of(verdict: Verdict, person: str) -> bool:
    return fold(person) in set(_names(verdict))


def _names(verdict: Verdict) -> Iterator[str]:
    for name in verdict.reviewer.split(","):
        yield fold(name)


def _row(item: Item, outcome: Outcome) -> QueueRow:
    return QueueRow(
        ref=item_ref(item),
        item=untouched(item),
        doubt=SECOND_LOOK,
        why=_WHY,
        group=0,
        hints=hints(item.classified.strategy.text, outcome.rulebook.glossary),
        remarks=remarks(item.classified.strategy, ()),
    )
