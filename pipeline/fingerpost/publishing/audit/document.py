"""An audit in, a Word document to print or to type into out; the same bytes for the same audit."""

import io
from collections.abc import Iterable, Iterator, Sequence
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
from fingerpost.publishing.audit.columns import ALSO, ANSWERS, FACTS, HEADING, PHASE, STATEMENT
from fingerpost.publishing.wording import phase_words
from fingerpost.workbooks import without_times

BOX = "☐"
"""Stands before each rating, to tick."""

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - Word's dates have no zone; fixed, so that bytes are
_WIDTHS = (92, 28, 52, 48, 24, 24)
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
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name in FACTS:
        cells = _added(table).cells
        cells[0].text, cells[1].text = name, ""
        _widen(cells, (40, 100))


def _area(document: WordDocument, area: FocusArea, levels: Sequence[str]) -> None:
    document.add_heading(clean(area.label), level=1)
    if area.definition:
        document.add_paragraph(clean(area.definition))
    if not area.questions:
        document.add_paragraph(wording.EMPTY_AREA)
        return
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    head = table.rows[0].cells
    for cell, name in zip(head, (STATEMENT, *ANSWERS), strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(name).bold = True
    _widen(head, _WIDTHS)
    _mark(table, 0, "w:tblHeader")
    for question in area.questions:
        _ask(table, question, levels)


def _ask(table: Table, question: Question, levels: Sequence[str]) -> None:
    cells = _added(table).cells
    _state(cells[0], question)
    cells[1].text = clean("\n".join(f"{BOX} {level}" for level in levels))
    _widen(cells, _WIDTHS)
    _mark(table, len(table.rows) - 1, "w:cantSplit")


def _state(cell: _Cell, question: Question) -> None:
    """Write a statement, what introduces it above and what it is filed under below."""
    if question.lead_in:
        cell.paragraphs[0].add_run(_shown(question.lead_in)).italic = True
        cell.add_paragraph()
    cell.paragraphs[-1].add_run(_shown(question.text))
    for said in filed(question):
        _small(cell.add_paragraph(), said)


def filed(question: Question) -> Iterator[str]:
    """Say what else a statement is filed under: standards, further focus areas, phase, heading."""
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


def _widen(cells: Iterable[_Cell], widths: Sequence[int]) -> None:
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Mm(width)


def _added(table: Any) -> _Row:
    row: _Row = table.add_row()  # python-docx does not say what it returns
    return row


def _mark(table: Table, row: int, name: str) -> None:
    """Say of a row that it heads every page, or that no page cuts it."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no other way
