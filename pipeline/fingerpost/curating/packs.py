"""Lines about packs in, what was sent to whom and since when out; and back."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.packs import PackKind, PackSent
from fingerpost.tables import JOINER

_FOR, _KIND, _ROWS, _MINUTES, _FILE = "for", "kind", "rows", "minutes", "file"
_ROWS_A_LINE = 500
"""Ids that one line holds; a cell of a table has room for some more."""


def pack_lines(pack: PackSent, *, by: str) -> tuple[Decision, ...]:
    """Return what the log remembers of a pack that goes out; `by` is who made it."""
    starts = range(0, len(pack.rows), _ROWS_A_LINE)
    values = (
        (_FOR, pack.person),
        (_KIND, pack.kind.value),
        (_MINUTES, str(pack.minutes)),
        (_FILE, pack.file),
        *((_ROWS, JOINER.join(pack.rows[at : at + _ROWS_A_LINE])) for at in starts),
    )
    return tuple(
        Decision(
            seq=0,
            resource_id=pack.id,
            resource_type=Resource.PACK,
            last_action_date=pack.sent_on,
            last_action_type=Action.SENT_OUT,
            field_name=name,
            replacement_value=value,
            updated_by=by,
        )
        for name, value in values
    )


def returned_line(pack: PackSent, file: str, *, by: str, at: str) -> Decision:
    """Return what the log remembers of a pack that came back; `file` is how its answers name it."""
    return Decision(
        seq=0,
        resource_id=pack.id,
        resource_type=Resource.PACK,
        last_action_date=at,
        last_action_type=Action.RETURNED,
        field_name=_FILE,
        replacement_value=file,
        updated_by=by,
    )


def packs_of(lines: Iterable[Decision]) -> tuple[PackSent, ...]:
    """Return the packs that are out, oldest first."""
    sent = (line for line in lines if line.last_action_type is Action.SENT_OUT)
    ordered = sorted(sent, key=attrgetter("last_action_date", "resource_id", "seq"))
    groups = groupby(ordered, key=attrgetter("last_action_date", "resource_id"))
    return tuple(_pack(date, pack, tuple(group)) for (date, pack), group in groups)


def _pack(date: str, pack: str, lines: tuple[Decision, ...]) -> PackSent:
    values = {line.field_name: line.replacement_value for line in lines}
    rows = (line.replacement_value for line in lines if line.field_name == _ROWS)
    return PackSent(
        id=pack,
        person=values.get(_FOR, ""),
        kind=PackKind(values.get(_KIND, PackKind.SHARE)),
        sent_on=date,
        rows=tuple(one for line in rows for one in line.split(JOINER) if one),
        minutes=int(values.get(_MINUTES) or 0),
        file=values.get(_FILE, ""),
    )
