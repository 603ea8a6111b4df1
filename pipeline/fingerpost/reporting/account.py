"""An outcome in, where every word of every document went out; the sums are checked."""

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.directory import DocumentRecord
from fingerpost.documents import count_words
from fingerpost.errors import FingerpostError
from fingerpost.outcome import Outcome
from fingerpost.strategies import Extraction, Kind, LedgerRow, Role

STATEMENTS = "Statements"
OLDER = "In a newer edition too"
HEADINGS = "Headings and introductions"
SIGNS = "Signs of need"
REASONS = "Reasons, duties and principles"
ASIDES = "Links, contacts and notes"
FRAME = "Everything round it"
UNSEEN = "Deleted or hidden in Word"

PARTS = (STATEMENTS, OLDER, HEADINGS, SIGNS, REASONS, ASIDES, FRAME, UNSEEN)
"""The parts of a document, in the order they are shown."""

EXPLAINED = {
    STATEMENTS: "advice that is, or may become, part of the directory",
    OLDER: "advice of an older edition that the newest one holds as well; it counts there",
    HEADINGS: "headings, and sentences that introduce a list",
    SIGNS: "what adults may notice; never published as advice",
    REASONS: "why something is done, what the law says, what the council believes",
    ASIDES: "links, names to contact, footnotes and comments",
    FRAME: "forewords and other text, contents lists, dates and versions, page headers and footers",
    UNSEEN: "words that a reader of the document does not see; never published",
}
"""What each part holds."""

_PART_OF = {
    Role.STRATEGY: STATEMENTS,
    Role.SUPERSEDED: OLDER,
    Role.HEADING: HEADINGS,
    Role.LEAD_IN: HEADINGS,
    Role.INDICATOR: SIGNS,
    Role.RATIONALE: REASONS,
    Role.DUTY: REASONS,
    Role.PRINCIPLE: REASONS,
    Role.RESOURCE: ASIDES,
    Role.CONTACT: ASIDES,
    Role.NOTE: ASIDES,
    Role.CONTEXT: FRAME,
    Role.CONTENTS_LIST: FRAME,
    Role.DOCUMENT_CONTROL: FRAME,
    Role.BOILERPLATE: FRAME,
    Role.EMPTY_OF_MEANING: FRAME,
}
_UNSEEN_KINDS = (Kind.DELETED, Kind.HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a document: its words, and the lines that hold them."""

    name: str
    words: int
    lines: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One document and its parts, which add up to all its words."""

    record: DocumentRecord
    parts: tuple[Part, ...]

    @property
    def words(self) -> int:
        """All its words."""
        return self.record.words


def accounts(outcome: Outcome) -> tuple[Account, ...]:
    """Return the account of each document.

    Raises:
        FingerpostError: where a document's parts do not add up to its words.
    """
    records = {record.source: record for record in outcome.documents}
    return tuple(_account(one, records[one.source]) for one in outcome.extractions)


def totals(found: Iterable[Account]) -> tuple[int, ...]:
    """Return the words of each part over all documents."""
    parts = [account.parts for account in found]
    return tuple(sum(column[place].words for column in parts) for place in range(len(PARTS)))


def part_of(row: LedgerRow) -> str:
    """Return the part of a document that a line belongs to."""
    return UNSEEN if row.kind in _UNSEEN_KINDS else _PART_OF[row.role]


def _account(extraction: Extraction, record: DocumentRecord) -> Account:
    lines: dict[str, list[LedgerRow]] = {name: [] for name in PARTS}
    for row in extraction.ledger:
        lines[part_of(row)].append(row)
    parts = tuple(
        Part(name=name, words=sum(count_words(r.text) for r in rows), lines=tuple(rows))
        for name, rows in lines.items()
    )
    if sum(part.words for part in parts) != record.words:
        raise FingerpostError(
            f"{record.source}: its parts hold {sum(part.words for part in parts)} words and the "
            f"document {record.words}. This is a fault of Fingerpost's; please report it."
        )
    return Account(record=record, parts=parts)
