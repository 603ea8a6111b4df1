"""One row of a returned file in, the answer it holds out, if it holds one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from fingerpost.cells import clean
from fingerpost.reviewing.asking.thoughts import agreed
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    BY_LOT,
    DECISION,
    FURTHER_LABELS,
    LABELS,
    MEANS,
    NOTE,
    PULL_OUT,
    VOICES,
    WORDING,
    Choice,
    LabelColumns,
    MeetingChoice,
    RuleChoice,
    Sheet,
)
from fingerpost.reviewing.labels import differs, facet_cells, fold, meaning_labels, split_labels
from fingerpost.reviewing.refs import Ref
from fingerpost.reviewing.returning.commenting import comment
from fingerpost.reviewing.returning.desk import Desk, said
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
from fingerpost.reviewing.wordings import child_voice_of, wording_of
from fingerpost.taxonomy import Facet

_CHOICES = {fold(choice): choice for choice in Choice}
_RULE_CHOICES = {fold(choice): choice for choice in RuleChoice}
_TICKS = frozenset({"x", "y", "yes", "ok", "true", "1", "✓", "✔", "tick"})
_SETTLING = (Choice.KEEP, Choice.CHANGE)
_PROPOSED = (WORDING, *(n for pair in ALL_LABELS for n in (pair.main, pair.also)), *VOICES)

_OF_FACET = {pair.facet: pair for pair in ALL_LABELS}


def answers(desk: Desk) -> Iterator[tuple[FormRow, RowAnswer]]:
    """Yield each answer of a form with the row it stands in."""
    read = {
        Sheet.HEADINGS: _heading,
        Sheet.QUEUE: _statement,
        Sheet.SKIM: _skim,
        Sheet.RULES: _rule,
        Sheet.MEETING: _meeting,
        Sheet.COMMENTS: comment,
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
        desk.fault(row, DECISION, f"“{typed}” is no answer. Choose {_either(Choice)}.")
    if choice is None or ref is None:
        return None
    if choice in _SETTLING:
        return _settled(desk, row, ref, choice)
    answer = StatementAnswer(**desk.common(row, ref), choice=choice)
    return replace(answer, note=_note_with_proposals(desk, row, choice))


def _note_with_proposals(desk: Desk, row: FormRow, choice: Choice) -> str:
    """Keep what an undecided person typed elsewhere, for whoever decides."""
    if choice is Choice.REJECT:
        return said(row, NOTE)
    typed = [f"{name}: {said(row, name)}" for name in _PROPOSED if desk.is_edited(row, name)]
    return " ".join(filter(None, (said(row, NOTE), *typed)))


def _settled(desk: Desk, row: FormRow, ref: Ref, choice: Choice) -> StatementAnswer | None:
    pairs = _pairs(desk, row)
    proposed = {p.facet: _sent_labels(desk, row, ref, p) for p in pairs}
    edited = {p.facet: p for p in pairs if _labels_edited(desk, row, p)}
    wording = _wording(desk, row, ref)
    if wording == "":
        desk.put_aside(row, "there are no words left in Wording. To leave it out, choose Reject.")
        return None
    voice = _child_voice(desk, row)
    if choice is Choice.CHANGE and not edited and wording is None and voice is None:
        desk.put_aside(
            row, "the Decision is Change, but nothing was changed. Change it, or choose Keep."
        )
        return None
    return StatementAnswer(
        **desk.common(row, ref),
        choice=choice,
        wording=wording,
        child_voice=voice,
        shown={facet: labels for facet, labels in proposed.items() if facet not in edited},
        edited={facet: _typed_labels(desk, row, pair) for facet, pair in edited.items()},
        proposed=proposed,
        blind=desk.form.sent.blind,
    )


def _wording(desk: Desk, row: FormRow, ref: Ref) -> str | None:
    """Return the words that were typed, or were offered in place of those in Word and left alone."""
    if desk.is_edited(row, WORDING):
        return wording_of(row.cells[WORDING])
    sent, word = desk.was_sent(row, WORDING), desk.known.items[ref.id].classified.strategy.text
    return wording_of(sent) if sent and differs(WORDING, sent, clean(word)) else None


def _child_voice(desk: Desk, row: FormRow) -> tuple[str, str] | None:
    """Return the child's words and who wrote them, if the row says something new of either."""
    if not any(desk.is_edited(row, name) for name in VOICES):
        return None
    return child_voice_of(row.cells)


def _pairs(desk: Desk, row: FormRow) -> tuple[LabelColumns, ...]:
    """The kinds of label that count: those of every council, and further ones that the row has."""
    further = (p for p in FURTHER_LABELS if p.facet in desk.taxonomy.facets and p.main in row.cells)
    return (*LABELS, *further)


def _labels_edited(desk: Desk, row: FormRow, pair: LabelColumns) -> bool:
    return desk.is_edited(row, pair.main) or desk.is_edited(row, pair.also)


def _sent_labels(desk: Desk, row: FormRow, ref: Ref, pair: LabelColumns) -> tuple[str, ...]:
    """Return the ids behind labels as they were sent, also of those shown under another's label.

    They are looked for among what was proposed where nobody had decided yet, else among what had
    been decided, so that it makes no difference what other files brought since.
    """
    item = desk.known.items[ref.id]
    sent = {name: desk.was_sent(row, name) for name in (pair.main, pair.also)}
    ways = [item.classified.concepts(pair.facet), item.concepts(pair.facet)]
    for concepts in reversed(ways) if desk.asked_after(row) else ways:
        if facet_cells(pair, concepts, desk.taxonomy) == sent:
            return concepts
    names = [name for cell in sent.values() for name in split_labels(pair, desk.offered, cell)]
    return tuple(filter(None, (desk.find(pair.facet, name) for name in names)))


def _typed_labels(desk: Desk, row: FormRow, pair: LabelColumns) -> tuple[str, ...]:
    concepts: list[str] = []
    for column in (pair.main, pair.also):
        for label in split_labels(pair, desk.offered, row.cells.get(column, "")):
            concept = desk.find(pair.facet, label)
            if concept is None:
                desk.fault(row, column, _unknown_label(desk, pair, label))
            else:
                concepts.append(concept)
    return tuple(dict.fromkeys(concepts))


def _unknown_label(desk: Desk, pair: LabelColumns, label: str) -> str:
    kind = desk.offered.kind_of(label)
    if kind:
        right = _OF_FACET[kind]
        return f"“{label}” is {right.one}, not {pair.one}. Move it to the column {right.main}."
    near = desk.offered.near(pair.facet, label)
    hint = f"Did you mean {_either(f'“{one}”' for one in near)}?" if near else ""
    return f"“{label}” is not {pair.one} in the list. {hint or 'Choose one from the list.'}"


def _heading(desk: Desk, row: FormRow) -> HeadingAnswer | None:
    typed = said(row, MEANS)
    copied = agreed(typed)
    if not typed or copied == "" or not desk.is_edited(row, MEANS):
        return None
    typed = copied or typed
    meanings = {fold(name): one for name, one in meaning_labels(desk.offered).items()}
    meaning = meanings.get(fold(typed)) or _renamed(desk, typed)
    ref = _own_key(desk, row, lambda ref: ref.is_heading)
    if meaning is None:
        near = desk.offered.near(None, typed)
        hint = f"Did you mean {_either(f'“{one}”' for one in near)}?" if near else ""
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
        shown = {pair.facet: _sent_labels(desk, row, ref, pair) for pair in _pairs(desk, row)}
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
        desk.fault(row, DECISION, f"“{typed}” is no answer. Choose {_either(RuleChoice)}.")
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
        answer = _settled(desk, row, ref, Choice.KEEP)
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


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
