"""The sheets of a returned workbook in, plain sentences on what stands where nobody reads it out."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from fingerpost.pages import plural
from fingerpost.reviewing.columns import (
    ADDRESS,
    COLUMNS,
    FURTHER,
    NOTE,
    REF,
    SHOWN,
    TITLE,
    WORDING,
    YOUR_NAME,
    Sheet,
    ToDo,
)
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.live.shown import ONLY_SHOWN, SHOWING, mark, mark_of_whole
from fingerpost.reviewing.returning.leaves import Leaf, Leaves
from fingerpost.reviewing.workbook.sent import Sent

_MOST = 10
_LONGEST = 160
_HEADER_WITHIN = 10
_NO_NOTE = frozenset({Sheet.RESOURCES, *SHOWING})


def unread_margins(
    read: Mapping[Sheet, Leaf], leaves: Leaves, sent: Sent, *, live: bool
) -> Iterator[str]:
    """Name notes attached to cells and, in a directory in use, whatever else would be lost untold."""
    for sheet in read:
        yield from _attached(sheet, leaves.attached(sheet))
    if not live:
        return
    shown = {sheet: leaves.leaf(sheet) for sheet in SHOWING}
    for sheet, leaf in (*read.items(), *shown.items()):
        yield from _outside(sheet, leaf)
    yield from _on_first(leaves.leaf(Sheet.START), sent)
    for sheet, names in ONLY_SHOWN.items():
        yield from _over_white(sheet, names, read[sheet], sent)
    for sheet, leaf in shown.items():
        yield from _typed_over(sheet, leaf, sent)
    for sheet in ONLY_SHOWN:
        yield from _deleted(sheet, read[sheet], sent)


def _attached(sheet: Sheet, notes: Sequence[tuple[int, str]]) -> Iterator[str]:
    if notes:
        yield (
            f"{sheet}: notes and comments that are attached to cells are not taken in."
            f"{_where_to(sheet)} {_quoted([(f'Row {number}', note) for number, note in notes])}"
        )


def _outside(sheet: Sheet, leaf: Leaf) -> Iterator[str]:
    """Name what stands beside the columns that the sheet was sent with."""
    header, places = _heads(sheet, leaf)
    found = [
        (f"Row {number}", text)
        for number, texts in leaf.lines
        for place, text in enumerate(texts)
        if header and number > header and place not in places and text.strip()
    ]
    if found:
        yield (
            f"{sheet}: what stands beside the columns that were sent is not taken in."
            f"{_where_to(sheet)} {_quoted(found)}"
        )


def _on_first(leaf: Leaf, sent: Sent) -> Iterator[str]:
    """Name what stands on the first sheet besides what was sent and a name."""
    found = [
        (f"Row {number}", text)
        for number, texts in leaf.lines
        for place, text in enumerate(texts)
        if text.strip()
        and mark(text) not in sent.shown
        and not (place == 1 and fold(texts[0]) == fold(YOUR_NAME))
    ]
    if found and sent.shown:
        yield (
            f"{Sheet.START}: nothing but your name is taken in from this sheet. Type what it is "
            f"about on the other sheets. {_quoted(found)}"
        )


def _over_white(sheet: Sheet, names: Sequence[str], leaf: Leaf, sent: Sent) -> Iterator[str]:
    """Name white cells that say something else than was sent."""
    found = [
        (f"Row {number}, {name}", cells[name])
        for number, cells in _by_name(sheet, leaf)
        for name, marked in zip(names, _marks(cells, sent, len(names)), strict=True)
        if name in cells and mark(cells[name]) != marked
    ]
    if found:
        yield (
            f"{sheet}: white cells only show what is known, so what was changed there is not taken "
            f"in.{_where_to(sheet)} {_quoted(found)}"
        )


def _marks(cells: Mapping[str, str], sent: Sent, many: int) -> Sequence[str]:
    """Return the marks of a row as it was sent; all empty for a new one."""
    ref = " ".join(cells.get(REF, "").split())
    kept = sent.rows.get(ref, {}).get(SHOWN, "") if ref else ""
    return kept.split() if kept else [mark("")] * many


def _typed_over(sheet: Sheet, leaf: Leaf, sent: Sent) -> Iterator[str]:
    """Name rows of a sheet that only shows, where they say something else than was sent."""
    found = [
        (f"Row {number}", cells.get("Statement", ""))
        for number, cells in _by_name(sheet, leaf)
        if any(cells.values()) and mark_of_whole(sheet, cells) not in sent.shown
    ]
    if found and sent.shown:
        yield (
            f"{sheet}: this sheet only shows what still needs somebody, so what was typed there is "
            f"not taken in. Type it on the {Sheet.STATEMENTS} sheet. {_quoted(found)}"
        )


def _deleted(sheet: Sheet, leaf: Leaf, sent: Sent) -> Iterator[str]:
    """Name statements and resources whose rows are not there any more; nothing goes by that."""
    column, instead = _INSTEAD[sheet]
    there = {" ".join(cells.get(REF, "").split()) for _, cells in _by_name(sheet, leaf)}
    gone = [
        cells.get(column) or cells.get(ADDRESS, "")
        for ref, cells in sent.rows.items()
        if ref not in there
        and (cells.get(WORDING) if sheet is Sheet.STATEMENTS else cells.get(ADDRESS))
    ]
    if gone:
        named = " ".join(f"“{_short(words)}”" for words in gone[:_MOST])
        yield (
            f"{sheet}: {plural(len(gone), 'row')} of what was sent {'is' if len(gone) == 1 else 'are'} "
            f"missing. Deleting a row changes nothing; {instead} {named}"
        )


_INSTEAD = {
    Sheet.STATEMENTS: (
        WORDING,
        f"to take a statement out of the directory, choose “{ToDo.RETIRE}” in its row.",
    ),
    Sheet.RESOURCES: (
        TITLE,
        "to take a resource away from a statement, empty its cell on the Statements sheet.",
    ),
}
"""What deleted rows are called by, and what to do instead of deleting them."""


def _by_name(sheet: Sheet, leaf: Leaf) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows below the header, by number, their cells by column."""
    header, places = _heads(sheet, leaf)
    for number, texts in leaf.lines:
        if header and number > header:
            padded = (*texts, *("" for _ in range(max(places) + 1 - len(texts))))
            yield number, {name: padded[place] for place, name in places.items()}


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


def _quoted(found: Sequence[tuple[str, str]]) -> str:
    told = (
        f"{place}: “{_short(text)}”." if text.strip() else f"{place}: emptied."
        for place, text in found[:_MOST]
    )
    more = (f"And {len(found) - _MOST} more.",) if len(found) > _MOST else ()
    return " ".join((*told, *more))


def _short(text: str) -> str:
    return shorten(text, _LONGEST, placeholder="…").rstrip(".")
