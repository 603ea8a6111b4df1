"""Statements and what became of their documents in, the passage that each stands in out."""

from collections.abc import Iterable, Mapping

from fingerpost.copying import passages
from fingerpost.directory import Item
from fingerpost.running.batches import DocumentResult
from fingerpost.running.copies import unpacked_copy


def passages_of(items: Iterable[Item], results: Iterable[DocumentResult]) -> Mapping[str, str]:
    """Return, by the id of each item that a copy shows, the blocks round it as safe markup."""
    by_source: dict[str, list[Item]] = {}
    for item in items:
        by_source.setdefault(item.classified.strategy.source, []).append(item)
    found: dict[str, str] = {}
    for result in results:
        here = by_source.get(result.source)
        if here and result.copy:
            cut = passages(unpacked_copy(result.copy).decode(), map(_place, here))
            found.update({item.id: cut[_place(item)] for item in here if _place(item) in cut})
    return found


def _place(item: Item) -> tuple[str, int]:
    strategy = item.classified.strategy
    return strategy.locator, strategy.part
