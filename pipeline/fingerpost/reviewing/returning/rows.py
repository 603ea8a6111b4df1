"""One row of a returned file in, the answer it holds out, if it holds one."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from fingerpost.reviewing.asking.thoughts import agreed
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    BY_LOT,
    DECISION,
    MEANS,
    NOTE,
    PULL_OUT,
    VOICES,
    WORDING,
    Choice,
    MeetingChoice,
    RuleChoice,
    Sheet,
)
from fingerpost.reviewing.labels import fold, meaning_labels
from fingerpost.reviewing.live.reading import readers
from fingerpost.reviewing.refs import Ref
from fingerpost.reviewing.returning.commenting import comment
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.edits import either, label_pairs, sent_labels, settled
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.meeting_answers import (
    as_said,
    closed,
    meeting_choice,
    with_child_voice,
)
from fingerpost.reviewing.returning.returned import (
    GroupAnswer,
    HeadingAnswer,
    RowAnswer,
    RuleAnswer,
    StatementAnswer,
)
from fingerpost.taxonomy import Facet

_CHOICES = {fold(choice): choice for choice in Choice}
_RULE_CHOICES = {fold(choice): choice for choice in RuleChoice}
_TICKS = frozenset({"x", "y", "yes", "ok", "true", "1", "✓", "✔", "tick"})
_SETTLING = (Choice.KEEP, Choice.CHANGE)
_PROPOSED = (WORDING, *(n for pair in ALL_LABELS for n in (pair.main, pair.also)), *VOICES)


def answers(desk: Desk) -> Iterator[tuple[FormRow, RowAnswer]]:
    """Yield each answer of a form with the row it stands in."""
    read: dict[Sheet, Callable[[Desk, FormRow], RowAnswer | None]] = {
        Sheet.HEADINGS: _heading,
        Sheet.QUEUE: _statement,
        Sheet.SKIM: _skim,
        Sheet.RULES: _rule,
        Sheet.MEETING: _meeting,
        Sheet.COMMENTS: comment,
        **readers(desk),
    }
    for row in desk.form.rows:
        answer = read[row.sheet](desk, row)
        if answer is not None:
            yield row, answer


def edited_cells(desk: Desk, row: FormRow) -> tuple[str, ...]:
    """Return the answer columns of a row that say something else than what was sent."""
    return tuple(name for name in row.cells if desk.is_edited(row, name))


def _own_key(desk: Desk, row: FormRow, is_ours: Callable[[Ref], bool]) -> Ref | None:
    """Return the key of a row that has no fault, if it is one of the sheet the row stands on."""
    ref = desk.key(row)
    if ref is None or not desk.is_sound(row):
        return None
    if is_ours(ref):
        return ref
    desk.put_aside(row, "its Ref belongs to another sheet.")
    return None


def _statement(desk: Desk, row: FormRow) -> StatementAnswer | None:
    typed = said(row, DECISION)
    if not typed:
        return None
    choice = _CHOICES.get(fold(typed))
    ref = _own_key(desk, row, lambda ref: ref.id in desk.known.items)
    if choice is None:
        desk.fault(row, DECISION, f"“{typed}” is no answer. Choose {either(Choice)}.")
    if choice is None or ref is None:
        return None
    if choice in _SETTLING:
        return settled(desk, row, ref, choice)
    answer = StatementAnswer(**desk.common(row, ref), choice=choice)
    return replace(answer, note=_note_with_proposals(desk, row, choice))


def _note_with_proposals(desk: Desk, row: FormRow, choice: Choice) -> str:
    """Keep what an undecided person typed elsewhere, for whoever decides; nobody does if it is out."""
    edited = [name for name in _PROPOSED if desk.is_edited(row, name)]
    if choice is Choice.REJECT:
        if edited:
            quoted = (f"{name}: “{said(row, name)}”." for name in edited)
            desk.tell(row, " ".join((_REJECTED, *quoted)))
        return said(row, NOTE)
    typed = [f"{name}: {said(row, name)}" for name in edited]
    return " ".join(filter(None, (said(row, NOTE), *typed)))


_REJECTED = "it is rejected, so what else was changed in the row is not taken in."


def _heading(desk: Desk, row: FormRow) -> HeadingAnswer | None:
    typed = said(row, MEANS)
    copied = agreed(typed)
    if not typed or copied == "" or not desk.is_edited(row, MEANS):
        return None
    if fold(typed) == fold(Choice.NOT_SURE):
        note = f" The note says: “{said(row, NOTE)}”." if said(row, NOTE) else ""
        desk.tell(row, f"“{Choice.NOT_SURE}” leaves the question open.{note}")
        return None
    typed = copied or typed
    meanings = {fold(name): one for name, one in meaning_labels(desk.offered).items()}
    meaning = meanings.get(fold(typed)) or _renamed(desk, typed)
    ref = _own_key(desk, row, lambda ref: ref.is_heading)
    if meaning is None:
        near = desk.offered.near(None, typed)
        hint = f"Did you mean {either(f'“{one}”' for one in near)}?" if near else ""
        desk.fault(row, MEANS, f"“{typed}” is not in the list. {hint or 'Choose from the list.'}")
    if meaning is None or ref is None:
        return None
    return HeadingAnswer(**desk.common(row, ref), meaning=meaning)


def _renamed(desk: Desk, label: str) -> str | None:
    found = (desk.find(facet, label) for facet in Facet)
    return next(filter(None, found), None)


def _skim(desk: Desk, row: FormRow) -> StatementAnswer | GroupAnswer | None:
    ticks = {name: _is_ticked(desk, row, name) for name in (ALL_FINE, PULL_OUT)}
    if not any(ticks.values()):
        return None
    if row.ref == BY_LOT:
        desk.put_aside(row, f"choose “{ALL_FINE}” beside each statement that was picked by lot.")
        return None
    ref = desk.key(row)
    if ref is None or not desk.is_sound(row):
        return None
    return _skimmed(desk, row, ref, fine=ticks[ALL_FINE], out=ticks[PULL_OUT])


def _skimmed(
    desk: Desk, row: FormRow, ref: Ref, *, fine: bool, out: bool
) -> StatementAnswer | GroupAnswer | None:
    common = desk.common(row, ref)
    if fine and not out and ref.is_group:
        return GroupAnswer(**common)
    if fine and not out and _was_picked(desk, row, ref):
        shown = {pair.facet: sent_labels(desk, row, ref, pair) for pair in label_pairs(desk, row)}
        return StatementAnswer(**common, choice=Choice.KEEP, shown=shown, proposed=shown)
    if out and not fine and ref.id in desk.known.items:
        return StatementAnswer(**common, choice=Choice.NOT_SURE, pulled=True)
    desk.put_aside(row, f"“{ALL_FINE}” is for the heading's row, “{PULL_OUT}” for one statement.")
    return None


def _was_picked(desk: Desk, row: FormRow, ref: Ref) -> bool:
    """Whether a row was sent as one picked by lot, or nobody knows how it was sent."""
    sent = desk.form.sent.rows
    return ref.id in desk.known.items and (not sent or bool(sent.get(row.ref, {}).get(WORDING)))


def _rule(desk: Desk, row: FormRow) -> RuleAnswer | None:
    typed = said(row, DECISION)
    if not typed:
        return None
    choice = _RULE_CHOICES.get(fold(typed))
    ref = _own_key(desk, row, lambda ref: ref.is_rule)
    if choice is None:
        desk.fault(row, DECISION, f"“{typed}” is no answer. Choose {either(RuleChoice)}.")
    if choice is None or ref is None:
        return None
    return RuleAnswer(**desk.common(row, ref), choice=choice)


def _meeting(desk: Desk, row: FormRow) -> RowAnswer | None:
    """Take a row of a meeting: as one person said it, or as it is typed there."""
    choice = meeting_choice(desk, row)
    ref = None if choice is None else _own_key(desk, row, lambda ref: not ref.is_group)
    if choice is None or ref is None:
        return None
    if isinstance(choice, int):
        return as_said(desk, row, ref, choice)
    if choice is not MeetingChoice.AS_TYPED or ref.is_rule:
        return closed(desk, row, ref, choice)
    if ref.id in desk.known.items:
        answer = settled(desk, row, ref, Choice.KEEP)
        return answer and with_child_voice(desk, row, answer)
    if not said(row, MEANS):
        desk.put_aside(row, f"choose under “{MEANS}” what stands below the heading.")
    return _heading(desk, row)


def _is_ticked(desk: Desk, row: FormRow, column: str) -> bool:
    typed = said(row, column)
    if not typed:
        return False
    if fold(typed) in _TICKS or fold(typed) == fold(column):
        return True
    desk.fault(row, column, f"“{typed}” is no answer. Choose {column}, or leave it empty.")
    return False
