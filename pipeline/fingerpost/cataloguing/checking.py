"""The rows of a table in, what is wrong with them out: every bad cell at once, with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.columns import (
    OF_COUNCIL,
    BadCell,
    Row,
    cells_of,
    read_entry,
)
from fingerpost.taxonomy import Facet

_SAME_KIND = ("folds_into", "council_folds_into", "replaced_by")


def read_entries(
    rows: Iterable[Row], before: Iterable[Entry] = ()
) -> tuple[tuple[Entry, ...], tuple[BadCell, ...]]:
    """Read all rows; where anything is wrong with any, say all of it.

    An id that was there `before` may not become one of another kind.
    """
    kinds = {entry.id: entry.facet for entry in before}
    listed: list[_Listed] = []
    faults: list[BadCell] = []
    known: dict[str, str] = {}
    for row in rows:
        entry, wrong = read_entry(row)
        faults += wrong
        twin = known.setdefault(row.cells.get("id", ""), row.at)
        if row.cells.get("id") and twin != row.at:
            what = f"'{row.cells['id']}' is an id already ({twin})"
            faults.append(BadCell(row.at, "id", what, "choose another"))
        elif entry and kinds.get(entry.id, entry.facet) is not entry.facet:
            what = f"'{entry.id}' is one of {kinds[entry.id].value}, and an id stays what it is"
            faults.append(BadCell(row.at, "facet", what, "retire it, and give the new one an id"))
        elif entry:
            listed.append(_Listed(entry, row.at))
    if not faults:
        faults += _among(tuple(listed))
    return tuple(one.entry for one in listed), tuple(faults)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry and the row it stands in."""

    entry: Entry
    at: str

    def bad(self, column: str, what: str, how: str) -> BadCell:
        return BadCell(self.at, column, what, how)


@dataclass(frozen=True, slots=True)
class _All:
    """All entries of a table by id, as a council sees them."""

    by_id: Mapping[str, Entry]

    def kind(self, facet: Facet) -> str:
        return ", ".join(e.id for e in self.by_id.values() if e.facet is facet and not e.retired)

    def shown_as(self, entry: Entry) -> str:
        """Return the id that is shown in place of an entry, or "" where it is shown itself."""
        if entry.retired:
            return entry.replaced_by
        return entry.council_folds_into or entry.folds_into if _is_hidden(entry) else ""

    def goes_round(self, entry: Entry) -> bool:
        seen, current = {entry.id}, self.shown_as(entry)
        while current in self.by_id:
            if current in seen:
                return True
            seen.add(current)
            current = self.shown_as(self.by_id[current])
        return False

    def is_gone(self, concept_id: str) -> bool:
        """Whether it is retired and nothing stands for it."""
        entry = self.by_id.get(concept_id)
        while entry and entry.retired and not self.goes_round(entry):
            if not entry.replaced_by:
                return True
            entry = self.by_id.get(entry.replaced_by)
        return False


def _is_hidden(entry: Entry) -> bool:
    return entry.hidden if entry.council_hidden is None else entry.council_hidden


def _among(listed: tuple[_Listed, ...]) -> Iterator[BadCell]:
    everything = _All({one.entry.id: one.entry for one in listed})
    checks: tuple[Callable[[_Listed, _All], Iterator[BadCell]], ...] = (
        _parents,
        _links,
        _shown,
        _mappings,
        _owned,
    )
    for one in listed:
        for check in checks:
            yield from check(one, everything)
    yield from _twin_labels(listed)


def _parents(one: _Listed, everything: _All) -> Iterator[BadCell]:
    entry = one.entry
    areas = everything.kind(Facet.AREA)
    if entry.facet is Facet.NEED and not entry.parent:
        yield one.bad("parent", "a need must stand under an area", f"write one of {areas}")
    for column in ("parent", "council_parent"):
        parent = getattr(entry, column)
        found = everything.by_id.get(parent)
        if not parent:
            continue
        if entry.facet is not Facet.NEED:
            yield one.bad(column, "only a need stands under an area", "empty the cell")
        elif not found or found.facet is not Facet.AREA:
            yield one.bad(column, f"no area is called '{parent}'", f"write one of {areas}")
        elif not entry.retired and everything.is_gone(parent):
            how = f"write one of {areas}"
            yield one.bad(column, f"'{parent}' is retired with nothing in its place", how)
        elif column == "parent" and found.own and not entry.own:
            how = "put the council's area into council_parent"
            yield one.bad(column, f"'{parent}' is the council's own area", how)


def _links(one: _Listed, everything: _All) -> Iterator[BadCell]:
    for column in _SAME_KIND:
        target = getattr(one.entry, column)
        found = everything.by_id.get(target)
        peers = everything.kind(one.entry.facet)
        if target and not found:
            yield one.bad(column, f"no category is called '{target}'", f"write one of {peers}")
        elif found and found.facet is not one.entry.facet:
            yield one.bad(column, f"'{target}' is of another kind", f"write one of {peers}")


def _shown(one: _Listed, everything: _All) -> Iterator[BadCell]:
    entry, into = one.entry, everything.shown_as(one.entry)
    hidden = _is_hidden(entry) and not entry.retired
    column = "council_folds_into" if entry.council_hidden else "folds_into"
    if hidden and not into:
        yield one.bad(column, "a hidden category must say what it is shown as", "write an id")
    elif hidden and everything.is_gone(into):
        what = f"'{into}' is retired with nothing in its place"
        yield one.bad(column, what, "choose another")
    if entry.replaced_by and not entry.retired:
        how = "write yes under retired, or empty this cell"
        yield one.bad("replaced_by", "it is replaced but not retired", how)
    if everything.goes_round(entry):
        column = "replaced_by" if entry.retired else column
        yield one.bad(column, f"'{into}' leads back to it", "end the circle with one that is shown")


def _mappings(one: _Listed, everything: _All) -> Iterator[BadCell]:
    entry = one.entry
    found = everything.by_id.get(entry.maps_to)
    if not entry.own:
        if entry.maps_to:
            how = "empty the cell, or write yes under own"
            yield one.bad("maps_to", "only a council's own category maps to a shared one", how)
        return
    shared = (e for e in everything.by_id.values() if e.facet is entry.facet and not e.own)
    choices = f"write one of {', '.join(e.id for e in shared if not e.retired)}"
    if not entry.maps_to:
        yield one.bad("maps_to", "it must say which shared category it comes nearest to", choices)
    elif not found or found.own or found.facet is not entry.facet:
        what = f"no shared category of this kind is called '{entry.maps_to}'"
        yield one.bad("maps_to", what, choices)
    elif found.retired and not entry.retired:
        yield one.bad("maps_to", f"'{entry.maps_to}' is retired", choices)


def _owned(one: _Listed, _everything: _All) -> Iterator[BadCell]:
    cells = cells_of(one.entry)
    for column in OF_COUNCIL if one.entry.own else ():
        if cells[column]:
            instead = column.removeprefix("council_")
            what = "a council's own category has no other words for the council"
            yield one.bad(column, what, f"write it under {instead}")


def _twin_labels(listed: Iterable[_Listed]) -> Iterator[BadCell]:
    first: dict[tuple[Facet, str], str] = {}
    for one in listed:
        entry = one.entry
        if _is_hidden(entry) or entry.retired:
            continue
        column = "council_label" if entry.council_label else "label"
        label = entry.council_label or entry.label
        other = first.setdefault((entry.facet, label.casefold()), entry.id)
        if other != entry.id:
            what = f"'{label}' is also the label of '{other}'"
            yield one.bad(column, what, "change one, so that people can tell them apart")
