"""A workbook in, the same with named looks for its cells; one cell, a sheet's print and widths set."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.cells import clean, encode, looks_like_formula
from fingerpost.pages import safe_link
from fingerpost.publishing.audit.columns import (
    ACTION,
    ALSO,
    AREA,
    EVIDENCE,
    HEADING,
    NEED,
    OWNER,
    PAGE,
    PHASE,
    RATING,
    REF,
    REVIEW,
    SINCE,
    STANDARDS,
    STATEMENT,
    WHY,
    WORDS,
)
from fingerpost.publishing.audit.school import Typed

HEIGHT_A_LINE = 15.0
_MOST_HEIGHT = 390.0
_WIDE = 60.0
_INDENT = 1.5
"""Characters of a column's width that keeping the text off its edge takes."""

_LONGEST_ADDRESS = 2_000
_UNFIT = re.compile(r'[\s<>"{}|\\^`\x00-\x1f]')
_INK, _DEEP, _TINT, _ANSWER, _AMBER = "1B1F24", "17365C", "E8EEF6", "FFF8DC", "F9D98C"
_HAIR = Side(style="hair", color="B9C1CB")
_THIN = Side(style="thin", color="6B7785")
_DAY = "DD/MM/YYYY"

WIDTHS = {
    AREA: 17.0,
    STATEMENT: 42.0,
    HEADING: 18.0,
    RATING: 13.0,
    EVIDENCE: 27.0,
    ACTION: 27.0,
    OWNER: 12.0,
    REVIEW: 12.0,
    SINCE: 28.0,
    NEED: 18.0,
    STANDARDS: 24.0,
    ALSO: 17.0,
    PHASE: 12.0,
    PAGE: 12.0,
    WHY: 32.0,
    WORDS: 60.0,
    REF: 16.0,
}
"""Widths of columns in characters; any other column is as wide as `OTHER_WIDTH`."""

OTHER_WIDTH = 18.0


@dataclass(frozen=True, slots=True)
class _Look:
    size: float = 11
    bold: bool = False
    colour: str = _INK
    fill: str = ""
    boxed: bool = False
    ruled: bool = False
    is_day: bool = False


_PLAIN = {
    "title": _Look(size=18, bold=True, colour=_DEEP),
    "heading": _Look(size=13, bold=True, colour=_DEEP),
    "text": _Look(),
    "draft": _Look(bold=True, fill=_AMBER),
    "header": _Look(bold=True, colour="FFFFFF", fill=_DEEP),
    "read": _Look(),
    "strong": _Look(bold=True, fill=_TINT),
    "link": _Look(colour=_DEEP),
    "answer": _Look(fill=_ANSWER, boxed=True),
    "day": _Look(fill=_ANSWER, boxed=True, is_day=True),
    "again answer": _Look(fill=_AMBER, boxed=True),
    "again day": _Look(fill=_AMBER, boxed=True, is_day=True),
    "again read": _Look(bold=True, fill=_AMBER),
}
_LOOKS = _PLAIN | {
    f"{name} ruled": _Look(
        look.size, look.bold, look.colour, look.fill, look.boxed, ruled=True, is_day=look.is_day
    )
    for name, look in _PLAIN.items()
}


def add_looks(book: Workbook) -> None:
    """Register every look under its name."""
    for name, look in _LOOKS.items():
        style = NamedStyle(name=f"audit {name}")
        style.font = Font(name="Calibri", size=look.size, bold=look.bold, color=look.colour)
        style.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
        style.number_format = _DAY if look.is_day else "@" if look.boxed else "General"
        if look.fill:
            style.fill = PatternFill("solid", fgColor=look.fill)
        side = _HAIR if look.boxed else None
        style.border = Border(left=side, right=side, bottom=side, top=_THIN if look.ruled else side)
        book.add_named_style(style)


def put(cell: Cell | MergedCell, given: str | int | Typed, look: str) -> None:
    """Write a cell; no text is ever computed, and what was typed keeps its kind."""
    assert isinstance(cell, Cell)
    cell.style = f"audit {look}"
    typed = given if isinstance(given, Typed) else Typed(given)
    if typed.link and not _is_address(typed.link):
        typed = Typed(f"{typed.value} ({typed.link})")
    if isinstance(typed.value, str):
        _put_text(cell, clean(typed.value))
    else:
        cell.value = typed.value
        if isinstance(typed.value, date):
            cell.number_format = f"{_DAY} HH:MM" if _has_time(typed.value) else _DAY
    if typed.link:
        cell.hyperlink = typed.link
        cell.style = f"audit {look}"  # openpyxl gave it a look of its own


def put_formula(cell: Cell | MergedCell, formula: str, look: str) -> None:
    """Write what the sheet computes; it holds nothing that people typed."""
    assert isinstance(cell, Cell)
    cell.style = f"audit {look}"
    cell.number_format = "General"
    cell.value = f"={formula}"


def height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return a height, in points, that shows the longest text, up to what a screen holds."""
    lines = max((_lines(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    return min(HEIGHT_A_LINE * lines + 4, _MOST_HEIGHT)


def set_up_print(sheet: Worksheet, header: int = 0) -> None:
    """Print on A4, landscape, as wide as the paper; the row `header` on every page.

    A sheet without one is short and stands on one page.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0 if header else 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.header = margins.footer = 0.2
    margins.bottom = 0.6
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text, footer.right.text = "&A", "Page &P of &N"
    if header:
        sheet.print_title_rows = f"{header}:{header}"


def _is_address(link: str) -> bool:
    """Whether Excel takes it for one; of a file with what it does not take, it keeps nothing."""
    return safe_link(link) == link and len(link) <= _LONGEST_ADDRESS and not _UNFIT.search(link)


def _put_text(cell: Cell, text: str) -> None:
    if text:
        cell.value = encode(text)
        cell.data_type = "s"
        if looks_like_formula(text):
            cell.quotePrefix = True


def _has_time(value: date) -> bool:
    return isinstance(value, datetime) and value.time() != time()


def _lines(text: str, width: float) -> int:
    loss = 1.0 if width > _WIDE else 1.15  # of a narrow line more is left empty where words break
    room = width - _INDENT
    return sum(max(1, math.ceil(loss * len(part) / room)) for part in text.split("\n"))
