"""An outcome in, what stands for each id that does not stand by itself any more out."""

from collections.abc import Iterator

from fingerpost.directory import Replaced
from fingerpost.item_records import Row
from fingerpost.outcome import Outcome
from fingerpost.taxonomy import Taxonomy


def redirect_rows(outcome: Outcome) -> Iterator[Row]:
    """Yield one row for each pair of such an id and a statement or category people can find now.

    What waits for a person stands for nothing meanwhile.
    """
    live = frozenset(item.id for item in outcome.items if item.live)
    for one in outcome.replaced:
        for by in one.by:
            if by in live:
                yield _row(one.item.id, "strategy", by, _reason(one))
    yield from _concepts(outcome.rulebook.taxonomy)


def _reason(one: Replaced) -> str:
    return "parted" if len(one.by) > 1 else "joined"


def _concepts(taxonomy: Taxonomy) -> Iterator[Row]:
    for concept in taxonomy.concepts:
        shown = taxonomy.shown(concept.id)
        if shown is not concept:
            reason = "replaced" if concept.retired else "folded"
            yield _row(concept.id, "concept", shown.id, reason)


def _row(identifier: str, kind: str, replaced_by: str, reason: str) -> Row:
    return {"id": identifier, "kind": kind, "replaced_by": replaced_by, "reason": reason}
