"""The bytes of a workbook in, its sheets as what somebody typed into their cells out."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.cells import decode
from fingerpost.publishing.audit.school import Typed

Place = tuple[int, int]
"""A cell by its row and its column, counted from 1."""

_SPREAD = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\b[^<>]*?\bref=["']([A-Z]+\d+:[A-Z]+\d+)["']"""
)
_MOST_SPREAD = 100_000
"""Cells over which one may be merged, or a link lie; whoever asks for more has no answer in mind."""

_ADDRESS = re.compile(r'\s*=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


class SpreadTooFar(ValueError):
    """A cell is merged, or a link lies, over more cells than anybody means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One sheet: what its cells hold, which of them are computed, and the notes pinned to them."""

    name: str
    cells: Mapping[Place, Typed] = field(default_factory=dict)
    computed: frozenset[Place] = frozenset()
    notes: Mapping[Place, str] = field(default_factory=dict)

    @property
    def rows(self) -> Mapping[int, Mapping[int, Typed]]:
        """The rows that hold anything, by number; the cells of each by column."""
        found: dict[int, dict[int, Typed]] = {}
        for (row, column), typed in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = typed
        return found

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows, on one line."""
        typed = self.cells.get((row, column))
        return plain(typed.value) if typed else ""


def plain(value: object) -> str:
    """Return a value as text on one line, to compare by."""
    return " ".join(str(value).split())


def coordinate(place: Place) -> str:
    """Name a cell as a spreadsheet does: B12."""
    return f"{get_column_letter(place[1])}{place[0]}"


def read_leaves(data: bytes) -> tuple[Leaf, ...]:
    """Read all sheets, also those out of sight.

    Raises:
        SpreadTooFar: where one cell is said to be millions; any other error says that the file is
            damaged.
    """
    _check_spread(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of charts and the like, which are not read
        shown = load_workbook(io.BytesIO(data), data_only=True)
        written = load_workbook(io.BytesIO(data))
    return tuple(
        _leaf(sheet, written[sheet.title])
        for sheet in shown.worksheets
        if isinstance(sheet, Worksheet)
    )


def _check_spread(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            for reference in _SPREAD.findall(package.read(name)) if name.endswith(".xml") else ():
                area = CellRange(reference.decode())
                if area.size["rows"] * area.size["columns"] > _MOST_SPREAD:
                    raise SpreadTooFar(f"{name}: {area.coord}")


def _leaf(shown: Worksheet, written: Worksheet) -> Leaf:
    cells: dict[Place, Typed] = {}
    computed = set()
    notes = {}
    for cell in _cells(written):
        place = (cell.row, cell.column)
        found = _typed(shown.cell(*place), cell)
        if found:
            cells[place] = found
        if cell.data_type == "f":
            computed.add(place)
        if cell.comment and cell.comment.text.strip():
            notes[place] = cell.comment.text.strip()
    return Leaf(
        name=shown.title,
        cells=cells | dict(_spread(written, cells)),
        computed=frozenset(computed),
        notes=notes,
    )


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """Yield the cells that are there; all up to the last one may be thousands of millions."""
    there = sorted(sheet._cells.items())  # noqa: SLF001 - openpyxl knows no other way to them
    yield from (cell for _, cell in there if isinstance(cell, Cell))


def _typed(shown: Cell | MergedCell, written: Cell) -> Typed | None:
    """Return what a cell holds: the result of a formula where the file has one, else the formula."""
    value = shown.value
    formula = ""
    if written.data_type == "f":
        formula = _formula(written.value)
        value = formula if value is None or shown.data_type == "e" else value
    link = _link(written, formula)
    if value is None or (isinstance(value, str) and not decode(value).strip()):
        return Typed(link, link) if link else None
    if isinstance(value, int | float | date | time | timedelta):
        return Typed(value, link)
    return Typed(decode(str(value)), link)


def _formula(value: object) -> str:
    return str(value.text) if isinstance(value, ArrayFormula) else str(value)


def _link(cell: Cell, formula: str) -> str:
    if found := _ADDRESS.match(formula):
        return found[1]
    return (cell.hyperlink.target or "") if cell.hyperlink else ""


def _spread(sheet: Worksheet, cells: Mapping[Place, Typed]) -> Iterator[tuple[Place, Typed]]:
    """Yield for the cells of a merged block what stands in its first one: it is meant for all."""
    for block in sheet.merged_cells.ranges:
        first = cells.get((block.min_row, block.min_col))
        if first:
            yield from ((place, first) for place in block.cells)
