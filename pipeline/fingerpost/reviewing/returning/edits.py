"""One row about a statement in, the words and labels that somebody wants for it out."""

from collections.abc import Iterable, Mapping

from fingerpost.cells import clean
from fingerpost.reviewing.columns import (
    ALL_LABELS,
    FURTHER_LABELS,
    LABELS,
    VOICES,
    WORDING,
    Choice,
    LabelColumns,
)
from fingerpost.reviewing.labels import differs, facet_cells, split_labels
from fingerpost.reviewing.refs import Ref
from fingerpost.reviewing.returning.desk import Desk
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import StatementAnswer
from fingerpost.reviewing.wordings import child_voice_of, wording_of
from fingerpost.taxonomy import Facet

_OF_FACET = {pair.facet: pair for pair in ALL_LABELS}


def settled(desk: Desk, row: FormRow, ref: Ref, choice: Choice) -> StatementAnswer | None:
    """Return the answer of a row whose words and labels hold from now on, as they stand there."""
    pairs = label_pairs(desk, row)
    proposed = {p.facet: sent_labels(desk, row, ref, p) for p in pairs}
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
    typed = {facet: typed_labels(desk, row, pair) for facet, pair in edited.items()}
    if typed.keys() & {Facet.AREA, Facet.NEED}:
        tell_strayed(desk, row, {**proposed, **typed})
    return StatementAnswer(
        **desk.common(row, ref),
        choice=choice,
        wording=wording,
        child_voice=voice,
        shown={facet: labels for facet, labels in proposed.items() if facet not in edited},
        edited=typed,
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


def label_pairs(desk: Desk, row: FormRow) -> tuple[LabelColumns, ...]:
    """The kinds of label that count: those of every council, and further ones that the row has."""
    further = (p for p in FURTHER_LABELS if p.facet in desk.taxonomy.facets and p.main in row.cells)
    return (*LABELS, *further)


def _labels_edited(desk: Desk, row: FormRow, pair: LabelColumns) -> bool:
    return desk.is_edited(row, pair.main) or desk.is_edited(row, pair.also)


def sent_labels(desk: Desk, row: FormRow, ref: Ref, pair: LabelColumns) -> tuple[str, ...]:
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


def typed_labels(desk: Desk, row: FormRow, pair: LabelColumns) -> tuple[str, ...]:
    """Return the ids of the labels of one kind that stand in a row; name each that is none."""
    concepts: list[str] = []
    for column in (pair.main, pair.also):
        for label in split_labels(pair, desk.offered, row.cells.get(column, "")):
            concept = desk.find(pair.facet, label)
            if concept is None:
                desk.fault(row, column, _unknown_label(desk, pair, label))
            else:
                concepts.append(concept)
    return tuple(dict.fromkeys(concepts))


def tell_strayed(desk: Desk, row: FormRow, labels: Mapping[Facet, tuple[str, ...]]) -> None:
    """Tell of each need that belongs to an area which the statement does not have."""
    area, need = _OF_FACET[Facet.AREA], _OF_FACET[Facet.NEED]
    areas = set(map(desk.taxonomy.label, labels.get(Facet.AREA, ())))
    for place, one in enumerate(labels.get(Facet.NEED, ())):
        parent = desk.taxonomy[one].parent
        if parent and desk.taxonomy.label(parent) not in areas:
            column = need.also if place else need.main
            desk.told.append(
                f"{row.place}, column {column}: “{desk.taxonomy.label(one)}” belongs to "
                f"“{desk.taxonomy.label(parent)}”, which stands neither under {area.main} nor under "
                f"{area.also}. It was taken in as it stands; if that is not meant, change one of the "
                "two."
            )


def _unknown_label(desk: Desk, pair: LabelColumns, label: str) -> str:
    kind = desk.offered.kind_of(label)
    if kind:
        right = _OF_FACET[kind]
        return f"“{label}” is {right.one}, not {pair.one}. Move it to the column {right.main}."
    near = desk.offered.near(pair.facet, label)
    hint = f"Did you mean {either(f'“{one}”' for one in near)}?" if near else ""
    return f"“{label}” is not {pair.one} in the list. {hint or 'Choose one from the list.'}"


def either(names: Iterable[str]) -> str:
    """Name several things to choose from in a sentence."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
