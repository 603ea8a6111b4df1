"""Edits by hand and what they met in, the same as people may read it out: texts, and about what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fingerpost.loading.changes import Subject, shown
from fingerpost.loading.contents import Content, known_as
from fingerpost.loading.edits.hand_edits import WHOLE_ROW, Edit, Kept, Meeting
from fingerpost.loading.schema import KINDS

_SUBJECTS = {
    "concepts": Subject.CONCEPT,
    "resources": Subject.RESOURCE,
    "documents": Subject.DOCUMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandEdit:
    """Something changed in the database by hand: `base` was loaded, `value` is what stands there.

    `text` says what it is about in words. `field` is the kind of a label for one put on or taken
    off, and empty for the whole thing. `noticed_in` is the number of the release that first had it,
    None for the one being made.
    """

    subject: Subject
    id: str
    text: str
    field: str
    base: str
    value: str
    noticed_in: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An edit by hand that met another change: the three texts, and which of the two was kept."""

    subject: Subject
    id: str
    text: str
    field: str
    base: str
    by_hand: str
    in_files: str
    kept: Kept


def edits_told(edits: Iterable[Edit], content: Content) -> tuple[HandEdit, ...]:
    """Say what was changed by hand."""
    tell = _Teller(content)
    return tuple(
        HandEdit(
            **tell.about(edit),
            base=tell.value(edit, edit.base),
            value=tell.value(edit, edit.value),
            noticed_in=edit.noticed_in,
        )
        for edit in edits
    )


def conflicts_told(meetings: Iterable[Meeting], content: Content) -> tuple[Conflict, ...]:
    """Say where edits by hand met other changes."""
    tell = _Teller(content)
    return tuple(
        Conflict(
            **tell.about(one.edit),
            base=tell.value(one.edit, one.edit.base),
            by_hand=tell.value(one.edit, one.edit.value),
            in_files=tell.value(one.edit, one.in_files),
            kept=one.kept,
        )
        for one in meetings
    )


class _Teller:
    """Knows the words of what a directory holds."""

    def __init__(self, content: Content) -> None:
        self._words = {
            table: {key[0]: known_as(table, row) for key, row in content.of(table).items()}
            for table in KINDS
        }

    def about(self, edit: Edit) -> dict[str, Any]:
        """Name the thing that was edited, and which part of it."""
        subject = _SUBJECTS.get(edit.table, Subject.STRATEGY)
        table = edit.table if edit.table in _SUBJECTS else "strategies"
        first = edit.key[0]
        known = self._words.get(table, {}).get(first, "")
        return {
            "subject": subject,
            "id": first,
            "text": known or _own_words(edit) or first,
            "field": edit.field or _part(edit),
        }

    def value(self, edit: Edit, value: Any) -> str:
        """Say one of the values: for a whole row, what it puts there."""
        if edit.field != WHOLE_ROW:
            return shown(value)
        if value is None:
            return ""
        if edit.table == "strategy_resources":
            return str(self._words["resources"].get(edit.key[1], edit.key[1]))
        return known_as(edit.table, value) or edit.key[-1]


def _part(edit: Edit) -> str:
    """Name what a whole row is of the thing that it belongs to."""
    if edit.table == "strategy_concepts":
        return edit.key[1]
    return {"strategy_resources": "resources", "replacements": "replaced_by"}.get(edit.table, "")


def _own_words(edit: Edit) -> str:
    """Return the words of a row that is not there any more."""
    row = edit.base if edit.field == WHOLE_ROW else None
    return known_as(edit.table, row or {})
