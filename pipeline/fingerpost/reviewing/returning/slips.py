"""The rows of a returned workbook in, slips that would misplace an answer or lose words named."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from fingerpost.cells import CUT
from fingerpost.reviewing.columns import (
    ADDRESS,
    DECISION,
    LIVE,
    WORDING,
    Choice,
    MeetingChoice,
    Sheet,
)
from fingerpost.reviewing.labels import fold, tidy
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.undecided import numbers_of

_WORDED = {
    Sheet.QUEUE: WORDING,
    Sheet.MEETING: WORDING,
    Sheet.STATEMENTS: WORDING,
    Sheet.RESOURCES: ADDRESS,
}
"""Sheets in which what tells a row from others may be typed over, and the column it stands in."""

_FEWEST = 2
"""One row with the words of another may be meant; several that changed places are not."""


def note_slips(desk: Desk) -> None:
    """Add to a desk's problems what no row shows by itself, or what only its length tells."""
    for row in desk.form.rows:
        if _takes_wording(row) and _is_cut(desk, row) and desk.is_edited(row, WORDING):
            desk.fault(row, WORDING, _CUT_LIVE if row.sheet in LIVE else _TOO_LONG)
    for sheet, column in _WORDED.items():
        moved = list(_moved([row for row in desk.form.rows if row.sheet is sheet], desk, column))
        if len(moved) >= _FEWEST and any(sheet in LIVE or said(row, DECISION) for row in moved):
            desk.problems.append(_told(sheet, moved, column))


_TOO_LONG = (
    "the statement is longer than a cell of Excel can be, so only its beginning stands here, and a "
    "change to that would lose the rest. Take the change back and choose Keep, or choose Not sure and "
    "say in the Note what to change; or shorten it in the Word document."
)
_CUT_LIVE = (
    "the statement is longer than a cell of Excel can be, so only its beginning stands here, and a "
    "change to that would lose the rest. Take the change back, and shorten it in the Word document."
)


def _takes_wording(row: FormRow) -> bool:
    decision = fold(said(row, DECISION))
    if row.sheet is Sheet.MEETING:
        return decision == fold(MeetingChoice.AS_TYPED)
    if row.sheet is Sheet.STATEMENTS:
        return True
    return row.sheet is Sheet.QUEUE and decision not in ("", fold(Choice.REJECT))


def _is_cut(desk: Desk, row: FormRow) -> bool:
    return desk.was_sent(row, WORDING).endswith(CUT)


def _moved(rows: Sequence[FormRow], desk: Desk, column: str) -> Iterator[FormRow]:
    """Yield the rows that hold the words of another row which does not hold them any more."""
    sent = partial(_sent_words, desk.form.sent.rows, column)
    held = {row.ref: tidy(row.cells.get(column, "")) for row in rows}
    owners = {words: ref for ref in held if (words := sent(ref))}
    for row in rows:
        words = held[row.ref]
        owner = owners.get(words)
        if owner and sent(row.ref) != words and held[owner] != words:
            yield row


def _sent_words(sent: Mapping[str, Mapping[str, str]], column: str, ref: str) -> str:
    return tidy(sent.get(ref, {}).get(column, ""))


def _told(sheet: Sheet, moved: Sequence[FormRow], column: str) -> str:
    return (
        f"{sheet}, rows {numbers_of(moved)}, column {column}: the words of other rows stand here, as "
        "happens when only some of the columns are sorted, or when a Ref is moved. Undo that in "
        "Excel, or copy the answers into a workbook as it was sent; then sort whole rows only."
    )
