"""An outcome in, the CSV files that people open in Excel out, and the last run's items back in."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fingerpost.directory import Item
from fingerpost.neutral import neutralise, restore
from fingerpost.outcome import Outcome
from fingerpost.reporting.wording import bare, same_words
from fingerpost.strategies import Known
from fingerpost.tables import JOINER, csv_rows, csv_text
from fingerpost.taxonomy import CORE_FACETS, Facet

ITEMS = (
    "id",
    "status",
    "text",
    "source_text",
    "lead_in",
    "area_of_need",
    "need",
    "universal",
    "teachers_standards",
    "tier",
    "phase",
    "actor",
    "voice",
    "purpose",
    "confidence",
    "reasons",
    "source",
    "heading_path",
    "locator",
    "resources",
)
VOICES = ("child_voice", "child_voice_by")
LEDGER = ("source", "locator", "kind", "role", "item", "reason", "text")
DOCUMENTS = (
    "source",
    "sha256",
    "title",
    "edition",
    "statements",
    "accepted",
    "waiting",
    "tracked_changes",
    "words",
    "seconds",
)
ERRORS = ("source", "code", "reason", "remedy")


def write_tables(outcome: Outcome, folder: Path) -> tuple[Path, ...]:
    """Write items.csv, ledger.csv, documents.csv and errors.csv, and return where they are."""
    paths = []
    for name, data in tables(outcome).items():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return tuple(paths)


def tables(outcome: Outcome) -> dict[str, bytes]:
    """Return the bytes of each table by file name."""
    further = outcome.rulebook.taxonomy.facets[len(CORE_FACETS) :]
    voices = VOICES if outcome.rulebook.council.child_voice else ()
    return {
        "items.csv": to_csv(
            (*ITEMS, *further, *voices),
            ((*_item_cells(i, further), *(_voices(i) if voices else ())) for i in outcome.items),
        ),
        "ledger.csv": to_csv(LEDGER, _ledger_rows(outcome)),
        "documents.csv": to_csv(DOCUMENTS, _document_rows(outcome)),
        "errors.csv": to_csv(
            ERRORS, ((r.source, r.code, r.reason, r.remedy) for r in outcome.refusals)
        ),
    }


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as Excel expects them: byte order mark, commas, no cell that is a formula."""
    return ("\ufeff" + csv_text(header, ([*map(_cell, row)] for row in rows))).encode()


def from_csv(data: bytes) -> list[dict[str, str]]:
    """Read what `to_csv` wrote, with every cell as it was before it was neutralised."""
    lines = [cells for _, cells in csv_rows(data.decode("utf-8-sig"))]
    header, rows = lines[0], lines[1:]
    return [dict(zip(header, map(restore, row), strict=True)) for row in rows]


def read_items(path: Path) -> tuple[Known, ...]:
    """Return what the last run's items.csv remembers; nothing where it is missing or damaged."""
    try:
        rows = from_csv(path.read_bytes())
        return tuple(_known(row, order) for order, row in enumerate(rows))
    except (OSError, ValueError, csv.Error, LookupError):
        return ()


def _cell(text: str) -> str:
    return neutralise(unicodedata.normalize("NFC", text))


def _item_cells(item: Item, further: Sequence[Facet]) -> tuple[str, ...]:
    classified, strategy = item.classified, item.classified.strategy
    return (
        item.id,
        item.status,
        item.text,
        strategy.source_text,
        strategy.lead_in,
        *(JOINER.join(item.concepts(facet)) for facet in CORE_FACETS),
        classified.tier,
        JOINER.join(classified.phases),
        classified.actor,
        classified.voice,
        classified.purpose,
        _confidence(item),
        JOINER.join(item.reasons),
        strategy.source,
        strategy.heading_path,
        strategy.locator,
        JOINER.join(link.href.replace(JOINER, "%7C") for link in strategy.links),
        *(JOINER.join(item.concepts(facet)) for facet in further),
    )


def _voices(item: Item) -> tuple[str, str]:
    return (item.verdict.child_voice, item.verdict.child_voice_by) if item.verdict else ("", "")


def _confidence(item: Item) -> str:
    return "" if item.confidence is None else f"{item.confidence:.2f}"


def _ledger_rows(outcome: Outcome) -> Iterator[Sequence[str]]:
    for extraction in outcome.extractions:
        for r in extraction.ledger:
            yield r.source, r.locator, r.kind, r.role, r.item, r.reason, r.text


def _document_rows(outcome: Outcome) -> Iterator[Sequence[str]]:
    for d in outcome.documents:
        counts = (d.statements, d.accepted, d.waiting, d.revisions.of_words, d.words)
        yield d.source, d.sha256, d.title, d.edition, *map(str, counts), f"{d.seconds:.2f}"


def _known(row: dict[str, str], order: int) -> Known:
    return Known(
        id=row["id"],
        source=row["source"],
        text=_words_in_word(row["text"], row["source_text"]),
        heading_path=row["heading_path"],
        order=order,
    )


def _words_in_word(text: str, source_text: str) -> str:
    """Return the statement as Word has it: a person's rewording is not in the document."""
    return text if same_words(text, source_text) else bare(source_text)
