"""One directory in, the same with all its releases in another database out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.contents import newest_release
from fingerpost.loading.numbers import chosen
from fingerpost.loading.target import reading, shown, writing

_AT_ONCE = 1000
"""Rows handed to a database at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a directory came from and stands now, with how many releases and rows."""

    source: str
    target: str
    releases: int
    rows: int


def move(source: str, target: str) -> Moved:
    """Copy every release, id, answer and edit by hand into an empty directory, in one transaction.

    Every row is read back and compared before it counts. The first one stays as it is.
    """
    with reading(source) as opened:
        old, _ = chosen(opened, source, None)
        with writing(target) as new:
            if newest_release(new):
                raise TargetError(
                    f"{shown(target)}: holds a directory already, which would be lost. "
                    "Name an empty database with --to."
                )
            tables = tuple(_carried())
            rows = sum(_copy(old, new, table) for table in tables)
            for table in tables:
                _check(old, new, table, shown(target))
            return Moved(
                source=shown(source), target=shown(target), releases=newest_release(new), rows=rows
            )


def _carried() -> Iterable[Table]:
    """Yield the tables, those that others refer to first; the mark of a directory stands there."""
    return (table for table in schema.metadata.sorted_tables if table is not schema.signature)


def _in_order(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key.columns)


def _copy(old: Connection, new: Connection, table: Table) -> int:
    count = 0
    for rows in old.execute(_in_order(table)).mappings().partitions(_AT_ONCE):
        new.execute(table.insert(), [dict(row) for row in rows])
        count += len(rows)
    return count


def _check(old: Connection, new: Connection, table: Table, target: str) -> None:
    """Compare what was written with what was to be; the order is each database's own."""
    there, here = (set(map(tuple, one.execute(_in_order(table)))) for one in (old, new))
    if there != here:
        raise TargetError(
            f"{target}: the table {table.name} did not arrive as it was. Nothing was kept there; "
            "try again, or ask whoever looks after that database."
        )
