"""A directory's content as plain values: read from a release, compared, written as a new one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select

from fingerpost.loading.schema import (
    BY_RELEASE,
    KINDS,
    LIVE,
    RETIRED,
    ids,
    keys_of,
    releases,
    values_of,
)

_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "strategies": ("text",),
    "concepts": ("label",),
    "resources": ("title", "url"),
}
"""The columns of each table that hold the words people know a row by, the best first."""

Key = tuple[str, ...]
Row = tuple[Any, ...]
Rows = Mapping[Key, Row]


@dataclass(frozen=True, slots=True)
class Content:
    """What a directory says: for each table its rows, by what tells them apart."""

    tables: Mapping[str, Rows] = field(default_factory=lambda: {name: {} for name in BY_RELEASE})

    def of(self, name: str) -> dict[Key, dict[str, Any]]:
        """Return the rows of a table with their columns named."""
        names = values_of(BY_RELEASE[name])
        return {key: dict(zip(names, row, strict=True)) for key, row in self.tables[name].items()}

    @property
    def live(self) -> int:
        """How many statements people can find."""
        return sum(row["state"] == LIVE for row in self.of("strategies").values())


def known_as(table: str, row: Mapping[str, Any]) -> str:
    """Return the words by which people know a row; "" where it has none of its own."""
    return next((str(row[name]) for name in _KNOWN_BY.get(table, ()) if row.get(name)), "")


def newest_release(connection: Connection) -> int:
    """Return the number of the newest release, 0 where there is none."""
    return connection.execute(select(func.max(releases.c.number))).scalar() or 0


def held_now(connection: Connection) -> Content:
    """Read what holds now, with all that was changed by hand since it was loaded."""
    return Content({name: _held(connection, table) for name, table in BY_RELEASE.items()})


def with_tombstones(before: Content, after: Content) -> Content:
    """Keep what is no longer there as retired, with its last words."""
    gone = {
        key: row | {"state": RETIRED}
        for key, row in before.of("strategies").items()
        if key not in after.tables["strategies"]
    }
    kept = {key: tuple(row.values()) for key, row in gone.items()}
    strategies = {**after.tables["strategies"], **kept}
    return replace(after, tables={**after.tables, "strategies": strategies})


def write_content(connection: Connection, release: int, before: Content, after: Content) -> None:
    """Write what differs: old rows cease with this release, new ones begin."""
    _register(connection, release, after)
    for name, table in BY_RELEASE.items():
        old, new = before.tables[name], after.tables[name]
        _close(connection, table, release, (key for key in old if old[key] != new.get(key)))
        fresh = {key: row for key, row in new.items() if row != old.get(key)}
        _insert(connection, table, release, fresh)


def _held(connection: Connection, table: Table) -> dict[Key, Row]:
    keys, values = keys_of(table), values_of(table)
    query = select(*(table.c[name] for name in (*keys, *values)))
    query = query.where(table.c.to_release.is_(None))
    rows = (tuple(row) for row in connection.execute(query))
    return {row[: len(keys)]: row[len(keys) :] for row in rows}


def _register(connection: Connection, release: int, content: Content) -> None:
    known = set(connection.execute(select(ids.c.id)).scalars())
    new = [
        {"id": key[0], "kind": kind, "first_release": release}
        for name, kind in KINDS.items()
        for key in content.tables[name]
        if key[0] not in known
    ]
    if new:
        connection.execute(ids.insert(), new)


def _close(connection: Connection, table: Table, release: int, keys: Iterable[Key]) -> None:
    names = keys_of(table)
    query = table.update().where(
        *(table.c[name] == bindparam(f"old_{name}") for name in names),
        table.c.to_release.is_(None),
    )
    old = [{f"old_{n}": value for n, value in zip(names, key, strict=True)} for key in keys]
    if old:
        connection.execute(query.values(to_release=release), old)


def _insert(connection: Connection, table: Table, release: int, rows: Rows) -> None:
    names = (*keys_of(table), *values_of(table))
    new = [
        dict(zip(names, (*key, *row), strict=True)) | {"from_release": release}
        for key, row in rows.items()
    ]
    if new:
        connection.execute(table.insert(), new)
