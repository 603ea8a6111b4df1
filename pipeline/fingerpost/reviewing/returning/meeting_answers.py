"""One row of a returned Meeting sheet in, what it settles out.

Whoever fills it in has seen all that was said: the answer takes the place of every other.
"""

from dataclasses import replace

from fingerpost.decisions import Action
from fingerpost.meanings import NOT_ADVICE
from fingerpost.reviewing.agreeing.sayings import NOBODY, Saying, from_text
from fingerpost.reviewing.columns import DECISION, SAID, TURNS, Choice, MeetingChoice, RuleChoice
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.refs import Ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import (
    HeadingAnswer,
    RowAnswer,
    RuleAnswer,
    StatementAnswer,
)

_CHOICES = {fold(choice): choice for choice in MeetingChoice}
_TURNS = {fold(turn): place for place, turn in enumerate(TURNS)}
_OF_STATEMENTS = {
    Action.APPROVED: Choice.KEEP,
    Action.REJECTED: Choice.REJECT,
    Action.WITHDRAWN: Choice.REJECT,
    Action.UNFITTING: Choice.UNFITTING,
}


def meeting_choice(desk: Desk, row: FormRow) -> MeetingChoice | int | None:
    """Return what was chosen, or the place of the person who is right, if anything was."""
    typed = fold(said(row, DECISION))
    if not typed:
        return None
    choice = _CHOICES.get(typed, _TURNS.get(typed))
    if choice is None:
        words = "Choose First, Second or another one from the list."
        desk.fault(row, DECISION, f"“{said(row, DECISION)}” is no answer. {words}")
    return None if choice is MeetingChoice.NOT_DECIDED else choice


def closed(desk: Desk, row: FormRow, ref: Ref, choice: MeetingChoice) -> RowAnswer | None:
    """Return the answer of a row for which nobody's answer was right."""
    common = desk.common(row, ref)
    if choice is MeetingChoice.UNFITTING and ref.id in desk.known.items:
        return StatementAnswer(**common, choice=Choice.UNFITTING)
    if choice is not MeetingChoice.NEITHER:
        desk.put_aside(row, f"“{choice}” is no answer to this. Choose another one from the list.")
        return None
    if ref.is_heading:
        return HeadingAnswer(**common, meaning=NOT_ADVICE)
    if ref.is_rule:
        return RuleAnswer(**common, choice=RuleChoice.DECLINE)
    return StatementAnswer(**common, choice=Choice.REJECT)


def as_said(desk: Desk, row: FormRow, ref: Ref, place: int) -> RowAnswer | None:
    """Return what one person answered, as it was, now as the answer of the meeting."""
    saying = _saying(desk, row, place)
    if saying is None:
        return None
    common = desk.common(row, ref)
    if ref.is_heading:
        return HeadingAnswer(**common, meaning=saying.said)
    if ref.is_rule:
        return RuleAnswer(**common, choice=RuleChoice(saying.said.capitalize()))
    return StatementAnswer(
        **common,
        choice=_OF_STATEMENTS[Action(saying.said)],
        retired=saying.said == Action.WITHDRAWN,
        wording=saying.wording,
        edited=saying.edited,
        shown=saying.kept,
        proposed=saying.proposed,
        child_voice=saying.child_voice,
    )


def with_child_voice(desk: Desk, row: FormRow, answer: StatementAnswer) -> StatementAnswer | None:
    """Keep the child's words, which have no column here, where all who wrote any wrote the same."""
    sayings = from_text(desk.form.sent.rows.get(row.ref, {}).get(SAID, ""))
    voices = {one.child_voice for one in sayings if one.child_voice}
    if len(voices) > 1:
        desk.put_aside(
            row, "the child's words differ. Choose First or Second, then change the rest later."
        )
        return None
    return replace(answer, child_voice=next(iter(voices), answer.child_voice))


def _saying(desk: Desk, row: FormRow, place: int) -> Saying | None:
    sayings = from_text(desk.form.sent.rows.get(row.ref, {}).get(SAID, ""))
    if not sayings:
        desk.put_aside(
            row,
            "the file does not hold any more what each person said. Type what was settled into the "
            f"row and choose “{MeetingChoice.AS_TYPED}”.",
        )
        return None
    if place >= len(sayings):
        desk.put_aside(row, f"nobody is the {TURNS[place].casefold()} here.")
        return None
    if not sayings[place].is_decided:
        person = sayings[place].person or NOBODY
        desk.put_aside(row, f"{person} had not decided. Choose another one from the list.")
        return None
    return sayings[place]
