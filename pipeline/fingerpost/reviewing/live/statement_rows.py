"""One row of the Statements sheet in, what it changes in the directory out, if anything."""

from collections.abc import Mapping
from dataclasses import replace

from fingerpost.reviewing.columns import (
    ALL_LABELS,
    NEXT_REVIEW,
    NOTE,
    OWNER,
    REF,
    REVIEWER,
    STATEMENT_RESOURCES,
    TO_DO,
    VOICES,
    WORDING,
    Choice,
    Sheet,
    ToDo,
)
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.live.facts import facts_of
from fingerpost.reviewing.live.library import Library
from fingerpost.reviewing.refs import Ref, parse_ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.edits import either, settled
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import StatementAnswer, UpkeepAnswer
from fingerpost.upkeep import resource_id

_TO_DO = {fold(one): one for one in ToDo}
_DECIDED = frozenset({WORDING, *VOICES, *(n for p in ALL_LABELS for n in (p.main, p.also))})
"""Columns in which a change is a decision about the statement, and not only a fact."""


def statement(
    library: Library, untouched: Mapping[str, str], desk: Desk, row: FormRow
) -> UpkeepAnswer | None:
    """Return what was changed; a row in which nothing was is never looked at."""
    edited, typed = _edited(desk, row), said(row, TO_DO)
    if not edited and not typed:
        return None
    if row.ref in untouched:
        desk.fault(row, REF, _COPIED.format(untouched[row.ref]))
        return None
    to_do = _TO_DO.get(fold(typed))
    if typed and to_do is None:
        desk.fault(row, TO_DO, f"“{typed}” is no answer. Choose {either(ToDo)}, or leave it empty.")
    ref = _key(desk, row, is_decided=to_do is ToDo.RETIRE or bool(edited & _DECIDED))
    if ref is None or not desk.is_sound(row) or (typed and to_do is None):
        return None
    if to_do is ToDo.RETIRE:
        if lost := [name for name in row.cells if name in edited - {NOTE}]:
            desk.put_aside(row, _RETIRED.format(", ".join(lost)))
        gone = StatementAnswer(**desk.common(row, ref), choice=Choice.REJECT, retired=True)
        return UpkeepAnswer(**desk.common(row, ref), decided=gone)
    if not edited - {NOTE}:
        desk.put_aside(
            row, _NOTHING.format(f" The note says: “{n}”" if (n := said(row, NOTE)) else "")
        )
        return None
    return _changed(library, desk, row, ref)


def untouched_rows(desk: Desk) -> Mapping[str, str]:
    """Return where a row stands as it was sent, by its Ref; a copy of it may say something else."""
    rows = (row for row in desk.form.rows if row.sheet is Sheet.STATEMENTS and row.ref)
    return {row.ref: row.place for row in rows if not _edited(desk, row) and not said(row, TO_DO)}


def _edited(desk: Desk, row: FormRow) -> set[str]:
    return {n for n in row.cells if n not in (TO_DO, REVIEWER) and desk.is_edited(row, n)}


_COPIED = (
    "the same Ref stands in {}, where nothing was changed. "
    f"If this is a new statement, type it on the {Sheet.ADD} sheet and delete this row; "
    "if the statement is to be changed, delete the other row."
)
_RETIRED = "it is retired, so what else was changed in the row is not taken in: {}."
_NOTHING = "nothing was changed, so nothing is taken in.{}"
_NO_WORDS = f"there are no words left in {WORDING}. To take it out, choose “{ToDo.RETIRE}”."


def _key(desk: Desk, row: FormRow, *, is_decided: bool) -> Ref | None:
    """Return the row's key; who looks after a statement may be said although Word has changed."""
    if not row.ref:
        desk.fault(row, "Ref", f"it is empty. New statements go on the {Sheet.ADD} sheet.")
        return None
    now = desk.known.now(parse_ref(row.ref))
    if now is not None and row.ref in desk.form.sent.rows and not is_decided:
        return now
    return desk.key(row)


def _changed(library: Library, desk: Desk, row: FormRow, ref: Ref) -> UpkeepAnswer | None:
    decided = None
    if any(desk.is_edited(row, name) for name in _DECIDED):
        if not row.cells[WORDING].strip():
            desk.put_aside(row, _NO_WORDS)
            return None
        found = settled(desk, row, ref, Choice.KEEP)
        decided = replace(found, choice=Choice.CHANGE, whole=True) if found else None
    attached, detached = _resources(library, desk, row)
    answer = UpkeepAnswer(
        **desk.common(row, ref),
        decided=decided,
        facts=facts_of(desk, row, {OWNER: "owner", NEXT_REVIEW: "next_review"}),
        attached=attached,
        detached=detached,
    )
    says = answer.decided or answer.facts or answer.attached or answer.detached
    return answer if says else None


def _resources(
    library: Library, desk: Desk, row: FormRow
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses that came and the ids of resources that went, wherever they stood."""
    if not any(desk.is_edited(row, name) for name in STATEMENT_RESOURCES):
        return (), ()
    before: list[str] = []
    now: list[str] = []
    for name in STATEMENT_RESOURCES:
        sent = library.shown(desk.was_sent(row, name))
        before += sent
        now += library.found(desk, row, name) if desk.is_edited(row, name) else sent
    came = dict.fromkeys(url for url in now if url not in before)
    went = dict.fromkeys(url for url in before if url not in now)
    return tuple(came), tuple(resource_id(url) for url in went)
