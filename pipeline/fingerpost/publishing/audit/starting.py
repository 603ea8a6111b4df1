"""A school's audit in, the first sheet of its workbook out: what it is, what to do, who filled it in."""

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.columns import FACTS, Sheet
from fingerpost.publishing.audit.look import height, put, set_up_print
from fingerpost.publishing.audit.school import SchoolAudit, Typed
from fingerpost.publishing.audit.tables import shown

_WIDTHS = (24.0, 84.0)
_EXTRA = {"title": 12.0, "heading": 8.0}
"""Points of room above a line, by its look."""

_STEPS = (
    "On the sheet Audit, read a statement and choose how far it is so in your school.",
    "Under Evidence write where one can see it; under Action what comes next; then who, and by when.",
    f"{wording.NO_NAMES} Leave a row empty where you have nothing to say.",
    "The sheet Summary counts your ratings as you go. You may sort, filter and add columns.",
    "Keep the file. From it the council makes your next audit: what you wrote is carried over, and "
    "what was reworded, is new or is no longer asked is marked.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet: its look, what stands in it, and whether the last cell is filled in."""

    look: str
    cells: tuple[str | Typed, ...]
    is_fact: bool = False


def start_lines(school: SchoolAudit) -> Iterator[Line]:
    """Yield the lines of the first sheet, from the top."""
    audit = school.audit
    yield Line("title", (wording.title(audit),))
    yield Line("text", (wording.PURPOSE,))
    yield Line("draft" if audit.is_draft else "text", (wording.stands(audit),))
    for name in FACTS:
        yield Line("strong", (name, school.facts.get(name, "")), is_fact=True)
    if school.told:
        yield Line("heading", ("What became of what you wrote last time",))
        yield from (Line("text", (said,)) for said in school.told)
    yield Line("heading", ("What to do",))
    yield from (Line("text", (f"{number}. {step}",)) for number, step in enumerate(_STEPS, 1))
    yield Line("heading", ("How to rate",))
    yield Line("text", (wording.rating(audit),))
    yield Line("heading", ("Which statements are asked",))
    yield from (Line("text", (said,)) for said in wording.counted(audit))


def put_start(sheet: Worksheet, school: SchoolAudit) -> None:
    """Write the first sheet."""
    sheet.title = Sheet.START
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row, line in enumerate(start_lines(school), 1):
        for column, cell in enumerate(line.cells, 1):
            put(sheet.cell(row, column), cell, _look(line, column))
        if len(line.cells) == 1:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = _height(line)
    set_up_print(sheet)


def _look(line: Line, column: int) -> str:
    if column == 1:
        return line.look
    return "answer" if line.is_fact else "text"


def _height(line: Line) -> float:
    widths = _WIDTHS if len(line.cells) > 1 else (sum(_WIDTHS),)
    texts = [shown(cell) for cell in line.cells]
    return height(texts, widths) + _EXTRA.get(line.look, 3.0)
