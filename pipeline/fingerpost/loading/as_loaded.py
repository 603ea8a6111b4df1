"""A directory in, what the product itself wrote for each release out, whatever was edited since."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from fingerpost.errors import TargetError
from fingerpost.loading.contents import Content, Key, Row, held_now, newest_release
from fingerpost.loading.schema import BY_RELEASE, as_loaded, keys_of, values_of
from fingerpost.tables import JOINER

Pair = tuple[Row | None, Row | None]


@dataclass(frozen=True, slots=True)
class Layers:
    """A release as it was loaded, and as its files had it before edits by hand were kept."""

    loaded: Content = field(default_factory=Content)
    in_files: Content = field(default_factory=Content)


def content_at(connection: Connection, release: int) -> Content:
    """Read one release: as it was loaded, and the newest as it stands, edits by hand and all."""
    if release == newest_release(connection):
        return held_now(connection)
    return layers_at(connection, release).loaded


def layers_at(connection: Connection, release: int, about: str = "") -> Layers:
    """Read one release as it was loaded; `about` names one id, of which alone rows are wanted.

    Resources are read all the same, for their addresses.
    """
    loaded: dict[str, dict[Key, Row]] = {name: {} for name in BY_RELEASE}
    in_files: dict[str, dict[Key, Row]] = {name: {} for name in BY_RELEASE}
    query = select(as_loaded).where(
        as_loaded.c.from_release <= release,
        or_(as_loaded.c.to_release.is_(None), as_loaded.c.to_release > release),
    )
    if about:
        query = query.where(or_(as_loaded.c.table_name == "resources", _is_of(about)))
    for noted in connection.execute(query):
        name = noted.table_name
        key = key_from(name, noted.row_key)
        written = noted.loaded if noted.in_files is None else noted.in_files
        for rows, values in ((loaded, noted.loaded), (in_files, written)):
            row = _row(name, values)
            if row is not None:
                rows[name][key] = row
    return Layers(Content(loaded), Content(in_files))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one row said from one release until another, None while it holds still; or no such row."""

    since: int
    until: int | None
    values: Mapping[str, Any] | None


def versions_of(connection: Connection, name: str, release: int) -> Mapping[Key, Sequence[Version]]:
    """Return all that each row of a table said up to a release, oldest first, as it was loaded."""
    query = (
        select(as_loaded)
        .where(as_loaded.c.table_name == name, as_loaded.c.from_release <= release)
        .order_by(as_loaded.c.from_release)
    )
    found: dict[Key, list[Version]] = {}
    for noted in connection.execute(query):
        said = Version(
            since=noted.from_release, until=noted.to_release, values=json.loads(noted.loaded)
        )
        found.setdefault(key_from(name, noted.row_key), []).append(said)
    return found


def write_layers(connection: Connection, release: int, before: Layers, after: Layers) -> None:
    """Note what a new release was loaded with, where it differs from the one before."""
    old, new = dict(_pairs(before)), dict(_pairs(after))
    _close(connection, release, (place for place in old if old[place] != new.get(place)))
    fresh = [
        {
            "table_name": name,
            "row_key": key_text(key),
            "from_release": release,
            "loaded": _text(name, loaded),
            "in_files": None if in_files == loaded else _text(name, in_files),
        }
        for (name, key), (loaded, in_files) in new.items()
        if old.get((name, key)) != (loaded, in_files)
    ]
    if fresh:
        connection.execute(as_loaded.insert(), fresh)


def restore(connection: Connection, places: Iterable[tuple[str, Key]]) -> None:
    """Put the rows of some things back as they were loaded, in every release."""
    for name, key in places:
        table = BY_RELEASE[name]
        names = zip(keys_of(table), key, strict=True)
        connection.execute(table.delete().where(*(table.c[part] == value for part, value in names)))
        noted = and_(as_loaded.c.table_name == name, as_loaded.c.row_key == key_text(key))
        rows = [
            _whole(name, key, row)
            for row in connection.execute(select(as_loaded).where(noted)).mappings()
            if _row(name, row["loaded"]) is not None
        ]
        if rows:
            connection.execute(table.insert(), rows)


def _is_of(item: str) -> ColumnElement[bool]:
    key = as_loaded.c.row_key
    return or_(
        key == item,
        key.startswith(item + JOINER, autoescape=True),
        key.endswith(JOINER + item, autoescape=True),
    )


def key_text(key: Key) -> str:
    """Return what tells the rows of a table apart as one text; no id has the joiner in it."""
    return JOINER.join(key)


def key_from(name: str, text: str) -> Key:
    """Return the key of a row of a table again."""
    return tuple(text.split(JOINER, len(keys_of(BY_RELEASE[name])) - 1))


def noted_value(text: str) -> Any:
    """Return a value again that was noted in the database.

    Raises:
        TargetError: if somebody wrote something else there.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise _not_ours(text) from error


def _not_ours(text: str) -> TargetError:
    return TargetError(
        f"The database holds {text[:40]!r} among what the program noted for itself (the tables "
        "as_loaded, hand_edits and conflicts), which is not as it wrote it. Put back a copy of the "
        "database."
    )


def _pairs(layers: Layers) -> Iterator[tuple[tuple[str, Key], Pair]]:
    for name in BY_RELEASE:
        loaded, in_files = layers.loaded.tables[name], layers.in_files.tables[name]
        for key in {**loaded, **in_files}:
            yield (name, key), (loaded.get(key), in_files.get(key))


def _close(connection: Connection, release: int, places: Iterable[tuple[str, Key]]) -> None:
    query = as_loaded.update().where(
        as_loaded.c.table_name == bindparam("old_table"),
        as_loaded.c.row_key == bindparam("old_key"),
        as_loaded.c.to_release.is_(None),
    )
    old = [{"old_table": name, "old_key": key_text(key)} for name, key in places]
    if old:
        connection.execute(query.values(to_release=release), old)


def _text(name: str, row: Row | None) -> str:
    named = row and dict(zip(values_of(BY_RELEASE[name]), row, strict=True))
    return json.dumps(named, ensure_ascii=False)


def _row(name: str, text: str) -> Row | None:
    named = noted_value(text)
    if named is None:
        return None
    try:
        return tuple(named[each] for each in values_of(BY_RELEASE[name]))
    except (KeyError, TypeError) as error:
        raise _not_ours(text) from error


def _whole(name: str, key: Key, noted: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a row of a table kept by release as it was loaded."""
    keys = dict(zip(keys_of(BY_RELEASE[name]), key, strict=True))
    held = {each: noted[each] for each in ("from_release", "to_release")}
    values: dict[str, Any] = noted_value(noted["loaded"])
    return {**keys, **held, **values}
