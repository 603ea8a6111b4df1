"""The rows of a returned file in, plain sentences about those that were edited but not decided out."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from fingerpost.reviewing.columns import (
    ALL_FINE,
    DECISION,
    MEANS,
    NOTE,
    PULL_OUT,
    REVIEWER,
    MeetingChoice,
    Sheet,
)
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.forms import FormRow

_MOST = 20
_LONGEST = 160
"""Characters of a note that are told."""

_LACKS = {
    Sheet.HEADINGS: f"no new answer in “{MEANS}”",
    Sheet.QUEUE: f"no {DECISION}",
    Sheet.RULES: f"no {DECISION}",
    Sheet.MEETING: f"no {DECISION}",
    Sheet.SKIM: f"neither “{ALL_FINE}” nor “{PULL_OUT}”",
}


def undecided(desk: Desk) -> tuple[str, ...]:
    """Name, sheet by sheet, the rows from which nothing is taken in although somebody typed there.

    What was typed as a note is told with them, for whoever takes the file in to answer.
    """
    return tuple(
        " ".join((_sentence(sheet, rows), *_notes(desk, rows)))
        for sheet in _LACKS
        if (rows := [r for r in desk.form.rows if r.sheet is sheet and _is_undecided(desk, r)])
    )


def _is_undecided(desk: Desk, row: FormRow) -> bool:
    if not row.ref or _is_decided(desk, row):
        return False
    return any(desk.is_edited(row, name) for name in row.cells if name not in (DECISION, REVIEWER))


def _is_decided(desk: Desk, row: FormRow) -> bool:
    match row.sheet:
        case Sheet.HEADINGS:
            return bool(said(row, MEANS)) and desk.is_edited(row, MEANS)
        case Sheet.MEETING:
            return fold(said(row, DECISION)) not in ("", fold(MeetingChoice.NOT_DECIDED))
        case Sheet.QUEUE | Sheet.RULES:
            return bool(said(row, DECISION))
        case _:
            return bool(said(row, ALL_FINE) or said(row, PULL_OUT))


def _sentence(sheet: Sheet, rows: Sequence[FormRow]) -> str:
    kind, _, _ = rows[0].place.replace(",", "").rpartition(" ")
    name = kind[:1].upper() + kind[1:] + ("s" if len(rows) > 1 else "")
    verb, has = ("were", "have") if len(rows) > 1 else ("was", "has")
    return f"{name} {numbers_of(rows)} {verb} edited but {has} {_LACKS[sheet]}, so nothing is taken in."


def _notes(desk: Desk, rows: Sequence[FormRow]) -> Iterator[str]:
    for row in rows[:_MOST]:
        if desk.is_edited(row, NOTE) and (note := said(row, NOTE)):
            words = shorten(note, _LONGEST, placeholder="…").rstrip(".")
            yield f"The note in row {row.place.rpartition(' ')[2]}: “{words}”."


def numbers_of(rows: Sequence[FormRow]) -> str:
    """List the numbers of rows in words, the first twenty of many: "2, 5 and 7"."""
    *others, last = _numbers(rows)
    return f"{', '.join(others)} and {last}" if others else last


def _numbers(rows: Sequence[FormRow]) -> Iterator[str]:
    for row in rows[:_MOST]:
        yield row.place.rpartition(" ")[2]
    if len(rows) > _MOST:
        yield f"{len(rows) - _MOST} more"
