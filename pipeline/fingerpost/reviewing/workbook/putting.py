"""Plain values in, cells of a workbook that show them and never compute them out."""

import io
import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.cells import clean, encode, looks_like_formula
from fingerpost.reviewing.columns import Sheet
from fingerpost.reviewing.workbook.look import (
    HEIGHT_A_LINE,
    LOOKS,
    MOST_HEIGHT,
    START_WIDTHS,
    look_name,
)
from fingerpost.reviewing.workbook.start import Line
from fingerpost.workbooks import without_times

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that bytes are

_INDENT = 1.5
"""Characters of a column's width that keeping the text off its edge takes."""


def put_start(sheet: Worksheet, lines: Sequence[Line]) -> None:
    """Fill the first sheet."""
    sheet.title = Sheet.START
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("AB", START_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row, line in enumerate(lines, 1):
        for column, words in enumerate(line.cells, 1):
            put(sheet.cell(row, column), words, look_name(line.style, column))
        if len(line.cells) == 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = _start_height(line)
    set_up_print(sheet)


def _start_height(line: Line) -> float:
    widths = START_WIDTHS
    fits = (sum(widths),) if len(line.cells) == 1 else widths
    return row_height(line.cells, fits) + LOOKS[look_name(line.style, 1)].room


def set_up_print(sheet: Worksheet, pages_wide: int = 1) -> None:
    """Make a sheet fit paper of A4, its name and its pages counted at the foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.header = margins.footer = 0.2
    margins.bottom = 0.6
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text, footer.right.text = "&A", "Page &P of &N"


def put_hidden(sheet: Worksheet, columns: Mapping[str, Sequence[str]]) -> None:
    """Fill a sheet nobody sees with columns by name, each with its own length."""
    sheet.sheet_state = "veryHidden"
    for place, (name, values) in enumerate(columns.items(), 1):
        for row, value in enumerate((name, *values), 1):
            if value:
                put(sheet.cell(row, place), value, "hidden")


def put_list(book: Workbook, sheet: Worksheet, name: str, values: Sequence[str]) -> None:
    """Put what a drop-down offers into the next column of a sheet, and name the place."""
    letter = get_column_letter(sheet.max_column + 1)
    for row, value in enumerate((name, *values), 1):
        put(sheet[f"{letter}{row}"], value, "hidden")
    place = f"{quote_sheetname(sheet.title)}!${letter}$2:${letter}${max(len(values), 1) + 1}"
    book.defined_names[name] = DefinedName(name, attr_text=place)


def put(cell: Cell | MergedCell, value: str | int, look: str) -> None:
    """Put a value into a cell as it is, and give it a look."""
    assert isinstance(cell, Cell)
    cell.style = f"fingerpost {look}"
    if isinstance(value, int):
        cell.value = value
    elif text := clean(value):
        cell.value = encode(text)
        cell.data_type = "s"
        if looks_like_formula(text):
            cell.quotePrefix = True


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return a height, in points, that shows the longest cell, up to what still fits a screen."""
    lines = max(_lines(text, width) for text, width in zip(texts, widths, strict=True))
    return min(HEIGHT_A_LINE * lines + 4, MOST_HEIGHT)


def _lines(text: str, width: float) -> int:
    room = max(width - _INDENT, 1)
    return sum(max(1, math.ceil(1.12 * len(part) / room)) for part in text.split("\n"))


def saved(book: Workbook, title: str) -> bytes:
    """Return a workbook as bytes, the same for the same contents."""
    book.properties.creator = "Fingerpost"
    book.properties.title = title
    book.properties.created = _MADE
    draft = io.BytesIO()
    book.save(draft)
    return without_times(draft.getvalue())
