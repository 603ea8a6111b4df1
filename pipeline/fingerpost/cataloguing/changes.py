"""Entries before and after in, each change in words out; and the changes people may ask for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.columns import COLUMNS, cells_of
from fingerpost.errors import RulesError

_ONLY_WORDS = frozenset({"definition", "examples", "not", "order", "change_note"})
"""Columns that touch no label of any item, and no decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one category; `column` is empty where it comes or goes."""

    id: str
    label: str
    column: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.column:
            return f"{self.id}  {self.label}: {'is new' if self.after else 'goes'}"
        before, after = (f"“{text}”" if text else "nothing" for text in (self.before, self.after))
        return f"{self.id}  {self.label}: {self.column} was {before}, becomes {after}"


def changes(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Change, ...]:
    """Return what differs, category by category, new ones first in their order."""
    old = {entry.id: entry for entry in before}
    new = {entry.id: entry for entry in after}
    return tuple(
        change
        for concept_id in dict.fromkeys((*new, *old))
        for change in _changes(old.get(concept_id), new.get(concept_id))
    )


def _changes(old: Entry | None, new: Entry | None) -> Iterator[Change]:
    known = old or new
    assert known is not None
    label = known.council_label or known.label
    if old is None or new is None:
        yield Change(
            id=known.id,
            label=label,
            column="",
            before=old.label if old else "",
            after=new.label if new else "",
        )
        return
    cells, others = cells_of(old), cells_of(new)
    for column in COLUMNS:
        if cells[column] != others[column]:
            yield Change(
                id=known.id,
                label=label,
                column=column,
                before=cells[column],
                after=others[column],
            )


def touching(made: Iterable[Change]) -> frozenset[str]:
    """Return the ids of categories whose change may touch items, decisions or rules."""
    return frozenset(
        change.id
        for change in made
        if change.column not in _ONLY_WORDS and (change.column or change.before)
    )


def rename(
    entries: Sequence[Entry], concept_id: str, label: str, *, shared: bool
) -> tuple[Entry, ...]:
    """Give a category another label: the council's, or (or its own) the one it is written with."""
    known = _known(entries, concept_id)
    if shared or known.own:
        return _with(entries, replace(known, label=label))
    return _with(entries, replace(known, council_label=label))


def move(
    entries: Sequence[Entry], concept_id: str, parent: str, *, shared: bool
) -> tuple[Entry, ...]:
    """Put a need under another area, at this council or (shared, or its own) wherever it is used."""
    known = _known(entries, concept_id)
    if shared or known.own:
        return _with(entries, replace(known, parent=parent))
    return _with(entries, replace(known, council_parent=parent))


def merge(
    entries: Sequence[Entry], concept_id: str, into: str, note: str = ""
) -> tuple[Entry, ...]:
    """Retire a category, to be shown as another."""
    target = _known(entries, into)
    return retire(entries, concept_id, into, note or f"Merged into “{target.label}”.")


def retire(
    entries: Sequence[Entry], concept_id: str, replaced_by: str = "", note: str = ""
) -> tuple[Entry, ...]:
    """Retire a category, in favour of another or of none."""
    known = _known(entries, concept_id)
    gone = replace(
        known, retired=True, replaced_by=replaced_by, change_note=note or known.change_note
    )
    return _with(entries, gone)


def split(entries: Sequence[Entry], concept_id: str, labels: Sequence[str]) -> tuple[Change, ...]:
    """Say what would come of parting a category into several; people must sort what it holds."""
    known = _known(entries, concept_id)
    goes = Change(id=known.id, label=known.label, column="", before=known.label, after="")
    return (
        goes,
        *(
            Change(id=f"{concept_id}-{place}", label=label, column="", before="", after=label)
            for place, label in enumerate(labels, 1)
        ),
    )


def _known(entries: Sequence[Entry], concept_id: str) -> Entry:
    for entry in entries:
        if entry.id == concept_id:
            return entry
    from rapidfuzz import process

    near = process.extractOne(concept_id, [entry.id for entry in entries], score_cutoff=60)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise RulesError(
        f"No category has the id '{concept_id}'.{hint} "
        "The ids stand in the first column of what `fingerpost taxonomy export` writes."
    )


def _with(entries: Sequence[Entry], changed: Entry) -> tuple[Entry, ...]:
    return tuple(changed if entry.id == changed.id else entry for entry in entries)
