"""A directory in, the edits by hand that were noticed in it out; and what a load found, noted."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from fingerpost.loading.as_loaded import key_from, key_text, noted_value
from fingerpost.loading.edits.hand_edits import Edit, Ending, Kept, Meeting, Merged, Place
from fingerpost.loading.schema import conflicts, hand_edits


def standing_edits(connection: Connection) -> dict[Place, Edit]:
    """Return the edits by hand that were noticed and still stand."""
    return _edits(connection, select(hand_edits).where(hand_edits.c.ended_in.is_(None)))


def edits_since(connection: Connection, release: int) -> dict[Place, Edit]:
    """Return what stands, and what the files have taken over since a release.

    To go back to the release is to want such an edit again: it was made later, or stood in it.
    """
    taken_over = (hand_edits.c.ending == Ending.IN_FILES) & (hand_edits.c.ended_in >= release)
    query = select(hand_edits).where(taken_over).order_by(hand_edits.c.noticed_in)
    return _edits(connection, query) | standing_edits(connection)


def meetings_in(connection: Connection, since: int, until: int) -> tuple[Meeting, ...]:
    """Return where edits by hand met other changes, in all releases after one up to another."""
    query = (
        select(conflicts)
        .where(conflicts.c.release > since, conflicts.c.release <= until)
        .order_by(*conflicts.primary_key)
    )
    return tuple(
        Meeting(
            edit=_edit(row.table_name, row.row_key, row.field, row.base, row.by_hand),
            in_files=_value(row.in_files),
            kept=Kept(row.kept),
        )
        for row in connection.execute(query)
    )


def note_edits(connection: Connection, release: int, merged: Merged) -> None:
    """Note the edits that a release found new, those that ended with it, and what met in it."""
    for edit, ending in merged.ended:
        _note_end(connection, release, edit, ending)
    new = [edit for edit in merged.edits.values() if edit.noticed_in is None]
    _put(connection, hand_edits, (_noted(edit) | {"noticed_in": release} for edit in new))
    _put(
        connection,
        conflicts,
        (_met(one) | {"release": release} for one in merged.meetings.values()),
    )


def _edits(connection: Connection, query: Select[Any]) -> dict[Place, Edit]:
    found = (
        _edit(row.table_name, row.row_key, row.field, row.base, row.value, row.noticed_in)
        if row.ended_in is None
        else _edit(row.table_name, row.row_key, row.field, row.base, row.value)
        for row in connection.execute(query)
    )
    return {edit.place: edit for edit in found}


def _edit(
    table: str, key: str, name: str, base: str | None, value: str | None, *noticed_in: int
) -> Edit:
    return Edit(
        table=table,
        key=key_from(table, key),
        field=name,
        base=_value(base),
        value=_value(value),
        noticed_in=noticed_in[0] if noticed_in else None,
    )


def _note_end(connection: Connection, release: int, edit: Edit, ending: Ending) -> None:
    """End an edit that stands; one that the files had at once is noted with its end."""
    if edit.noticed_in is None:
        noted = _noted(edit) | {"noticed_in": release, "ended_in": release, "ending": ending}
        _put(connection, hand_edits, (noted,))
        return
    query = hand_edits.update().where(
        *(hand_edits.c[name] == value for name, value in _place(edit).items()),
        hand_edits.c.noticed_in == edit.noticed_in,
    )
    connection.execute(query.values(ended_in=release, ending=ending))


def _put(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, in place of those of the same key."""
    for row in rows:
        same = (column == row[column.name] for column in table.primary_key)
        connection.execute(table.delete().where(*same))
        connection.execute(table.insert().values(row))


def _place(edit: Edit) -> dict[str, str]:
    return {"table_name": edit.table, "row_key": key_text(edit.key), "field": edit.field}


def _noted(edit: Edit) -> dict[str, Any]:
    return {
        **_place(edit),
        "ended_in": None,
        "ending": "",
        "base": _json(edit.base),
        "value": _json(edit.value),
    }


def _met(one: Meeting) -> dict[str, Any]:
    return {
        **_place(one.edit),
        "kept": one.kept,
        "base": _json(one.edit.base),
        "by_hand": _json(one.edit.value),
        "in_files": _json(one.in_files),
    }


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _value(text: str | None) -> Any:
    return None if text is None else noted_value(text)
