"""A school's audit in, an Excel workbook to fill in out; the same bytes for the same audit."""

import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.columns import AREA, RATING, REF, STANDARDS, Sheet
from fingerpost.publishing.audit.look import (
    HEIGHT_A_LINE,
    OTHER_WIDTH,
    WIDTHS,
    add_looks,
    height,
    put,
    set_up_print,
)
from fingerpost.publishing.audit.remembered import put_remembered
from fingerpost.publishing.audit.school import SchoolAudit
from fingerpost.publishing.audit.starting import put_start
from fingerpost.publishing.audit.summing import put_headings, put_summary
from fingerpost.publishing.audit.tables import Table, audit_table, former_table, remark_table, shown
from fingerpost.workbooks import set_height, without_times

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that bytes are
_NAMES = {"AuditAreas": AREA, "AuditRatings": RATING, "AuditRefs": REF}
"""Names for columns of the sheet with the answers, which stay with them when rows are inserted."""


def write_workbook(school: SchoolAudit) -> bytes:
    """Return the workbook of an audit, with whatever the school has answered."""
    book = Workbook()
    add_looks(book)
    first = book.active
    assert isinstance(first, Worksheet)
    put_start(first, school)
    table = audit_table(school)
    sheet = _put_table(book, table)
    _name_columns(book, sheet, table)
    put_summary(book.create_sheet(Sheet.SUMMARY), school.audit)
    if school.audit.has_headings:
        put_headings(book.create_sheet(Sheet.HEADINGS), school, table)
    if school.former:
        _put_table(book, former_table(school))
    if school.remarks:
        _put_table(book, remark_table(school))
    hidden = book.create_sheet(Sheet.REMEMBERED)
    put_remembered(hidden, school)
    _offer_levels(book, hidden, sheet, table, school.audit.levels)
    return _saved(book, wording.title(school.audit))


def _put_table(book: Workbook, table: Table) -> Worksheet:
    sheet: Worksheet = book.create_sheet(table.sheet)
    widths = [WIDTHS.get(column, OTHER_WIDTH) for column in table.columns]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True), 1):
        put(sheet.cell(1, place), column, "header")
        sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.column_dimensions[get_column_letter(place)].hidden = column == REF
    sheet.row_dimensions[1].height = 2 * HEIGHT_A_LINE
    for number, row in enumerate(table.rows):
        for place, column in enumerate(table.columns, 1):
            put(sheet.cell(number + 2, place), row.get(column, ""), table.look(number, column))
        texts = [shown(row.get(column, "")) for column in table.columns]
        set_height(sheet, number + 2, height(texts, widths))
    last = f"{get_column_letter(len(table.columns))}{_last(table)}"
    sheet.freeze_panes = "C2" if table.sheet is Sheet.AUDIT else "A2"
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.sheet_view.zoomScale = 90
    set_up_print(sheet, header=1)
    if STANDARDS in table.columns:  # what only helps to sort and to look up stays off the paper
        edge = get_column_letter(table.columns.index(STANDARDS) + 1)
        sheet.print_area = f"A1:{edge}{_last(table)}"
    return sheet


def _last(table: Table) -> int:
    return max(len(table.rows) + 1, 2)


def _name_columns(book: Workbook, sheet: Worksheet, table: Table) -> None:
    for name, column in _NAMES.items():
        letter = get_column_letter(table.columns.index(column) + 1)
        place = f"{quote_sheetname(sheet.title)}!${letter}$2:${letter}${_last(table)}"
        book.defined_names[name] = DefinedName(name, attr_text=place)


def _offer_levels(
    book: Workbook, hidden: Worksheet, sheet: Worksheet, table: Table, levels: Sequence[str]
) -> None:
    """Let a school choose a rating from the council's levels; with none it writes its own words."""
    if not levels:
        return
    letter = get_column_letter(hidden.max_column + 1)
    for row, level in enumerate(levels, 1):
        put(hidden[f"{letter}{row}"], level, "text")
    place = f"{quote_sheetname(hidden.title)}!${letter}$1:${letter}${len(levels)}"
    book.defined_names["AuditLevels"] = DefinedName("AuditLevels", attr_text=place)
    rule = DataValidation(
        type="list",
        formula1="AuditLevels",
        allow_blank=True,
        errorStyle="stop",
        errorTitle="Not in the list",
        error="Please choose a rating from the list, or leave the cell empty.",
    )
    rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    column = get_column_letter(table.columns.index(RATING) + 1)
    rule.add(f"{column}2:{column}{_last(table)}")


def _saved(book: Workbook, title: str) -> bytes:
    book.properties.creator = "Fingerpost"
    book.properties.title = title
    book.properties.created = _MADE
    draft = io.BytesIO()
    book.save(draft)
    return without_times(draft.getvalue())
