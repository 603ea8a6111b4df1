"""An audit in, a Word document to print or to type into out; the same bytes for the same audit."""

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from fingerpost.cells import clean
from fingerpost.pages import visible
from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.audit import Audit, FocusArea, Question
from fingerpost.publishing.audit.columns import (
    ALSO,
    ANSWERS,
    FACTS,
    HEADING,
    NEED,
    PHASE,
    STATEMENT,
)
from fingerpost.publishing.wording import phase_words
from fingerpost.workbooks import without_times

BOX = "☐"
"""Stands before each rating, to tick."""

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - Word's dates have no zone; fixed, so that bytes are
_FACT_WIDTHS = (40, 100)
_WIDTHS = (87, 32, 51, 48, 25, 25)
"""Millimetres of the columns; together the width of A4 across, less its margins."""

_DEEP = RGBColor(0x17, 0x36, 0x5C)


def write_document(audit: Audit) -> bytes:
    """Return the document: a table for each focus area, whose head is repeated on every page."""
    document = Document()
    _set_up(document, wording.title(audit))
    document.add_paragraph(clean(wording.title(audit)), style="Title")
    for said in _opening(audit):
        document.add_paragraph(clean(said))
    _facts(document)
    for area in audit.areas:
        _area(document, area, audit.levels)
    if audit.has_headings:
        _by_heading(document, audit)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _set_up(document: WordDocument, title: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin = section.bottom_margin = Mm(14)
    for name, size in (("Normal", 11), ("Title", 22), ("Heading 1", 16), ("Heading 2", 13)):
        font = document.styles[name].font
        font.name, font.size = "Calibri", Pt(size)
        if name != "Normal":
            font.color.rgb = _DEEP
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = (
        clean(title),
        "Fingerpost",
        "",
    )
    properties.comments, properties.language = "", "en-GB"
    properties.created = properties.modified = _MADE


def _opening(audit: Audit) -> Iterator[str]:
    yield wording.stands(audit)
    yield wording.PURPOSE
    yield from wording.counted(audit)
    yield wording.rating(audit)
    yield wording.NO_NAMES


def _facts(document: WordDocument) -> None:
    table = _table(document, _FACT_WIDTHS)
    for name, row in zip(FACTS, _rows(table, _FACT_WIDTHS), strict=False):
        cells = row.cells
        cells[0].text, cells[1].text = name, ""


def _area(document: WordDocument, area: FocusArea, levels: Sequence[str]) -> None:
    document.add_heading(clean(area.label), level=1)
    if area.definition:
        document.add_paragraph(clean(area.definition)).paragraph_format.keep_with_next = True
    if not area.questions:
        document.add_paragraph(wording.EMPTY_AREA)
        return
    table = _table(document, _WIDTHS)
    rows = _rows(table, _WIDTHS)
    head = next(rows)
    for cell, name in zip(head.cells, (STATEMENT, *ANSWERS), strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _mark(head, "w:tblHeader")
    for question, row in zip(area.questions, rows, strict=False):
        _ask(row, question, levels)


def _ask(row: _Row, question: Question, levels: Sequence[str]) -> None:
    cells = row.cells
    _state(cells[0], question)
    cells[1].text = clean("\n".join(f"{BOX}\N{NO-BREAK SPACE}{level}" for level in levels))
    _mark(row, "w:cantSplit")


def _state(cell: _Cell, question: Question) -> None:
    """Write a statement, what introduces it above and what it is filed under below."""
    if question.lead_in:
        cell.paragraphs[0].add_run(_shown(question.lead_in)).italic = True
        cell.add_paragraph()
    cell.paragraphs[-1].add_run(_shown(question.text))
    for said in filed(question):
        _small(cell.add_paragraph(), said)


def filed(question: Question) -> Iterator[str]:
    """Say what else a statement is filed under: areas of need, standards, further focus areas, phase, heading."""
    if question.needs:
        yield f"{NEED}: {'; '.join(question.needs)}"
    yield from question.standards
    if question.also:
        yield f"{ALSO}: {'; '.join(question.also)}"
    if question.phases:
        yield f"{PHASE}: {phase_words(question.phases)}"
    if question.heading:
        yield f"{HEADING}: {question.heading}"


def _by_heading(document: WordDocument, audit: Audit) -> None:
    """List the statements again under the headings that schools know, and where each stands above."""
    document.add_heading(wording.BY_HEADING, level=1)
    for heading, pairs in audit.by_heading.items():
        document.add_heading(clean(heading or wording.NO_HEADING), level=2)
        for area, question in pairs:
            words = f"{_shown(question.words)} ({clean(area.label)})"
            document.add_paragraph(words, style="List Bullet")


def _small(paragraph: Paragraph, said: str) -> None:
    paragraph.add_run(clean(said)).font.size = Pt(9)


def _shown(text: str) -> str:
    return clean(visible(text))


def _table(document: WordDocument, widths: Sequence[int]) -> Table:
    """Add a table of fixed widths, which Word takes from its rows and others from its grid."""
    table: Table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _rows(table: Any, widths: Sequence[int]) -> Iterator[_Row]:
    """Add a row each time one is asked for; all but the first are copies, which is quicker."""
    row: _Row = table.add_row()  # python-docx does not say what it returns
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)
    empty = deepcopy(row._tr)  # noqa: SLF001 - python-docx has no other way
    while True:
        yield row
        added = deepcopy(empty)
        table._tbl.append(added)  # noqa: SLF001 - as above
        row = _Row(added, table)


def _mark(row: _Row, name: str) -> None:
    """Say of a row that it heads every page, or that no page cuts it."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no other way
