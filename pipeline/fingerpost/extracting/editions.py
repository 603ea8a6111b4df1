"""Documents with ids in, their older editions left with only what no newer one says out."""

from dataclasses import replace

from fingerpost.extracting.families import families
from fingerpost.strategies import Extraction, LedgerRow, Role

_OLDER_EDITION = "older-edition"


def merge_editions(extractions: tuple[Extraction, ...]) -> tuple[Extraction, ...]:
    """Let the newest edition rule: what it says too is superseded in the older, the rest doubted."""
    merged = list(extractions)
    for group in families(extractions):
        newer = {strategy.id for strategy in extractions[group[0]].strategies}
        for index in group[1:]:
            merged[index] = _superseded(extractions[index], newer, extractions[group[0]].source)
            newer |= {strategy.id for strategy in extractions[index].strategies}
    return tuple(merged)


def _superseded(older: Extraction, newer: set[str], by: str) -> Extraction:
    kept = (strategy for strategy in older.strategies if strategy.id not in newer)
    doubted = (replace(s, doubts=(*s.doubts, _OLDER_EDITION)) for s in kept)
    rows = (_superseded_row(row, newer, by) for row in older.ledger)
    return replace(older, strategies=tuple(doubted), ledger=tuple(rows))


def _superseded_row(row: LedgerRow, newer: set[str], by: str) -> LedgerRow:
    items = row.item.split("|") if row.item else []
    if not items or any(item not in newer for item in items):
        return row
    return replace(row, role=Role.SUPERSEDED, reason=f"a newer edition says it: {by}")
