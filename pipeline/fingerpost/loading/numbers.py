"""A directory in, its releases by number out; a number that none has is refused in plain words."""

from sqlalchemy import Connection, select

from fingerpost.errors import NothingLoaded, TargetError
from fingerpost.loading import schema
from fingerpost.loading.contents import newest_release
from fingerpost.loading.target import shown
from fingerpost.released import Release


def listed(connection: Connection) -> dict[int, Release]:
    """Return all releases by number, oldest first."""
    table = schema.releases
    rows = connection.execute(select(table).order_by(table.c.number)).mappings()
    return {row["number"]: Release(**row) for row in rows}


def chosen(connection: Connection | None, url: str, number: int | None) -> tuple[Connection, int]:
    """Return an open directory and the number that was asked for, the newest where none was."""
    newest = newest_release(connection) if connection else 0
    if connection is None or not newest:
        raise NothingLoaded(shown(url))
    wanted = newest if number is None else number
    if not 1 <= wanted <= newest:
        there = "There is only release 1." if newest == 1 else f"There are releases 1 to {newest}."
        raise TargetError(f"{shown(url)}: there is no release {wanted}. {there}")
    return connection, wanted
