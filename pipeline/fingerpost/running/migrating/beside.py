"""Questions and what became of the documents in, what stands beside each question on a page out."""

from collections.abc import Iterable, Mapping

from fingerpost.copying import passages
from fingerpost.directory import Item
from fingerpost.outcome import Outcome
from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing import Beside, Review, precedents
from fingerpost.running.processing.batches import DocumentResult
from fingerpost.running.processing.copies import unpacked_copy


def beside(
    review: Review,
    outcome: Outcome,
    results: Iterable[DocumentResult],
    pack: PackSent | None = None,
) -> Beside:
    """Return the passage of every statement that waits, and the likest decisions about others.

    Who only comments gets neither; who looks a second time sees nobody's decisions, for those about
    what is like a statement would tell what was said of it.
    """
    kind = pack.kind if pack else None
    if kind is PackKind.COMMENTS:
        return Beside()
    waiting = tuple(row.item for row in review.queue)
    blocks = passages_of(waiting, results)
    if kind is PackKind.SECOND:
        return Beside(passages=blocks)
    return Beside(
        passages=blocks,
        precedents=precedents(waiting, outcome.items, outcome.rulebook.taxonomy),
    )


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
