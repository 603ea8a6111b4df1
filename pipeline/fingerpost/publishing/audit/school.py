"""What one school typed into its audit, beside what it is asked, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from fingerpost.publishing.audit.audit import Audit

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell of a spreadsheet may hold."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a cell, and the address behind it, if any."""

    value: Value
    link: str = ""


Cells = Mapping[str, Typed]
"""What was typed by column; an empty cell is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What stands beside one statement: the answers, and what became of the statement since.

    `read_again` marks answers that were given to other words.
    """

    cells: Cells = field(default_factory=dict)
    since: str = ""
    read_again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A statement that is asked no longer, with a school's answers; `words` are those it was sent."""

    id: str
    words: str
    area: str = ""
    why: str = ""
    cells: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a school wrote where no answer is asked for: on which sheet, in which cell, beside what."""

    sheet: str
    cell: str
    typed: Typed
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAudit:
    """An audit with what one school answered; as it is sent out first, with nothing.

    `given` is by the id of a statement; `facts` by their names on the first sheet; `further` are
    columns that the school added; `told` says what became of the answers of last time.
    """

    audit: Audit
    given: Mapping[str, Given] = field(default_factory=dict)
    former: tuple[Former, ...] = ()
    remarks: tuple[Remark, ...] = ()
    facts: Cells = field(default_factory=dict)
    further: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
