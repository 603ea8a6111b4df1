"""One outcome in, the files out that a directory is loaded from."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fingerpost.exporting import records, resources
from fingerpost.exporting.columns import CuratedTable, curated_tables, log_table
from fingerpost.exporting.data_package import data_package
from fingerpost.exporting.json_schema import json_schema
from fingerpost.exporting.redirects import redirect_rows
from fingerpost.files import move, unwritable, write_through
from fingerpost.item_records import Row, addresses, cell
from fingerpost.manifest import LOG, MANIFEST, digest, listing
from fingerpost.outcome import Outcome
from fingerpost.skos import to_turtle
from fingerpost.tables import clean, csv_text


def write_curated(outcome: Outcome, folder: Path) -> None:
    """Write all curated files, then the list of their digests, which also covers the log.

    They are written aside first and then put in place one by one, the list last: whoever looks
    at a half-finished change sees that files and list do not match.
    """
    log = folder / LOG
    files = curated_files(outcome, with_log=log.exists())
    listed = {name: digest(content) for name, content in files.items()}
    if log.exists():
        listed[LOG] = digest(log.read_bytes())
    _put_in_place(folder, {**files, MANIFEST: listing(listed).encode()})


def curated_files(outcome: Outcome, *, with_log: bool = False) -> dict[str, bytes]:
    """Return the bytes of each file by name; the same outcome gives the same bytes anywhere.

    `with_log` says whether the log stands beside them, so that it is described with them.
    """
    rulebook = outcome.rulebook
    rows = _rows(outcome)
    tables = curated_tables(rulebook)
    described = (*tables, log_table()) if with_log else tables
    strategies, *_ = tables
    return {
        **{f"{table.name}.csv": _csv(table, rows[table.name]) for table in tables},
        "strategies.json": _json([_plain(row) for row in rows[strategies.name]]),
        "strategies.schema.json": _json(json_schema(strategies, rulebook.taxonomy)),
        "taxonomy.ttl": to_turtle(rulebook.entries, rulebook.council.id),
        "datapackage.json": _json(data_package(described, rulebook)),
    }


def _rows(outcome: Outcome) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of each table by its name."""
    items = records.in_order(outcome.items)
    found = addresses(outcome.items, outcome.standing)
    taxonomy = outcome.rulebook.taxonomy
    rows: dict[str, Iterable[Row]] = {
        "strategies": records.strategy_rows(items, outcome.rulebook, found),
        "strategy_concepts": records.concept_rows(items, taxonomy),
        "resources": resources.resource_rows(items, found),
        "strategy_resources": resources.use_rows(items, found),
        "documents": records.document_rows(outcome.documents),
        "taxonomy": records.taxonomy_rows(taxonomy),
        "redirects": redirect_rows(outcome),
    }
    return {name: tuple(each) for name, each in rows.items()}


def _csv(table: CuratedTable, rows: Iterable[Row]) -> bytes:
    cells = ([clean(cell(row[name])) for name in table.header] for row in rows)
    return csv_text(table.header, cells).encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(row: Row) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: str | tuple[str, ...] | float | None) -> str | list[str] | float | None:
    if isinstance(value, tuple):
        return list(map(clean, value))
    return clean(value) if isinstance(value, str) else value


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
