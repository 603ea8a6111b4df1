"""Settled items in, what people parted or joined in its place out, with the items it stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fingerpost.curating.slicing import slices_of
from fingerpost.decisions import Action
from fingerpost.directory import Item, Replaced, Status
from fingerpost.naming import part_ids
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Reason

_HELD_BACK = (Action.PARKED, Action.PULLED_OUT, Action.UNFITTING)

Arranged = tuple[tuple[Item, ...], tuple[Replaced, ...]]


def arrange(items: Sequence[Item]) -> Arranged:
    """Put parts and wholes in the place of the items they were made of.

    A whole stands only while the words of all its pieces do, and while nobody settled a piece by
    itself; else the item comes back to a person, and so do the pieces.
    """
    by_id = {item.id: item for item in items}
    checked = {item.id: _checked(item, by_id) for item in items}
    taken = {piece: item.id for item in checked.values() for piece in _pieces(item)}
    arranged: list[Item] = []
    replaced: list[Replaced] = []
    for item in checked.values():
        if item.id in taken:
            replaced.append(Replaced(item=item, by=(taken[item.id],)))
        elif parts := tuple(_parts(item)):
            arranged += parts
            unparted = replace(item, text=item.classified.strategy.text)
            replaced.append(Replaced(item=unparted, by=tuple(part.id for part in parts)))
        else:
            arranged.append(_whole(item, by_id))
    return tuple(arranged), tuple(replaced)


def _pieces(item: Item) -> tuple[str, ...]:
    """Return the ids of the items that an approved item takes in."""
    if item.verdict is None or item.status is not Status.APPROVED:
        return ()
    return tuple(piece for piece, _ in item.verdict.joined)


def _checked(item: Item, by_id: Mapping[str, Item]) -> Item:
    """Ask again about a whole of which a piece was reworded, is gone or stands by itself."""
    if item.verdict is None or not _pieces(item):
        return item
    found = [(by_id.get(piece), digest) for piece, digest in item.verdict.joined]
    if any(one is None or one.classified.strategy.digest != digest for one, digest in found):
        return _asked_again(item, Reason.REWORDED)
    if any(one and _stands_alone(one) for one, _ in found):
        return _asked_again(item, Reason.REVIEWERS_DISAGREE)
    return item


def _stands_alone(piece: Item) -> bool:
    """Whether somebody approved a piece by itself, or holds it back; the whole would publish it.

    Who rejects a piece beside its whole says only that it is no statement of its own.
    """
    held_back = piece.verdict is not None and (
        bool(piece.verdict.disagreement) or piece.verdict.action in _HELD_BACK
    )
    return held_back or piece.status is Status.APPROVED or bool(_pieces(piece))


def _asked_again(item: Item, doubt: Reason) -> Item:
    reasons = (doubt, *(one for one in item.classified.reasons if one is not doubt))
    text = item.classified.strategy.text
    return replace(item, text=text, status=Status.REVIEW, reasons=reasons)


def _parts(item: Item) -> Iterator[Item]:
    """Make the items of which a person said that they are in one; each has its own words of Word's."""
    if item.verdict is None or item.status is not Status.APPROVED:
        return
    parts, strategy = item.verdict.parts, item.classified.strategy
    words = slices_of(strategy.source_text, parts)
    for name, text, source_text in zip(part_ids(item.id, parts), parts, words, strict=True):
        part = replace(
            strategy,
            id=name,
            text=text,
            source_text=source_text,
            links=tuple(link for link in strategy.links if link.label in source_text),
            split=None,
            join=None,
        )
        purpose = item.classified.purpose
        classified = replace(
            item.classified, strategy=part, purpose=purpose if purpose in text else ""
        )
        yield replace(item, id=name, text=text, classified=classified)


def _whole(item: Item, by_id: Mapping[str, Item]) -> Item:
    """Give a whole the words and links of all its pieces."""
    pieces = [by_id[piece].classified.strategy for piece in _pieces(item)]
    if not pieces:
        return item
    strategy = _united(item.classified.strategy, pieces)
    return replace(item, classified=replace(item.classified, strategy=strategy))


def _united(first: Strategy, others: Sequence[Strategy]) -> Strategy:
    links = dict.fromkeys(link for one in (first, *others) for link in one.links)
    apart = "\n".join(one.source_text for one in (first, *others))
    words = "".join(first.join.pieces) if first.join else apart
    return replace(first, source_text=words, links=tuple(links), split=None, join=None)
