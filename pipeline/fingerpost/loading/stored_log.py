"""The log beside the files to be loaded in, the same log in the directory out, unless answers would go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from fingerpost.decisions import IDENTITY_ACTIONS, Action, Decision, Resource
from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.target import reading, shown

_TABLE = schema.decisions
_BESIDE_ANSWERS = frozenset({Action.SEEN, Action.GIVEN, *IDENTITY_ACTIONS})
"""What the log notes beside an answer, or by itself; another log may have it otherwise, or not yet."""

_NAMED = 3
_Said = tuple[Any, ...]


def refuse_lost_answers(connection: Connection, url: str, decisions: Sequence[Decision]) -> None:
    """Refuse a log from which answers are missing that the directory was loaded with before.

    With an old copy of a folder, what people have withdrawn since would be published again. With
    one of two copies that were worked on apart, what was answered in the other would be gone.
    """
    stored = _read(connection, url)
    if stored == tuple(decisions[: len(stored)]):
        return
    here, there = dict(_answers(decisions)), dict(_answers(stored))
    missing = [line for said, line in there.items() if said not in here]
    if missing:
        own = [line for said, line in here.items() if said not in there]
        told = _apart(missing, own) if own else _older(missing)
        raise TargetError(f"{shown(url)}: {told}")


def store_log(connection: Connection, url: str, decisions: Sequence[Decision]) -> None:
    """Keep the log in the database as it stands beside the files that are loaded."""
    stored = _read(connection, url)
    if stored != tuple(decisions[: len(stored)]):
        connection.execute(_TABLE.delete())
        stored = ()
    names = _TABLE.columns.keys()
    new = [
        {name: _plain(getattr(each, name)) for name in names} for each in decisions[len(stored) :]
    ]
    if new:
        connection.execute(_TABLE.insert(), new)


def stored_log(url: str) -> tuple[Decision, ...]:
    """Return the log that a directory was loaded with last; none where nothing was loaded."""
    with reading(url) as connection:
        return _read(connection, url) if connection else ()


def _read(connection: Connection, url: str) -> tuple[Decision, ...]:
    rows = connection.execute(select(_TABLE).order_by(_TABLE.c.seq)).mappings()
    try:
        return tuple(Decision(**{**row, **_kinds(row)}) for row in rows)
    except ValueError as error:
        raise TargetError(
            f"{shown(url)}: its table “decisions” holds what the program did not write there "
            f"({error}). Put back a copy of the database."
        ) from error


def _kinds(row: Mapping[Any, Any]) -> dict[str, Any]:
    action = Action(row["last_action_type"])
    if action is Action.UNDONE:
        int(row["resource_id"])  # the number of the line that it takes back
    return {"resource_type": Resource(row["resource_type"]), "last_action_type": action}


def _answers(decisions: Iterable[Decision]) -> Iterator[tuple[_Said, Decision]]:
    """Yield the lines that answer something, each with what it says wherever it stands in a log.

    A line that takes others back is known by what it takes back.
    """
    by_number = {one.seq: one for one in decisions}
    for line in by_number.values():
        about, times = line, 0
        while about.last_action_type is Action.UNDONE and int(about.resource_id) in by_number:
            about, times = by_number[int(about.resource_id)], times + 1
        if about.resource_type is Resource.PACK or about.last_action_type in _BESIDE_ANSWERS:
            continue
        said = (
            about.resource_id,
            about.last_action_type,
            about.field_name,
            about.replacement_value,
            about.updated_by.casefold(),
            times,
        )
        yield said, line


def _older(missing: Sequence[Decision]) -> str:
    return (
        f"was loaded with {_counted(missing)} that decisions.csv of this folder "
        "lacks, so the folder is an older one; nothing was loaded. Put back the newest "
        "decisions.csv (copies are in data/curated/decisions-copies), run fingerpost migrate, "
        "then load again. To show an earlier release: fingerpost rollback NUMBER"
    )


def _apart(missing: Sequence[Decision], own: Sequence[Decision]) -> str:
    """Say what each of two folders lacks, and how to have both: their answers, in any order."""
    taken_back = [one for one in missing if one.last_action_type is Action.UNDONE]
    files = sorted({one.pack.rpartition("#")[0] for one in missing} - {""})
    named = f" ({', '.join(files[:_NAMED])}{' …' if files[_NAMED:] else ''})" if files else ""
    back = (
        f"{_counted(taken_back)} taken back there: fingerpost review undo; " if taken_back else ""
    )
    return (
        f"was loaded with {_counted(missing)} that decisions.csv of this folder lacks, and without "
        f"{_counted(own)} of this folder, so two copies of the folder were worked on apart; nothing was "
        f"loaded. To keep both: put the returned files of the other copy{named} into "
        f"reports/returned of this one, run fingerpost review apply, {back}then fingerpost migrate "
        "and load again."
    )


def _counted(lines: Iterable[Decision]) -> str:
    """Count answers as people gave them; each may be several lines."""
    several = {(one.resource_id, one.updated_by, one.last_action_date, one.pack) for one in lines}
    return "1 answer" if len(several) == 1 else f"{len(several):,} answers"


def _plain(value: Any) -> int | str:
    return value if isinstance(value, int) else str(value)
