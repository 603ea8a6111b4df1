"""One outcome in, the files out that a directory is loaded from."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from fingerpost.exporting import records
from fingerpost.exporting.records import Row
from fingerpost.files import move, unwritable, write_through
from fingerpost.manifest import LOG, MANIFEST, digest, listing
from fingerpost.outcome import Outcome
from fingerpost.skos import to_turtle
from fingerpost.tables import JOINER, clean, csv_text


def write_curated(outcome: Outcome, folder: Path) -> None:
    """Write all curated files, then the list of their digests, which also covers the log.

    They are written aside first and then put in place one by one, the list last: whoever looks
    at a half-finished change sees that files and list do not match.
    """
    files = curated_files(outcome)
    listed = {name: digest(content) for name, content in files.items()}
    log = folder / LOG
    if log.exists():
        listed[LOG] = digest(log.read_bytes())
    _put_in_place(folder, {**files, MANIFEST: listing(listed).encode()})


def curated_files(outcome: Outcome) -> dict[str, bytes]:
    """Return the bytes of each file by name; the same outcome gives the same bytes anywhere."""
    items = records.in_order(outcome.items)
    taxonomy = outcome.rulebook.taxonomy
    strategies = tuple(records.strategy_rows(items, outcome.rulebook))
    return {
        "strategies.csv": _csv(records.strategy_columns(outcome.rulebook), strategies),
        "strategies.json": _json(strategies),
        "strategy_concepts.csv": _csv(records.CONCEPTS, records.concept_rows(items, taxonomy)),
        "resources.csv": _csv(records.RESOURCES, records.resource_rows(items)),
        "taxonomy.csv": _csv(records.TAXONOMY, records.taxonomy_rows(taxonomy)),
        "taxonomy.ttl": to_turtle(outcome.rulebook.entries, outcome.rulebook.council.id),
    }


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    return csv_text(columns, ([_cell(row[name]) for name in columns] for row in rows)).encode()


def _cell(value: str | tuple[str, ...] | float | None) -> str:
    if isinstance(value, tuple):
        return JOINER.join(map(clean, value))
    if isinstance(value, float):
        return f"{value:.2f}"
    return clean(value or "")


def _json(rows: Iterable[Row]) -> bytes:
    plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: str | tuple[str, ...] | float | None) -> str | list[str] | float | None:
    if isinstance(value, tuple):
        return list(map(clean, value))
    if isinstance(value, float):
        return value
    return clean(value) if value is not None else None


def _put_in_place(folder: Path, files: dict[str, bytes]) -> None:
    """Write every file aside, then move them, in the order given."""
    aside = folder / ".new"
    path = folder
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        for name, content in files.items():
            path = folder / name
            write_through(aside / name, content)
        for name in files:
            path = folder / name
            move(aside / name, path)
        aside.rmdir()
    except OSError as error:
        raise unwritable(path, error) from error
