"""Entries in, a workbook that people edit out; and the workbook in, its rows out."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.columns import COLUMNS, EXPLAINED, SWITCHES, Row, cells_of, tidy
from fingerpost.cataloguing.files import TableRefused, row_of, with_columns
from fingerpost.cells import clean, decode, encode
from fingerpost.taxonomy import Facet
from fingerpost.workbooks import without_times

SHEET = "Categories"
_HELP = "How to fill it in"
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that bytes are
_WIDE = {"definition": 60, "alternates": 40, "examples": 50, "not": 40, "change_note": 30}
_WIDTH = 22
_ROOM = 200
"""Rows below the last that choose from lists too."""


def write_workbook(entries: Sequence[Entry]) -> bytes:
    """Return the workbook; the same entries give the same bytes."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    _put_row(sheet, 1, COLUMNS)
    for number, entry in enumerate(entries, 2):
        _put_row(sheet, number, tuple(cells_of(entry).values()))
    _make_handy(sheet, len(entries) + _ROOM)
    _put_help(book.create_sheet(_HELP))
    book.properties.created = _MADE
    book.properties.creator = "Fingerpost"
    draft = io.BytesIO()
    book.save(draft)
    return without_times(draft.getvalue())


def read_workbook(data: bytes, name: str) -> tuple[Row, ...]:
    """Read the sheet of categories; raises `TableRefused` where there is none."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as fault:
        problem = f"{name}: is no Excel workbook ({fault}); save it as .xlsx."
        raise TableRefused(name, (problem,)) from None
    if SHEET not in book.sheetnames:
        problem = f"{name}: there is no sheet '{SHEET}'; name the sheet with the categories so."
        raise TableRefused(name, (problem,))
    lines = [[_text(value) for value in line] for line in book[SHEET].iter_rows(values_only=True)]
    header = lines[0] if lines else []
    with_columns(name, f"{name}, sheet {SHEET}, row 1", header)
    return tuple(
        Row(f"{name}, sheet {SHEET}, row {number}", row_of(header, cells))
        for number, cells in enumerate(lines[1:], 2)
        if any(cells)
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    whole = isinstance(value, float) and value.is_integer()
    return tidy(decode(str(int(value)) if whole and isinstance(value, float) else str(value)))


def _put_row(sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts, 1):
        cell = sheet.cell(number, place)
        if text:
            cell.value = encode(clean(text))
            cell.data_type = "s"  # so that no text is taken for a formula
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number == 1:
            cell.font = Font(bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor="1F4E5F")


def _make_handy(sheet: Worksheet, last: int) -> None:
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(last - _ROOM + 1, 2)}"
    for place, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _WIDE.get(column, _WIDTH)
        choices = _choices(column)
        if choices:
            listed = DataValidation(
                type="list", formula1=f'"{",".join(choices)}"', allow_blank=True
            )
            listed.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(listed)


def _choices(column: str) -> tuple[str, ...]:
    if column == "facet":
        return tuple(facet.value for facet in Facet)
    if column == "council_hidden":
        return ("yes", "no")
    return ("yes",) if column in SWITCHES else ()


def _put_help(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    for number, (column, words) in enumerate(EXPLAINED.items(), 1):
        sheet.cell(number, 1, column).font = Font(bold=True)
        sheet.cell(number, 2, words)
