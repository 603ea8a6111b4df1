"""The directory in use in, an Excel workbook in which it can be looked after out."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import date

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.reviewing.columns import (
    ALL_LABELS,
    ANSWERS,
    CHECKED,
    NEXT_REVIEW,
    PHASE,
    RESOURCE,
    THREE_RESOURCES,
    TITLE,
    TO_DO,
    Sheet,
    ToDo,
)
from fingerpost.reviewing.labels import Labels, labels_of
from fingerpost.reviewing.live.days import day_of
from fingerpost.reviewing.live.directory import LiveDirectory
from fingerpost.reviewing.live.sheets import live_grids
from fingerpost.reviewing.live.shown import marks_of_sheets
from fingerpost.reviewing.live.start import live_start
from fingerpost.reviewing.workbook import sent as remembered
from fingerpost.reviewing.workbook.look import HEIGHT_A_LINE, LIVE_WIDTHS, PAGES_WIDE, add_looks
from fingerpost.reviewing.workbook.putting import (
    put,
    put_hidden,
    put_list,
    put_start,
    row_height,
    saved,
    set_up_print,
)
from fingerpost.reviewing.workbook.sheets import Grid, Row
from fingerpost.strategies import PHASES
from fingerpost.workbooks import set_height

EMPTY_ROWS = {Sheet.ADD: 100, Sheet.RESOURCES: 50}
"""Rows kept ready for what people add."""

_DAYS = (NEXT_REVIEW, CHECKED)
_DAY = "dd/mm/yyyy"
_FIRST_DAY = "36526"
"""The first of January 2000, as a spreadsheet counts days."""

_RESOURCES = "ResourceTitles"
_LISTS = {
    TO_DO: "ToDo",
    PHASE: "Phases",
    **dict.fromkeys((*THREE_RESOURCES, RESOURCE), _RESOURCES),
    **{
        n: f"{pair.facet.name.title()}Labels" for pair in ALL_LABELS for n in (pair.main, pair.also)
    },
}
"""What may be chosen in a column, by the name of the list."""

_OPEN_LISTS = frozenset((*THREE_RESOURCES, RESOURCE))
"""Columns in which something else than what is offered may be typed."""

_FIRST_SHOWN: Mapping[str, str] = {Sheet.STATEMENTS: "C2"}
_ZOOM = 85


def write_directory(directory: LiveDirectory) -> bytes:
    """Return the workbook; the same directory on the same day gives the same bytes."""
    book = Workbook()
    add_looks(book)
    first = book.active
    assert isinstance(first, Worksheet)
    start = live_start(directory)
    put_start(first, start)
    grids = live_grids(directory)
    for grid in grids:
        _put_grid(book.create_sheet(grid.sheet), grid)
    labels = labels_of(directory.taxonomy)
    hidden = book.create_sheet(remembered.SHEET)
    sent = remembered.sent(grids, labels, directory.council.id)
    shown = frozenset(marks_of_sheets(start, grids))
    put_hidden(hidden, remembered.to_columns(replace(sent, shown=shown)))
    _put_lists(book, hidden, labels)
    return saved(book, f"{directory.council.name}: the directory in use")


def _put_grid(sheet: Worksheet, grid: Grid) -> None:
    columns = grid.columns  # each look at them goes through all rows
    answers = frozenset((*ANSWERS.get(grid.sheet, ()), *grid.further))
    widths = [LIVE_WIDTHS[column] for column in columns]
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        put(sheet.cell(1, place), column, "header")
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = 2 * HEIGHT_A_LINE
    rows = () if grid.sheet is Sheet.ADD else grid.rows
    empty: tuple[Row, ...] = ({},) * EMPTY_ROWS.get(grid.sheet, 0)
    for number, row in enumerate((*rows, *empty)):
        rule = " ruled" if number in grid.starts else ""
        for place, column in enumerate(columns, 1):
            look = ("answer" if column in answers else "read") + rule
            _put_cell(sheet, (number + 2, place), column, str(row.get(column, "")), look)
        if row:
            texts = [str(row.get(column, "")) for column in columns]
            set_height(sheet, number + 2, row_height(texts, widths))
    _make_handy(sheet, columns, answers)


def _put_cell(sheet: Worksheet, at: tuple[int, int], column: str, value: str, look: str) -> None:
    """Put a value where it belongs; a day is a day, so that people can sort by it."""
    cell = sheet.cell(*at)
    day = day_of(value) if column in _DAYS else None
    put(cell, "" if day else value, look)
    if column in _DAYS:
        cell.number_format = _DAY
    if day:
        cell.value = date.fromisoformat(day)


def _make_handy(sheet: Worksheet, columns: Sequence[str], answers: Container[str]) -> None:
    last = max(sheet.max_row, 2)
    sheet.freeze_panes = _FIRST_SHOWN.get(sheet.title, "B2")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.sheet_view.zoomScale = _ZOOM
    for place, column in enumerate(columns, 1):
        rule = _rule(column) if column in answers else None
        if rule is not None:
            sheet.add_data_validation(rule)
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}{last}")
    set_up_print(sheet, PAGES_WIDE.get(sheet.title, 1))
    sheet.print_title_rows = "1:1"
    if sheet.title in PAGES_WIDE:
        sheet.print_title_cols = "A:B"


def _rule(column: str) -> DataValidation | None:
    """Return what may be typed into a column; in "Also" columns people may type several labels."""
    if column in _DAYS:
        rule = DataValidation(type="date", operator="greaterThan", formula1=_FIRST_DAY)
        rule.errorTitle, rule.error = "Not a date", "Please type a date, such as 31/08/2027."
    elif column in _LISTS:
        rule = DataValidation(type="list", formula1=_LISTS[column])
        rule.errorTitle, rule.error = "Not in the list", "Please choose from the list."
    else:
        return None
    rule.allow_blank = True
    rule.errorStyle = "warning" if column.startswith("Also") or column == PHASE else "stop"
    rule.showErrorMessage = column not in _OPEN_LISTS
    return rule


def _put_lists(book: Workbook, hidden: Worksheet, labels: Labels) -> None:
    offered: Mapping[str, tuple[str, ...]] = {
        _LISTS[TO_DO]: tuple(ToDo),
        _LISTS[PHASE]: tuple(PHASES.values()),
        **{
            _LISTS[pair.main]: tuple(
                name for facet, name, _ in labels.entries if facet is pair.facet
            )
            for pair in ALL_LABELS
        },
    }
    for name, values in offered.items():
        put_list(book, hidden, name, values)
    sheet = book[Sheet.RESOURCES]
    letter = get_column_letter([cell.value for cell in sheet[1]].index(TITLE) + 1)
    place = f"{quote_sheetname(Sheet.RESOURCES)}!${letter}$2:${letter}${sheet.max_row}"
    book.defined_names[_RESOURCES] = DefinedName(_RESOURCES, attr_text=place)
