"""An outcome and what would be asked about headings in, a plain verdict on each document out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fingerpost.directory import DocumentRecord, Refusal
from fingerpost.outcome import Outcome
from fingerpost.pages import plural
from fingerpost.reporting.revisions import tracked_changes_told
from fingerpost.strategies import Extraction, Kind


class Fitness(StrEnum):
    """What a person should do about a document before it is migrated.

    `fine` is nothing; `look` is to read what is said of it; `empty` is that nothing can be read in
    it; `refused` is that it cannot be read.
    """

    FINE = "fine"
    LOOK = "look"
    EMPTY = "empty"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What would become of one document; `found` is a sentence, `next_step` what to do, if anything.

    `questions` counts the headings of this document that would be asked about.
    """

    source: str
    fitness: Fitness
    found: str
    next_step: str = ""
    notes: tuple[str, ...] = ()
    code: str = ""
    statements: int = 0
    waiting: int = 0
    questions: int = 0
    tracked_changes: int = 0
    comments: int = 0
    words: int = 0


_EMPTY = "The document holds no words"
_LOOK_INTO_IT = (
    "Look at it in Word: advice that stands in bullets, in table cells or under headings is found; "
    "if there is none in it, take the document away."
)


def forecast(outcome: Outcome, questions: Mapping[str, int]) -> tuple[Verdict, ...]:
    """Judge every document, in order of name; `questions` counts those about headings by document."""
    extractions = {extraction.source: extraction for extraction in outcome.extractions}
    read = [
        _read(record, extractions[record.source], questions.get(record.source, 0))
        for record in outcome.documents
    ]
    refused = map(_refused, outcome.refusals)
    return tuple(sorted((*read, *refused), key=lambda verdict: verdict.source))


def _refused(refusal: Refusal) -> Verdict:
    return Verdict(
        source=refusal.source,
        fitness=Fitness.REFUSED,
        found=refusal.reason,
        next_step=refusal.remedy,
        code=refusal.code,
    )


def _read(record: DocumentRecord, extraction: Extraction, questions: int) -> Verdict:
    comments = _comments(extraction)
    fitness, found, next_step, notes = _judged(record, questions)
    if comments:
        notes = (*notes, f"{plural(comments, 'comment')}, read as notes and not published.")
    if changes := tracked_changes_told(record.revisions):
        notes = (*notes, changes)
    return Verdict(
        source=record.source,
        fitness=fitness,
        found=found,
        next_step=next_step,
        notes=notes,
        statements=record.statements,
        waiting=record.waiting,
        questions=questions,
        tracked_changes=record.revisions.of_words,
        comments=comments,
        words=record.words,
    )


def _judged(record: DocumentRecord, questions: int) -> tuple[Fitness, str, str, tuple[str, ...]]:
    if not record.words:
        empty = next((one for one in record.warnings if one.startswith(_EMPTY)), f"{_EMPTY}.")
        found, _, next_step = empty.partition(". ")
        others = tuple(one for one in record.warnings if one != empty)
        return Fitness.EMPTY, f"{found.rstrip('.')}.", next_step, others
    if not record.statements:
        return Fitness.LOOK, _nothing_in(record), _LOOK_INTO_IT, record.warnings
    fitness = Fitness.LOOK if record.warnings else Fitness.FINE
    return fitness, _counted(record, questions), "", record.warnings


def nothing_told(record: DocumentRecord) -> str:
    """Say of a document with words but no statement so, and what to do; else nothing."""
    return (
        f"{_nothing_in(record)} {_LOOK_INTO_IT}" if record.words and not record.statements else ""
    )


def _nothing_in(record: DocumentRecord) -> str:
    return f"No statement was found in its {plural(record.words, 'word')}."


def _counted(record: DocumentRecord, questions: int) -> str:
    if not record.waiting:
        return f"{plural(record.statements, 'statement')}, none would wait."
    asked = f", with {plural(questions, 'question')} about headings" if questions else ""
    return f"{plural(record.statements, 'statement')}, {record.waiting:,} would wait{asked}."


def _comments(extraction: Extraction) -> int:
    """Comments, however many paragraphs each has."""
    rows = (row for row in extraction.ledger if row.kind is Kind.COMMENT)
    return len({row.locator.partition("/")[0] for row in rows})
