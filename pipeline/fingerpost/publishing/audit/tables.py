"""A school's audit in, the tables of its workbook as rows of cells out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fingerpost.pages import visible
from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.audit import FocusArea, Question
from fingerpost.publishing.audit.columns import (
    ALSO,
    ANSWERS,
    AREA,
    BESIDE,
    CELL,
    HEADING,
    NEED,
    OTHERS,
    PAGE,
    PHASE,
    REF,
    REVIEW,
    SHEET_NAMED,
    SINCE,
    STANDARDS,
    STATEMENT,
    WHY,
    WORDS,
    Sheet,
)
from fingerpost.publishing.audit.school import Former, Given, Remark, SchoolAudit, Typed
from fingerpost.publishing.wording import phase_words

Row = Mapping[str, str | Typed]
"""One row's cells by column; a column it does not name is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet as a table; rows count from 0, and `starts` are those with a rule above.

    `answers` are the columns that a school fills in; `again` the rows to be read again.
    """

    sheet: Sheet
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    answers: frozenset[str] = frozenset()
    starts: frozenset[int] = frozenset()
    again: frozenset[int] = field(default_factory=frozenset)

    def look(self, number: int, column: str) -> str:
        """Return the look of a cell."""
        ruled = " ruled" if number in self.starts else ""
        again = "again " if number in self.again else ""
        if column in self.answers:
            return f"{again}{'day' if column == REVIEW else 'answer'}{ruled}"
        if column == SINCE and again:
            return f"again read{ruled}"
        return f"{'link' if column == PAGE else 'read'}{ruled}"


def audit_table(school: SchoolAudit) -> Table:
    """Return the sheet where a school answers: a row for every statement, area by area."""
    pairs = list(school.audit.questions)
    rows = [_asked(area, question, _given(school, question)) for area, question in pairs]
    shown = (AREA, STATEMENT, *ANSWERS, SINCE, NEED, STANDARDS, ALSO, HEADING, PHASE, PAGE)
    always = {AREA, STATEMENT, *ANSWERS, STANDARDS}
    return Table(
        sheet=Sheet.AUDIT,
        columns=(
            *(name for name in shown if name in always or any(name in row for row in rows)),
            *school.further,
            REF,
        ),
        rows=tuple(rows),
        answers=frozenset((*ANSWERS, *school.further)),
        starts=frozenset(_changes(area.id for area, _ in pairs)),
        again=frozenset(n for n, (_, one) in enumerate(pairs) if _given(school, one).read_again),
    )


def heading_rows(school: SchoolAudit) -> Iterator[tuple[str, FocusArea, Question]]:
    """Yield every statement under the heading that schools know it by."""
    for heading, pairs in school.audit.by_heading.items():
        for area, question in pairs:
            yield heading or wording.NO_HEADING, area, question


def former_table(school: SchoolAudit) -> Table:
    """Return the sheet with what is asked no longer, and what the school had answered."""
    return Table(
        sheet=Sheet.GONE,
        columns=(AREA, STATEMENT, WHY, *ANSWERS, *school.further, REF),
        rows=tuple(map(_former, school.former)),
        answers=frozenset((*ANSWERS, *school.further)),
    )


def remark_table(school: SchoolAudit) -> Table:
    """Return the sheet with what the school wrote where no answer is asked for."""
    return Table(sheet=Sheet.OTHER, columns=OTHERS, rows=tuple(map(_remark, school.remarks)))


def statement_cell(question: Question) -> str:
    """Return a statement as people read it, what introduces it on a line of its own."""
    return visible("\n".join(filter(None, (question.lead_in, question.text))))


def shown(cell: str | Typed) -> str:
    """Return what a cell shows."""
    return str(cell.value) if isinstance(cell, Typed) else cell


def _given(school: SchoolAudit, question: Question) -> Given:
    return school.given.get(question.id, Given())


def _asked(area: FocusArea, question: Question, given: Given) -> Row:
    row: dict[str, str | Typed] = {
        AREA: area.label,
        STATEMENT: statement_cell(question),
        HEADING: question.heading,
        **given.cells,
        SINCE: given.since,
        NEED: "\n".join(question.needs),
        STANDARDS: "\n".join(question.standards),
        ALSO: "\n".join(question.also),
        PHASE: phase_words(question.phases),
        REF: question.id,
    }
    if question.address:
        row[PAGE] = Typed("Look it up", question.address)
    return {name: cell for name, cell in row.items() if cell != ""}


def _former(former: Former) -> Row:
    return {
        AREA: former.area,
        STATEMENT: former.words,
        WHY: former.why,
        **former.cells,
        REF: former.id,
    }


def _remark(remark: Remark) -> Row:
    return {
        SHEET_NAMED: remark.sheet,
        CELL: remark.cell,
        BESIDE: remark.beside,
        WORDS: remark.typed,
    }


def _changes(ids: Iterable[str]) -> Iterator[int]:
    before = None
    for number, one in enumerate(ids):
        if one != before and number:
            yield number
        before = one
