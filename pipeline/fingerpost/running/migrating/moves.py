"""What was recognised and what people made of it in, which ids went and which came back out; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fingerpost.curating import as_in_word, made_of
from fingerpost.directory import Item
from fingerpost.extracting import Identified
from fingerpost.running.migrating.inputs import Inputs
from fingerpost.running.processing.batches import DocumentResult
from fingerpost.strategies import Extraction, Known, LedgerRow

Instead = Mapping[str, tuple[str, ...]]
"""Leads from the id of an item that people parted or joined to those that stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Ids that nothing goes by any more, and ids that something goes by again."""

    gone: tuple[str, ...]
    back: tuple[str, ...]


def known_in_word(inputs: Inputs, results: Sequence[DocumentResult]) -> tuple[Known, ...]:
    """Return what may be recognised: items as Word has them, but those of a document refused now."""
    return as_in_word(_not_refused(inputs.known, results), inputs.decisions)


def moves_of(
    inputs: Inputs,
    results: Sequence[DocumentResult],
    identified: Identified,
    items: Sequence[Item],
    instead: Instead,
) -> Moves:
    """Say what went and came back: what is no longer in Word, and what people parted, joined or took back."""
    now = {item.id for item in items}
    made = made_of(inputs.decisions)
    undone = (k.id for k in _not_refused(inputs.known, results) if k.id in made)
    vanished = {*identified.vanished, *undone} - now
    gone = {*_that_was_here(vanished, inputs, results), *instead}
    gone |= {k.id for k in inputs.previous if not k.source} - now
    added = inputs.standing.added.keys()
    back = {*identified.revived, *((made.keys() | added) & now)} - instead.keys()
    return Moves(gone=tuple(sorted(gone)), back=tuple(sorted(back)))


def accounted(extraction: Extraction, instead: Instead) -> Extraction:
    """Let the account of a document name the items that stand for those it made."""
    ledger = tuple(_renamed(row, instead) for row in extraction.ledger)
    return replace(extraction, ledger=ledger)


def _renamed(row: LedgerRow, instead: Instead) -> LedgerRow:
    if not any(item in instead for item in row.item.split("|")):
        return row
    items = (name for item in row.item.split("|") for name in instead.get(item, (item,)))
    return replace(row, item="|".join(dict.fromkeys(items)))


def _not_refused(known: tuple[Known, ...], results: Sequence[DocumentResult]) -> tuple[Known, ...]:
    """Leave out what stood in a document that was refused this time: it is not gone."""
    refused = {result.source for result in results if result.refusal}
    return tuple(item for item in known if item.source not in refused)


def _that_was_here(
    vanished: set[str], inputs: Inputs, results: Sequence[DocumentResult]
) -> set[str]:
    """Count as gone only what stood in the documents that this run was to read."""
    sources = {result.source for result in results}
    here = {item.id for item in inputs.known if inputs.whole or item.source in sources}
    return vanished & here
