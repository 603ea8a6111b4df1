"""A school's audit in, the sheet out of sight that remembers what was sent out, and back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.columns import COUNTS, FACTS, OURS, Sheet
from fingerpost.publishing.audit.look import put
from fingerpost.publishing.audit.school import SchoolAudit, Typed
from fingerpost.publishing.audit.starting import start_lines
from fingerpost.publishing.audit.tables import audit_table, former_table, shown, statement_cell

MARK = "fingerpost audit"
"""Stands in the first cell, and tells this workbook from any other."""

_HEADER = (MARK, "release", "ref", "area", "statement", "words", "said")
COLUMNS = len(_HEADER)
"""How many columns of the sheet remember something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One statement as it was sent: under which area, how it stood there, and all its words."""

    area: str
    statement: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What a workbook knows of how it was sent; `said` is every text we wrote beside statements."""

    council: str = ""
    release: int = 0
    sent: Mapping[str, Sent] = field(default_factory=dict)
    said: frozenset[str] = frozenset()


def put_remembered(sheet: Worksheet, school: SchoolAudit) -> None:
    """Write the sheet out of sight: columns that end where they have no more to say."""
    sheet.sheet_state = "veryHidden"
    pairs = list(school.audit.questions)
    columns = (
        (school.audit.council,),
        (str(school.audit.release.number),),
        tuple(question.id for _, question in pairs),
        tuple(area.label for area, _ in pairs),
        tuple(statement_cell(question) for _, question in pairs),
        tuple(question.words for _, question in pairs),
        tuple(dict.fromkeys(_said(school))),
    )
    for place, (name, values) in enumerate(zip(_HEADER, columns, strict=True), 1):
        for row, value in enumerate((name, *values), 1):
            put(sheet.cell(row, place), value, "text")


def recall(lines: Iterable[tuple[str, ...]]) -> Remembered | None:
    """Read the sheet again from its rows of texts; None where it is none of ours."""
    header, *rows = list(lines) or [()]
    if header[: len(_HEADER)] != _HEADER or not rows:
        return None
    columns = dict(zip(_HEADER, zip(*rows, strict=True), strict=False))
    release = columns["release"][0]
    sent = zip(*(columns[name] for name in ("ref", "area", "statement", "words")), strict=True)
    return Remembered(
        council=columns[MARK][0],
        release=int(release) if release.isdecimal() else 0,
        sent={
            ref: Sent(area=area, statement=statement, words=words)
            for ref, area, statement, words in sent
            if ref
        },
        said=frozenset(filter(None, columns["said"])),
    )


def _said(school: SchoolAudit) -> Iterator[str]:
    """Yield every text that stands where no answer is asked for."""
    for line in start_lines(school):
        cells = line.cells[:1] if line.is_fact else line.cells
        yield from (cell for cell in cells if not isinstance(cell, Typed))
    yield from (*OURS, *FACTS, *Sheet, *COUNTS, *school.audit.levels, wording.NO_HEADING)
    yield from (area.label for area in school.audit.areas)
    for table in (audit_table(school), former_table(school)):
        for row in table.rows:
            yield from (shown(cell) for name, cell in row.items() if name not in table.answers)
