"""The sheets of a returned workbook in, plain sentences on what stands where nobody reads it out."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from fingerpost.pages import plural
from fingerpost.reviewing.columns import (
    COLUMNS,
    FURTHER,
    NEXT_REVIEW,
    NOTE,
    OWNER,
    REF,
    WORDING,
    Sheet,
    ToDo,
)
from fingerpost.reviewing.labels import fold, tidy
from fingerpost.reviewing.returning.leaves import Leaf, Leaves
from fingerpost.reviewing.workbook.sent import Sent

_SHOWN = (Sheet.UNRESOURCED, Sheet.OVERDUE)
"""Sheets of a directory in use that only show what still needs somebody."""

_MOST = 10
_LONGEST = 160
_HEADER_WITHIN = 10
_NO_NOTE = frozenset({Sheet.RESOURCES, *_SHOWN})


def unread_margins(
    read: Mapping[Sheet, Leaf], leaves: Leaves, sent: Sent, *, live: bool
) -> Iterator[str]:
    """Name notes attached to cells and, in a directory in use, whatever else would be lost untold."""
    for sheet in read:
        yield from _attached(sheet, leaves.attached(sheet))
    if not live:
        return
    shown = {sheet: leaves.leaf(sheet) for sheet in _SHOWN}
    for sheet, leaf in (*read.items(), *shown.items()):
        yield from _outside(sheet, leaf)
    words = {tidy(cells[WORDING]): cells for cells in sent.rows.values() if cells.get(WORDING)}
    for sheet, leaf in shown.items():
        yield from _typed_over(sheet, leaf, words)
    yield from _deleted(read[Sheet.STATEMENTS], sent)


def _attached(sheet: Sheet, notes: Sequence[tuple[int, str]]) -> Iterator[str]:
    if notes:
        yield (
            f"{sheet}: notes and comments that are attached to cells are not taken in."
            f"{_where_to(sheet)} {_quoted(notes)}"
        )


def _outside(sheet: Sheet, leaf: Leaf) -> Iterator[str]:
    """Name what stands beside the columns that the sheet was sent with."""
    header, places = _heads(sheet, leaf)
    found = [
        (number, text)
        for number, texts in leaf.lines
        for place, text in enumerate(texts)
        if header and number > header and place not in places and text.strip()
    ]
    if found:
        yield (
            f"{sheet}: what stands beside the columns that were sent is not taken in."
            f"{_where_to(sheet)} {_quoted(found)}"
        )


def _typed_over(sheet: Sheet, leaf: Leaf, words: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Name rows of a sheet that only shows, where they say something else than was sent."""
    header, places = _heads(sheet, leaf)
    rows = [
        (number, {name: text for place, text in enumerate(texts) if (name := places.get(place))})
        for number, texts in leaf.lines
        if header and number > header
    ]
    found = [
        (number, cells["Statement"])
        for number, cells in rows
        if any(cells.values()) and not _is_as_sent(cells, words.get(tidy(cells["Statement"])))
    ]
    if found:
        yield (
            f"{sheet}: this sheet only shows what still needs somebody, so what was typed there is "
            f"not taken in. Type it on the {Sheet.STATEMENTS} sheet. {_quoted(found)}"
        )


def _is_as_sent(cells: Mapping[str, str], sent: Mapping[str, str] | None) -> bool:
    if sent is None:
        return False
    asked = [name for name in (OWNER, NEXT_REVIEW) if name in cells]
    shown = {OWNER: sent.get(OWNER) or "Nobody yet", NEXT_REVIEW: sent.get(NEXT_REVIEW, "")}
    return all(tidy(cells[name]) == tidy(shown[name]) for name in asked)


def _deleted(leaf: Leaf, sent: Sent) -> Iterator[str]:
    """Name statements whose rows are not there any more; nothing is retired by deleting it."""
    _, places = _heads(Sheet.STATEMENTS, leaf)
    at = next((place for place, name in places.items() if name == REF), None)
    if at is None:
        return
    there = {" ".join(texts[at].split()) for _, texts in leaf.lines if at < len(texts)}
    gone = [
        cells[WORDING]
        for ref, cells in sent.rows.items()
        if ref not in there and cells.get(WORDING)
    ]
    if gone:
        named = " ".join(f"“{_short(words)}”" for words in gone[:_MOST])
        yield (
            f"{Sheet.STATEMENTS}: {plural(len(gone), 'row')} of what was sent {'is' if len(gone) == 1 else 'are'} missing. "
            f"Deleting a row changes nothing; to take a statement out of the directory, choose "
            f"“{ToDo.RETIRE}” in its row. {named}"
        )


def _heads(sheet: Sheet, leaf: Leaf) -> tuple[int, dict[int, str]]:
    """Find the header row, and which column stands where in it; 0 where there is none."""
    names = {fold(name): name for name in (*COLUMNS[sheet], *FURTHER)}
    best: tuple[int, dict[int, str]] = (0, {})
    for number, texts in leaf.lines:
        if number > _HEADER_WITHIN:
            break
        found = {
            place: names[fold(text)] for place, text in enumerate(texts) if fold(text) in names
        }
        if len(found) > len(best[1]):
            best = number, found
    return best


def _where_to(sheet: Sheet) -> str:
    return "" if sheet in _NO_NOTE else f" Type that into the {NOTE} column."


def _quoted(found: Sequence[tuple[int, str]]) -> str:
    told = (f"Row {number}: “{_short(text)}”." for number, text in found[:_MOST])
    more = (f"And {len(found) - _MOST} more.",) if len(found) > _MOST else ()
    return " ".join((*told, *more))


def _short(text: str) -> str:
    return shorten(text, _LONGEST, placeholder="…").rstrip(".")
