"""Settled items and readers' reports in, the items with what nobody has answered of them yet out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fingerpost.decisions import Standing
from fingerpost.directory import Item, Status
from fingerpost.naming import part_ids
from fingerpost.suggestions import Reason
from fingerpost.upkeep import ReaderReport


def reported(items: Sequence[Item], standing: Standing) -> tuple[Item, ...]:
    """Ask a person about each item of which readers reported something that nobody answered.

    One that may name somebody or do harm is not shown until then; any other stays where it is
    meanwhile (docs/decisions/0032). What is left out anyway is not asked about.
    """
    return tuple(_asked(item, tuple(_open(item, standing))) for item in items)


def _asked(item: Item, reports: tuple[ReaderReport, ...]) -> Item:
    if not reports or item.status is Status.REJECTED:
        return item
    held_back = any(report.kind.holds_back for report in reports)
    others = item.classified.reasons if held_back and item.live else item.reasons
    reasons = (Reason.READER_REPORT, *(one for one in others if one is not Reason.READER_REPORT))
    if held_back and item.live:
        text = item.classified.strategy.text
        item = replace(item, text=text, status=Status.REVIEW)
    return replace(item, reasons=reasons, reports=reports)


def _open(item: Item, standing: Standing) -> Iterator[ReaderReport]:
    """Yield what nobody answered of an item, of the parts it was parted into and of what it took in.

    A decision about it answers what was reported of those as far as it knew of that.
    """
    yield from (one for one in standing.reports.get(item.id, ()) if not one.answered)
    verdict = item.verdict
    if verdict is None:
        return
    parts = part_ids(item.id, verdict.parts)
    for other in (*parts, *(piece for piece, _ in verdict.joined)):
        for one in standing.reports.get(other, ()):
            if not one.answered and one.taken_in_on > verdict.knew:
                yield one
