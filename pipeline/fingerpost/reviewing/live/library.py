"""A returned workbook of the directory in use in, what its cells may refer to out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from fingerpost.directory import Item
from fingerpost.reviewing.columns import ADDRESS, HELD, TITLE, Sheet
from fingerpost.reviewing.labels import fold, tidy
from fingerpost.reviewing.live.addresses import address_fault, address_of, are_several
from fingerpost.reviewing.refs import parse_ref
from fingerpost.reviewing.returning.desk import Desk, said
from fingerpost.reviewing.returning.edits import either
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.wordings import words_of

_NEAR = 60.0
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Library:
    """What the resources are called, as the workbook was sent and as it came back.

    `sent` leads from what a cell showed to the address; `titles` from a title, however it is
    written, to the addresses that have it now, none where somebody must still give one. `names` are
    the titles as they are written. `held` leads from the Ref of a resource to the statements that
    had it when the workbook was sent, or named it, and `rows` to its row. `words` leads to
    statements from Word that are live by their words alone, `in_use` the ids that no addition may
    have.
    """

    sent: Mapping[str, str]
    titles: Mapping[str, frozenset[str]]
    names: tuple[str, ...]
    held: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, FormRow]
    words: Mapping[str, Item]
    in_use: frozenset[str]

    @classmethod
    def of(cls, desk: Desk) -> "Library":
        """Read the Resources sheet, as it was and as it is."""
        items = desk.known.items.values()
        from_word = [item for item in items if item.classified.strategy.source]
        return cls(
            sent=_sent(desk),
            titles=_titles(desk),
            names=tuple(filter(None, (said(row, TITLE) for row in _resources(desk)))),
            held=_held(desk),
            rows={row.ref: row for row in _resources(desk) if row.ref},
            words={words_of(item.text): item for item in from_word if item.live},
            in_use=frozenset(item.id for item in from_word),
        )

    def shown(self, cell: str) -> tuple[str, ...]:
        """Return the addresses behind a cell as it was sent, a line each."""
        return tuple(self.sent.get(tidy(one), address_of(one)) for one in _lines(cell))

    def found(self, desk: Desk, row: FormRow, column: str) -> tuple[str, ...]:
        """Return the addresses that a cell names, a line each, by title or as they are.

        What is neither is named as a fault.
        """
        lines = _lines(row.cells.get(column, ""))
        return tuple(filter(None, (self._found(desk, row, column, tidy(one)) for one in lines)))

    def _found(self, desk: Desk, row: FormRow, column: str, typed: str) -> str:
        named = self.titles.get(fold(typed))
        address = address_of(typed)
        if named is not None and len(named) == 1:
            return next(iter(named))
        if not address_fault(address):
            return address
        bare = named is None and not address_fault(f"https://{address}") and "/" in address
        is_meant = bare or are_several(address)
        desk.fault(row, column, address_fault(address) if is_meant else self._unknown(typed, named))
        return ""

    def _unknown(self, typed: str, named: frozenset[str] | None) -> str:
        if named is not None and not named:
            return (
                f"“{typed}” has no {ADDRESS.casefold()} on the {Sheet.RESOURCES} sheet yet. Give it "
                "one there, or type the web address here."
            )
        if named is not None:
            return f"several resources are called “{typed}”. Type the web address of the one meant."
        found = process.extract(typed, self.names, scorer=fuzz.ratio, processor=fold)
        near = [f"“{title}”" for title, score, _ in found[:_MOST_NEAR] if score >= _NEAR]
        hint = f" Did you mean {either(near)}?" if near else ""
        return (
            f"“{typed}” is neither the title of a resource on the {Sheet.RESOURCES} sheet nor a web "
            f"address.{hint}"
        )


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(filter(str.strip, cell.splitlines()))


def _sent(desk: Desk) -> dict[str, str]:
    rows = [cells for cells in desk.form.sent.rows.values() if cells.get(ADDRESS)]
    by_title: dict[str, list[str]] = {}
    for cells in rows:
        by_title.setdefault(tidy(cells.get(TITLE, "")), []).append(cells[ADDRESS])
    return {title: urls[0] for title, urls in by_title.items() if title and len(urls) == 1} | {
        tidy(cells[ADDRESS]): cells[ADDRESS] for cells in rows
    }


def _titles(desk: Desk) -> dict[str, frozenset[str]]:
    """Gather titles as they are now; one that was changed still counts as what it was."""
    titles: dict[str, set[str]] = {}
    for row in _resources(desk):
        address = address_of(row.cells.get(ADDRESS, ""))
        for title in {said(row, TITLE), tidy(desk.was_sent(row, TITLE)) if row.ref else ""}:
            urls = titles.setdefault(fold(title), set()) if title else set()
            urls |= {address} if address else set()
    return {title: frozenset(urls) for title, urls in titles.items()}


def _held(desk: Desk) -> dict[str, tuple[str, ...]]:
    held: dict[str, list[str]] = {}
    for ref, cells in desk.form.sent.rows.items():
        for key in cells.get(HELD, "").split():
            held.setdefault(key, []).append(parse_ref(ref).id)
    return {key: tuple(statements) for key, statements in held.items()}


def _resources(desk: Desk) -> Iterator[FormRow]:
    return (row for row in desk.form.rows if row.sheet is Sheet.RESOURCES)
