"""The log beside the files to be loaded in, the same log in the directory out, unless it is an older one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from fingerpost.decisions import Decision, Resource
from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.target import shown

_TABLE = schema.decisions


def refuse_older_log(connection: Connection, url: str, decisions: Sequence[Decision]) -> None:
    """Refuse a log from which answers are missing that the directory was loaded with before.

    With an old copy of a folder, what people have withdrawn since would be published again.
    """
    stored, wanted = _stored(connection), _wanted(decisions)
    if stored[: len(wanted)] != wanted:
        return
    kind = _TABLE.columns.keys().index("resource_type")
    missing = sum(row[kind] != Resource.PACK for row in stored[len(wanted) :])
    if missing:
        lines = "answer" if missing == 1 else "answers"
        raise TargetError(
            f"{shown(url)}: was loaded with {missing:,} {lines} that decisions.csv of this folder "
            "lacks, so the folder is an older one; nothing was loaded. Put back the newest "
            "decisions.csv (copies are in data/curated/decisions-copies), run fingerpost migrate, "
            "then load again. To show an earlier release: fingerpost rollback NUMBER"
        )


def store_log(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Keep the log in the database as it stands beside the files that are loaded."""
    stored, wanted = _stored(connection), _wanted(decisions)
    if stored != wanted[: len(stored)]:
        connection.execute(_TABLE.delete())
        stored = []
    names = _TABLE.columns.keys()
    new = [dict(zip(names, map(_plain, row), strict=True)) for row in wanted[len(stored) :]]
    if new:
        connection.execute(_TABLE.insert(), new)


def _stored(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(select(_TABLE).order_by(_TABLE.c.seq))]


def _wanted(decisions: Sequence[Decision]) -> list[tuple[Any, ...]]:
    names = _TABLE.columns.keys()
    return [tuple(getattr(each, name) for name in names) for each in decisions]


def _plain(value: Any) -> int | str:
    return value if isinstance(value, int) else str(value)
