"""What only shows in the workbook of a directory in use in, short marks of it that tell a change out."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from fingerpost.cells import clean
from fingerpost.neutral import steady_lines
from fingerpost.reviewing.columns import ANSWERS, COLUMNS, REF, Sheet
from fingerpost.reviewing.labels import tidy
from fingerpost.reviewing.workbook.sheets import Grid
from fingerpost.reviewing.workbook.start import Line

SHOWING = (Sheet.UNRESOURCED, Sheet.OVERDUE)
"""Sheets that only show what still needs somebody."""

ONLY_SHOWN = {
    sheet: tuple(name for name in COLUMNS[sheet] if name not in (*ANSWERS[sheet], REF))
    for sheet in (Sheet.STATEMENTS, Sheet.RESOURCES)
}
"""The white columns of sheets on which people answer in others."""

_NOTHING = "-"
_SIGNS = 8


def marks_of_row(sheet: Sheet, cells: Mapping[str, object]) -> str:
    """Return a mark for each cell of a row that only shows."""
    return " ".join(mark(str(cells.get(name, ""))) for name in ONLY_SHOWN[sheet])


def marks_of_sheets(start: Iterable[Line], grids: Iterable[Grid]) -> Iterator[str]:
    """Yield a mark for each text of the first sheet, and for each row of those that only show."""
    yield from (mark(text) for line in start for text in line.cells)
    for grid in grids:
        if grid.sheet in SHOWING:
            yield from (mark_of_whole(grid.sheet, row) for row in grid.rows)


def mark_of_whole(sheet: Sheet, cells: Mapping[str, object]) -> str:
    """Return one mark for a whole row."""
    return mark("\t".join((sheet, *(tidy(str(cells.get(name, ""))) for name in COLUMNS[sheet]))))


def mark(text: str) -> str:
    """Return the mark of a text, whatever a spreadsheet makes of its quotes and spaces."""
    plain = tidy(steady_lines(clean(text)))
    return hashlib.sha256(plain.encode()).hexdigest()[:_SIGNS] if plain else _NOTHING
