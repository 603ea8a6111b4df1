"""An audit in, the sheets that compute out: ratings counted by area, and shown by familiar headings."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.publishing.audit.audit import Audit
from fingerpost.publishing.audit.columns import (
    ACTION,
    ALL,
    ANOTHER,
    AREA,
    EVIDENCE,
    HEADING,
    NOT_RATED,
    RATED,
    RATING,
    REF,
    STATEMENT,
    STATEMENTS,
    Sheet,
)
from fingerpost.publishing.audit.look import WIDTHS, height, put, put_formula, set_up_print
from fingerpost.publishing.audit.school import SchoolAudit
from fingerpost.publishing.audit.tables import Table, heading_rows, statement_cell

_WIDE, _NARROW = 44.0, 14.0
_SHOWN = (HEADING, AREA, STATEMENT, RATING, EVIDENCE, ACTION, REF)
_COMPUTED = (RATING, EVIDENCE, ACTION)


def put_summary(sheet: Worksheet, audit: Audit) -> None:
    """Write how many statements of each area have which rating; it counts as a school goes.

    Counting compares cells with cells, so that no character of a label or a rating is taken for a
    wildcard; and without the spaces around it, as text, because a rating such as 1 becomes a
    number.
    """
    levels = (*audit.levels, ANOTHER) if audit.levels else ()
    header = (AREA, STATEMENTS, RATED, NOT_RATED, *levels)
    for place, name in enumerate(header, 1):
        put(sheet.cell(1, place), name, "header")
        sheet.column_dimensions[get_column_letter(place)].width = _NARROW
    sheet.column_dimensions["A"].width = _WIDE
    for row, area in enumerate(audit.areas, 2):
        put(sheet.cell(row, 1), area.label, "strong")
        sheet.row_dimensions[row].height = height([area.label], [_WIDE])
        for place, formula in enumerate(_counting(row, len(audit.levels)), 2):
            put_formula(sheet.cell(row, place), formula, "read")
    _put_totals(sheet, len(audit.areas) + 2, len(header))
    sheet.freeze_panes = "B2"
    set_up_print(sheet, header=1)


def put_headings(sheet: Worksheet, school: SchoolAudit, table: Table) -> None:
    """Write the statements again under the headings that schools know, with what they answered.

    Answers are looked up by the statement's id, so that sorting either sheet does no harm.
    """
    for place, name in enumerate(_SHOWN, 1):
        put(sheet.cell(1, place), name, "header")
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS[name]
        sheet.column_dimensions[get_column_letter(place)].hidden = name == REF
    before = ""
    for row, (heading, area, question) in enumerate(heading_rows(school), 2):
        ruled = " ruled" if before and heading != before else ""
        texts = {
            HEADING: heading,
            AREA: area.label,
            STATEMENT: statement_cell(question),
            REF: question.id,
        }
        for place, name in enumerate(_SHOWN, 1):
            if name in _COMPUTED:
                put_formula(sheet.cell(row, place), _looked_up(name, row, table), f"read{ruled}")
            else:
                put(sheet.cell(row, place), texts[name], f"read{ruled}")
        names = tuple(texts)
        sheet.row_dimensions[row].height = height(
            [texts[name] for name in names], [WIDTHS[name] for name in names]
        )
        before = heading
    sheet.freeze_panes = "D2"
    set_up_print(sheet, header=1)


def _counting(row: int, levels: int) -> tuple[str, ...]:
    mine = f"(AuditAreas=$A{row})"
    each = (get_column_letter(5 + place) for place in range(levels))
    by_level = tuple(f"SUMPRODUCT({mine}*(TRIM(AuditRatings)=TRIM({letter}$1)))" for letter in each)
    other = (f"C{row}-SUM(E{row}:{get_column_letter(4 + levels)}{row})",) if levels else ()
    return (
        f"SUMPRODUCT({mine}*1)",
        f'SUMPRODUCT({mine}*(TRIM(AuditRatings)<>""))',
        f"B{row}-C{row}",
        *by_level,
        *other,
    )


def _put_totals(sheet: Worksheet, row: int, columns: int) -> None:
    put(sheet.cell(row, 1), ALL, "strong ruled")
    for place in range(2, columns + 1):
        letter = get_column_letter(place)
        put_formula(sheet.cell(row, place), f"SUM({letter}2:{letter}{row - 1})", "strong ruled")


def _looked_up(name: str, row: int, table: Table) -> str:
    letter = get_column_letter(table.columns.index(name) + 1)
    last = max(len(table.rows) + 1, 2)
    column = f"'{Sheet.AUDIT}'!${letter}$2:${letter}${last}"
    here = f"${get_column_letter(_SHOWN.index(REF) + 1)}{row}"
    return f'IFERROR(INDEX({column},MATCH({here},AuditRefs,0))&"","")'
