"""A directory and what was to stand in it in, every row that does not out, read as people read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, column, literal_column, select, table

from fingerpost.errors import TargetError
from fingerpost.loading.as_loaded import layers_at
from fingerpost.loading.changes import shown as in_words
from fingerpost.loading.contents import Content, Key, Row, known_as
from fingerpost.loading.numbers import chosen
from fingerpost.loading.schema import BY_RELEASE, LIVE, keys_of, values_of
from fingerpost.loading.target import reading, shown
from fingerpost.loading.telling.grounds import EVIDENCE, because
from fingerpost.loading.telling.row_names import RowNames
from fingerpost.loading.telling.wording import field_words, value_words

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that does not stand as it was loaded; `field` is "" for a whole row.

    `about` is what people call the row and the field; `loaded` and `stands` are in their words, and
    None where there was, or is, no such row.
    """

    table: str
    key: Key
    field: str
    loaded: str | None
    stands: str | None
    about: str = ""

    def __str__(self) -> str:
        """Say it in one line; where the row is to be found comes last."""
        if self.field:
            told = f"{self.about}: loaded “{self.loaded}”, there stands “{self.stands}”"
        elif self.stands is None:
            told = f"{self.about}: was loaded, and is not there"
        else:
            told = f"{self.about}: was not loaded, and is there"
        where = ", ".join((*map(str, self.key), *filter(None, (self.field,))))
        return f"{told} [table {self.table}: {where}]."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """How many rows were read, and what differs; a row that should be there and is not counts."""

    rows: int
    differences: tuple[Difference, ...]


def read_back(connection: Connection, wanted: Content) -> ReadBack:
    """Read every row that holds now, through the views, and compare it with what was wanted."""
    seen = {name: _seen(connection, name) for name in BY_RELEASE}
    rows = sum(len({*seen[name], *wanted.tables[name]}) for name in BY_RELEASE)
    found = [one for name in BY_RELEASE for one in _differences(name, wanted, seen[name])]
    return ReadBack(rows=rows, differences=tuple(_worded(found, wanted, Content(seen))))


def _worded(found: list[Difference], wanted: Content, seen: Content) -> Iterator[Difference]:
    """Put differences into people's words; most often there is none, and no words are looked up."""
    names = RowNames(wanted, seen) if found else RowNames()
    labels = names.labels
    for one in found:
        row = names.of(one.table, one.key)
        field = field_words(one.field)
        about = f"{row}, {field[0].lower()}{field[1:]}" if one.field else row
        loaded, stands = (_value(one.field, value, labels) for value in (one.loaded, one.stands))
        yield replace(one, about=about, loaded=loaded, stands=stands)


def _value(field: str, value: str | None, labels: Mapping[str, str]) -> str | None:
    if not value:
        return value
    return because(value) or value if field == EVIDENCE else value_words(field, value, labels)


def check_written(connection: Connection, url: str, wanted: Content) -> int:
    """Return how many rows were read back; anything that differs takes the whole load back.

    Raises:
        TargetError: naming each row and field of what the database does not hold as it was given.
    """
    found = read_back(connection, wanted)
    if found.differences:
        told = "\n".join(f"  {one}" for one in found.differences[:_MOST_TOLD])
        raise TargetError(
            f"{shown(url)}: does not hold what was written, so nothing was loaded. "
            f"Ask whoever looks after the database; then load again.\n{told}"
        )
    return found.rows


def verify_directory(url: str) -> ReadBack:
    """Compare a directory at rest with what was loaded last: whatever was edited since is named."""
    with reading(url) as opened:
        connection, newest = chosen(opened, url, None)
        return read_back(connection, layers_at(connection, newest).loaded)


def _seen(connection: Connection, name: str) -> dict[Key, Row]:
    """Return what holds now as the view of a table shows it; what is retired shows in none."""
    whole = BY_RELEASE[name]
    keys, values = keys_of(whole), values_of(whole)
    view = table(
        f"current_{name}",
        *(column(each, whole.c[each].type) for each in (*keys, *values) if each != "state"),
    )
    of_view = [
        literal_column(f"'{LIVE}'").label(each) if each == "state" else view.c[each]
        for each in (*keys, *values)
    ]
    rows = [tuple(row) for row in connection.execute(select(*of_view))]
    if "state" in values:
        rows += _retired(connection, whole)
    return {row[: len(keys)]: row[len(keys) :] for row in rows}


def _retired(connection: Connection, whole: Table) -> list[tuple[Any, ...]]:
    columns = (whole.c[name] for name in (*keys_of(whole), *values_of(whole)))
    query = select(*columns).where(whole.c.to_release.is_(None), whole.c.state != LIVE)
    return [tuple(row) for row in connection.execute(query)]


def _differences(name: str, wanted: Content, seen: dict[Key, Row]) -> Iterator[Difference]:
    names, loaded = values_of(BY_RELEASE[name]), wanted.tables[name]
    for key in sorted({*loaded, *seen}, key=str):
        before, now = loaded.get(key), seen.get(key)
        if before is None or now is None:
            gone, come = (None if row is None else _in_short(name, row) for row in (before, now))
            yield Difference(table=name, key=key, field="", loaded=gone, stands=come)
            continue
        for field, old, new in zip(names, before, now, strict=True):
            if old != new:
                loaded_as, stands = in_words(old), in_words(new)
                yield Difference(table=name, key=key, field=field, loaded=loaded_as, stands=stands)


def _in_short(name: str, row: Row) -> str:
    """Return the words by which people know a row, else all it says."""
    named = dict(zip(values_of(BY_RELEASE[name]), row, strict=True))
    return known_as(name, named) or ", ".join(map(in_words, row))
