"""An outcome in, the CSV files that people open in Excel out, and the last run's items back in."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fingerpost.item_records import addresses, cell, item_columns, values
from fingerpost.neutral import neutralise, restore
from fingerpost.outcome import Outcome
from fingerpost.reporting.wording import bare, same_words
from fingerpost.strategies import Known
from fingerpost.tables import csv_rows, csv_text

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
    columns = item_columns(outcome.rulebook)
    return {
        "items.csv": to_csv(columns, _item_rows(outcome, columns)),
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


def _item_rows(outcome: Outcome, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    found = addresses(outcome.items, outcome.standing)
    for item in outcome.items:
        reasons = {"reasons": tuple(reason.value for reason in item.reasons)}
        known = values(item, outcome.rulebook.taxonomy, found) | reasons
        yield [cell(known[name]) for name in columns]


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
    """Return the statement as Word has it, if it does: a rewording is not in the document."""
    return text if not source_text or same_words(text, source_text) else bare(source_text)
