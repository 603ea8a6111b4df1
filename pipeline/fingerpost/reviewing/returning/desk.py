"""A returned form and what is known in, each row's key and edits checked, its faults kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

from fingerpost.cells import clean
from fingerpost.opinions import NO_NAME
from fingerpost.reviewing.columns import (
    ACTIONS,
    ALL_LABELS,
    ASKED_AFTER,
    DECISION,
    NOTE,
    REF,
    REVIEWER,
    WORDING,
    Sheet,
)
from fingerpost.reviewing.labels import Labels, differs, facet_cells, fold, labels_of, tidy
from fingerpost.reviewing.refs import Index, Ref, parse_ref
from fingerpost.reviewing.returning.forms import Form, FormRow
from fingerpost.reviewing.returning.returned import Before
from fingerpost.taxonomy import Facet, Taxonomy

_GONE = "this is in none of the documents any more."
_GONE_RULE = "this rule is not proposed any more: other answers settled what it would mend."
_FIELDS = {Sheet.QUEUE: "status", Sheet.SKIM: "status", Sheet.HEADINGS: "meaning"}
"""What the log calls the answer in a row of each sheet."""
_ACTIONS = {fold(choice): action.value for choice, action in ACTIONS.items()}
_AFRESH = "Copy it from the workbook as it was sent."


class Common(TypedDict):
    """What all answers have, by the names of their fields."""

    place: str
    ref: Ref
    note: str
    reviewer: str
    asked_after: str
    given: str


@dataclass(frozen=True)
class Desk:
    """What the rows of one returned file are read against.

    Faults, for which the file is refused, go to `problems`; rows that cannot count, although the
    rest can, to `set_aside`; what counts, and perhaps not as it was meant, to `told`. `before` says
    of rows set aside what the log holds if they were taken in before.
    """

    known: Index
    taxonomy: Taxonomy
    form: Form
    problems: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    before: dict[str, Before] = field(default_factory=dict)

    @cached_property
    def offered(self) -> Labels:
        """The categories people may choose today."""
        return labels_of(self.taxonomy)

    def fault(self, row: FormRow, column: str, says: str) -> None:
        """Note a fault for which the file is refused."""
        self.problems.append(f"{row.place}, column {column}: {says}")

    def put_aside(self, row: FormRow, says: str) -> None:
        """Note a row that cannot count."""
        self.set_aside.append(f"{row.place}: {says}")

    def tell(self, row: FormRow, says: str) -> None:
        """Note what whoever gave an answer should know of it."""
        self.told.append(f"{row.place}: {says}")

    def key(self, row: FormRow) -> Ref | None:
        """Return a row's key if it is one that was sent and still stands for the same words."""
        ref = parse_ref(row.ref)
        now = self.known.now(ref)
        if not row.ref:
            self.fault(
                row, REF, f"it is empty, so nobody can tell what the answer is about. {_AFRESH}"
            )
        elif row.ref not in self.form.sent.rows and self._is_forged(ref, now):
            self.fault(row, REF, f"“{row.ref}” is not a Ref that was sent. {_AFRESH}")
        elif now != ref:
            self._miss(row, ref, _changed_since(ref) if now else _gone(ref))
        else:
            return ref
        return None

    def _miss(self, row: FormRow, ref: Ref, says: str) -> None:
        """Put a row aside whose words are not there any more, unless it was taken in before."""
        self.put_aside(row, says)
        if row.sheet in _FIELDS:
            self.before[self.set_aside[-1]] = Before(
                place=row.place,
                ref=ref,
                person=self.reviewer(row) or ("" if ref.is_item else NO_NAME),
                field=_FIELDS[row.sheet],
                says=_ACTIONS.get(fold(said(row, DECISION)), ""),
            )

    def _is_forged(self, ref: Ref, now: Ref | None) -> bool:
        """Whether a key is made up; without the hidden sheet, one with an older digest is not."""
        return now is None or (bool(self.form.sent.rows) and now != ref)

    def is_sound(self, row: FormRow) -> bool:
        """Whether the row's cells can be taken as they are; name each one that cannot."""
        for column, says in row.faults:
            self.fault(row, column, says)
        return not row.faults

    def is_edited(self, row: FormRow, column: str) -> bool:
        """Whether a cell says something else than what was sent."""
        sent = self.was_sent(row, column)
        return column in row.cells and differs(column, row.cells[column], sent)

    def was_sent(self, row: FormRow, column: str) -> str:
        """Return what a cell held when it was sent, or, if nobody knows, what is proposed now."""
        cells = self.form.sent.rows.get(row.ref) or self._now(row.ref)
        return cells.get(column, "")

    def _now(self, ref: str) -> Mapping[str, str]:
        """Return what the program itself would send, whatever other files brought since."""
        item = self.known.items.get(parse_ref(ref).id)
        if item is None:
            return {}
        cells = {WORDING: clean(item.classified.strategy.text)}
        for pair in ALL_LABELS:
            cells |= facet_cells(pair, item.classified.concepts(pair.facet), self.taxonomy)
        return cells

    def find(self, facet: Facet, label: str) -> str | None:
        """Return a category by its label of today, or by the one it had when this was sent.

        One that was retired since counts as what replaced it.
        """
        concept = self.offered.find(facet, label) or self.form.sent.labels.find(facet, label)
        if concept is None or concept not in self.taxonomy:
            return None
        return self.taxonomy.standing(concept) or None

    def common(self, row: FormRow, ref: Ref) -> Common:
        """Return what an answer has whatever it is about."""
        return Common(
            place=row.place,
            ref=ref,
            note=said(row, NOTE),
            reviewer=self.reviewer(row),
            asked_after="" if self.form.sent.blind else self.asked_after(row),
            given=row.given or self.form.saved_on,
        )

    def asked_after(self, row: FormRow) -> str:
        """Return the date of the decision that stood beside the question, if one did."""
        return row.asked_after or self.form.sent.rows.get(row.ref, {}).get(ASKED_AFTER, "")

    def reviewer(self, row: FormRow) -> str:
        """Return who answered: the row's own name, else the file's, else whom it was sent to."""
        names = (row.cells.get(REVIEWER, ""), self.form.name, self.form.sent.person)
        return next(filter(None, map(tidy, names)), "")


def said(row: FormRow, column: str) -> str:
    """Return what stands in an answer cell, tidied."""
    return tidy(row.cells.get(column, ""))


def _gone(ref: Ref) -> str:
    return _GONE_RULE if ref.is_rule else _GONE


def _changed_since(ref: Ref) -> str:
    if ref.is_group:
        return "the statements under this heading have changed since; look at them once more."
    return "the words in Word have changed since; the new words come in the next workbook."
