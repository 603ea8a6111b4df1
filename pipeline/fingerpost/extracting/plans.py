"""A table in, a plan for reading it out: which cells are heads, which hold text, and below what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fingerpost.documents import Cell, Row, Table
from fingerpost.extracting.cells import (
    has_list,
    is_blank,
    is_sentence,
    patch_of,
    texts_of,
)
from fingerpost.extracting.doubts import MAY_BE_INDICATOR, MAY_NOT_BE_STRATEGY
from fingerpost.extracting.giveaways import is_rating
from fingerpost.extracting.grids import Grid, is_duty_bound, names_rows, survey
from fingerpost.extracting.records import record_role
from fingerpost.extracting.scope import Step
from fingerpost.extracting.wording import head_words
from fingerpost.meanings import Meaning, Meanings
from fingerpost.strategies import Head, HeadKind, Role

_WHO = re.compile(r"(?i)\bwho\b(?! can help)")
_EXPECTED = re.compile(r"(?i)\bexpect")


@dataclass(frozen=True, slots=True)
class Named:
    """A cell that names what stands beside or below it; no head where it only repeats one.

    Its `role` is INDICATOR where it heads its row but stands in a column of signs of need.
    """

    cell: Cell
    head: Head | None = None
    role: Role = Role.HEADING


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of text below the heads of its band, row and column, and what is doubtful in its place."""

    cell: Cell
    steps: tuple[Step, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """A cell whose one sentence heads its row and is itself a statement ("Settings should …")."""

    cell: Cell
    steps: tuple[Step, ...]
    head: Head | None = None


Planned = Named | Filled | Stated


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read a table: cell by cell; as a `frame`, whose cells are plain text; or all in one `role`."""

    cells: tuple[Planned, ...] = ()
    frame: bool = False
    role: Role | None = None


def plan(table: Table, meanings: Meanings) -> Plan:
    """Tell tables that hold statements from frames for layout and from records."""
    rows = tuple(row for row in table.rows if row.cells)
    if role := record_role(rows) or _role_of_key(rows, meanings):
        return Plan(role=role)
    grid = survey(rows, meanings)
    return Plan(tuple(_Reader(grid, meanings).read())) if grid.has_heads else Plan(frame=True)


def _role_of_key(rows: tuple[Row, ...], meanings: Meanings) -> Role | None:
    """Tell a key, in which each row is a colour and the name of what it stands for."""
    is_key = len(rows) > 1 and all(patch_of(row) and _is_name(row, meanings) for row in rows)
    return Role.CONTEXT if is_key else None


def _is_name(row: Row, meanings: Meanings) -> bool:
    words = head_words(" ".join(cell.words for cell in row.cells))
    said = meanings.of(words, HeadKind.HEADING)
    return said is not None and said.whole and bool(said.concepts)


@dataclass(slots=True)
class _Reader:
    """Goes through a table row by row, remembering the heads that hold."""

    grid: Grid
    meanings: Meanings
    band: tuple[Step, ...] = ()
    columns: dict[int, tuple[Step, ...]] = field(default_factory=dict)
    beside: dict[int, Step] = field(default_factory=dict)

    def read(self) -> Iterator[Planned]:
        seen: set[tuple[str, ...]] = set()
        deeper = False
        for index, row in enumerate(self.grid.rows):
            if index in self.grid.bands:
                yield from self._band(row)
            elif index not in self.grid.headers:
                yield from self._body(row)
            elif texts_of(row) in seen:
                yield from (Named(cell) for cell in row.cells)
            else:
                yield from self._header(row, deeper=deeper)
                seen.add(texts_of(row))
            deeper = index in self.grid.headers

    def _band(self, row: Row) -> Iterator[Planned]:
        self.beside = {}
        for cell in row.cells:
            step = self._step(cell, HeadKind.HEADING)
            if step and step.meaning.demoted:
                yield Filled(cell, self._above(cell))
            else:
                self.band = (step,) if step else self.band
                yield Named(cell, step.head if step else None)

    def _header(self, row: Row, *, deeper: bool) -> Iterator[Planned]:
        if not deeper:
            self.columns = {}
        for cell in row.cells:
            step = self._step(cell, HeadKind.COLUMN)
            if step and step.meaning.demoted:
                yield Filled(cell, self.band)
                continue
            for column in range(cell.column, cell.column + cell.column_span):
                above = self.columns.get(column, ())
                self.columns[column] = (*above, step) if step else above
            yield Named(cell, step.head if step else None)

    def _body(self, row: Row) -> Iterator[Planned]:
        for cell in row.cells:
            if cell.column in self.grid.row_heads and cell.column_span == 1:
                yield self._row_head(cell)
            else:
                yield Filled(cell, self._above(cell), tuple(self._doubts(cell)))

    def _row_head(self, cell: Cell) -> Planned:
        """A blank cell goes on with the head above it; one with a list heads nothing."""
        if is_blank(cell):
            return Named(cell)
        step = self._step(cell, HeadKind.ROW)
        self.beside = {c: s for c, s in self.beside.items() if c < cell.column}
        above = (*self.band, *self.beside.values(), *self.columns.get(cell.column, ()))
        if step is None or step.meaning.demoted or has_list(cell):
            return Filled(cell, above)
        self.beside[cell.column] = step
        if self._is_statement(cell):
            return Stated(cell, above, step.head)
        return Named(cell, step.head, self._row_role(cell))

    def _row_role(self, cell: Cell) -> Role:
        """Barriers and needs are heads; what was noticed is a sign of need, even as a head."""
        told = self.columns.get(cell.column, ())
        signs = any(step.meaning.role is Role.INDICATOR for step in told)
        named = self.grid.column_name(cell.column)
        return Role.INDICATOR if signs and not names_rows(named) else Role.HEADING

    def _is_statement(self, cell: Cell) -> bool:
        if not is_sentence(cell):
            return False
        named = self.grid.column_name(cell.column)
        return _EXPECTED.search(named) is not None if named else is_duty_bound(cell)

    def _above(self, cell: Cell) -> tuple[Step, ...]:
        """The steps over a cell; of a wide one, those of all its columns."""
        paths = [self.columns.get(column, ()) for column in _spanned(cell)]
        rows = (self.beside[c] for c in self.grid.row_heads if c in self.beside)
        return (*self.band, *rows, *_joined(paths))

    def _doubts(self, cell: Cell) -> Iterator[str]:
        """Doubt a cell over signs and help alike, one beside the help, and one that no head tells of."""
        above = [self.columns.get(c, ()) for c in _spanned(cell)]
        roles = {_role(steps) for steps in above}
        about_whom = _WHO.search(self.grid.column_name(cell.column))
        if about_whom or (len(roles) > 1 and Role.INDICATOR in roles):
            yield MAY_BE_INDICATOR
        elif self.grid.text_columns > 1 and not self._is_told(above):
            helped = any(_role(steps) is Role.STRATEGY for steps in self.columns.values())
            yield MAY_BE_INDICATOR if helped else MAY_NOT_BE_STRATEGY

    def _is_told(self, above: list[tuple[Step, ...]]) -> bool:
        """Say whether a row or column promises something; with help in another column, a name does not."""
        if any(step.role for step in self.beside.values()):
            return True
        named = [step.meaning for steps in above for step in steps]
        helped = any(_role(steps) is Role.STRATEGY for steps in self.columns.values())
        if helped:
            return any(said.role or said.tier for said in named)
        return any(
            said.role or said.tier or said.concepts or said.phases or said.actor for said in named
        )

    def _step(self, cell: Cell, kind: HeadKind) -> Step | None:
        lines = cell.lines
        if not lines:
            return None
        told = lines[:1] if kind is HeadKind.ROW else lines
        text = head_words(" ".join(line.text for line in told))
        if kind is HeadKind.COLUMN and is_rating(text):
            return None
        meaning = self.meanings.of(text, kind) or Meaning()
        return Step(Head(text, kind, lines[0].locator), meaning)


def _spanned(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _role(steps: tuple[Step, ...]) -> Role | None:
    return next((step.role for step in reversed(steps) if step.role), None)


def _joined(paths: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """All steps of several columns, each once; where they promise different things, signs bar nothing."""
    steps = tuple(dict.fromkeys(step for path in paths for step in path))
    if len({_role(path) for path in paths}) < len(("signs", "help")):
        return steps
    return tuple(_asked(step) if step.role is Role.INDICATOR else step for step in steps)


def _asked(step: Step) -> Step:
    return replace(step, meaning=replace(step.meaning, role=None))
