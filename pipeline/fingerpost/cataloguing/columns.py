"""Entries in, rows of text cells out, and back; what each column holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fingerpost.catalogue import Entry
from fingerpost.tables import JOINER, clean
from fingerpost.taxonomy import Facet

EXPLAINED = {
    "id": "Stays for ever; small letters, digits and hyphens. Never use one again for something else.",
    "facet": f"The kind: {', '.join(facet.value for facet in Facet)}.",
    "own": "yes: only this council has it. Empty: shared by all councils.",
    "label": "What people see, where the council has no word of its own.",
    "council_label": "The council's word for a shared category.",
    "definition": "What it means.",
    "parent": "The id of the area that a need belongs to.",
    "council_parent": "The id of the area that a shared need stands under at this council.",
    "alternates": "Other words for it, parted by |",
    "council_alternates": "More words for a shared category in this council's headings, parted by |",
    "examples": "What belongs to it, parted by |",
    "not": "What does not, and where that belongs.",
    "hidden": "yes: offered to nobody; then folds_into says what it is shown as.",
    "council_hidden": "yes or no: whether this council hides a shared category.",
    "folds_into": "The id of the category a hidden one is shown as.",
    "council_folds_into": "The same, for this council.",
    "framework": "The set of standards it comes from.",
    "order": "Its place among its kind: 1, 2, 3 …",
    "maps_to": "The id of the shared category that the council's own comes nearest to.",
    "retired": "yes: given to nothing any more.",
    "replaced_by": "The id of the category that a retired one is shown as.",
    "change_note": "What changed, when and why.",
}
COLUMNS = tuple(EXPLAINED)
"""The columns of every table, in order."""

NEEDED = ("id", "facet", "label", "definition")
"""Columns in which no cell may be empty."""

LISTS = ("alternates", "council_alternates", "examples")
SWITCHES = ("own", "hidden", "retired")
OF_COUNCIL = (
    "council_label",
    "council_parent",
    "council_alternates",
    "council_hidden",
    "council_folds_into",
)
"""What a council says of a shared category; its own have no use for it."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIELDS = {"not": "exclusion"}
_YES, _NO = frozenset({"yes", "true", "1", "y"}), frozenset({"no", "false", "0", "n"})
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\([\\|])")

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: where it stands, and its cells by column."""

    at: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class BadCell:
    """What is wrong with a cell, where, and how to mend it."""

    at: str
    column: str
    what: str
    how: str

    def __str__(self) -> str:
        place = f"{self.at}, column {self.column}" if self.column else self.at
        return f"{place}: {self.what}; {self.how}."


def field_of(column: str) -> str:
    """Return the field of an entry that a column holds."""
    return _FIELDS.get(column, column)


def cells_of(entry: Entry) -> dict[str, str]:
    """Write an entry as text cells."""
    cells = {column: _text(getattr(entry, field_of(column))) for column in COLUMNS}
    return {**cells, "council_hidden": {None: "", True: "yes", False: "no"}[entry.council_hidden]}


def tidy(text: str) -> str:
    """Reduce what was typed or pasted into a cell to what the rules keep of it."""
    return clean(text).strip()


def join(texts: Iterable[str]) -> str:
    """Write several texts into one cell; a stroke inside a text gets a backslash."""
    return JOINER.join(text.replace("\\", "\\\\").replace(JOINER, f"\\{JOINER}") for text in texts)


def split(cell: str) -> tuple[str, ...]:
    """Read several texts from one cell."""
    parts = _SEPARATOR.sub(r"\1\0", cell).split("\0")
    return tuple(found for part in parts if (found := _ESCAPED.sub(r"\1", part).strip()))


def switch(cell: str) -> bool | None:
    """Read yes or no; None where the cell is neither."""
    folded = cell.casefold()
    return True if folded in _YES else False if folded in _NO else None


def read_entry(row: Row) -> tuple[Entry | None, tuple[BadCell, ...]]:
    """Read one row by itself, or say what is wrong with its cells."""
    faults = tuple(_faults(row))
    if faults:
        return None, faults
    cells = row.cells
    others: dict[str, Any] = {
        **{name: bool(switch(cells.get(name, ""))) for name in SWITCHES},
        **{name: split(cells.get(name, "")) for name in LISTS},
        **{name: cells.get(name, "") for name in _PLAIN},
    }
    entry = Entry(
        id=cells["id"],
        facet=Facet(cells["facet"]),
        label=cells["label"],
        definition=cells["definition"],
        exclusion=cells.get("not", ""),
        order=int(cells["order"]) if cells.get("order") else None,
        council_hidden=switch(cells.get("council_hidden", "")),
        **others,
    )
    return entry, ()


_PLAIN = tuple(
    column
    for column in COLUMNS
    if column not in (*NEEDED, *LISTS, *SWITCHES, "not", "order", "council_hidden")
)


def _faults(row: Row) -> Iterable[BadCell]:
    cells = row.cells
    for column in NEEDED:
        if not cells.get(column):
            yield BadCell(row.at, column, "it is empty", "fill it in, or take the whole row away")
    if cells.get("id") and not ID.fullmatch(cells["id"]):
        what = f"'{cells['id']}' cannot be an id"
        yield BadCell(row.at, "id", what, "use small letters, digits and hyphens")
    facets = [facet.value for facet in Facet]
    if cells.get("facet") and cells["facet"] not in facets:
        what = f"'{cells['facet']}' is no kind of category"
        yield BadCell(row.at, "facet", what, f"write one of {', '.join(facets)}")
    order = cells.get("order", "")
    if order and not (order.isascii() and order.isdecimal() and int(order)):
        yield BadCell(row.at, "order", f"'{order}' is no place", "write a whole number from 1")
    for column in (*SWITCHES, "council_hidden"):
        if cells.get(column) and switch(cells[column]) is None:
            what = f"'{cells[column]}' is neither yes nor no"
            yield BadCell(row.at, column, what, "write yes or no, or leave it empty")


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
