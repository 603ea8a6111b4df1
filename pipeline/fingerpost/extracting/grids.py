"""A table in, a plan for reading it out: which cells are heads, which hold text, and below what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fingerpost.documents import Block, Cell, Paragraph, Row, Table
from fingerpost.extracting.cells import (
    has_list,
    is_blank,
    is_brief,
    is_filled,
    is_sentence,
    lines_of,
    stands_out,
    texts_of,
    words_of,
)
from fingerpost.extracting.giveaways import (
    holds_address,
    is_contact_label,
    is_control_label,
    is_particular_label,
)
from fingerpost.extracting.scope import Step
from fingerpost.extracting.wording import head_words, word_count
from fingerpost.meanings import Meaning, Meanings
from fingerpost.strategies import Head, HeadKind, Role

_NOTHING = Meaning()
_ROW_HEAD_WORDS = re.compile(
    r"(?i)\b(?:barriers?|needs?|skills?|areas?|difficult(?:y|ies)|concerns?|aspects?|themes?|topics?|focus|domains?"
    r"|categor(?:y|ies)|expectations?|standards?|phases?|key stages?|ages?|years?|subjects?|principles?|stages?|levels?)\b"
)
_EXPECTED = re.compile(r"(?i)\bexpect")
_OUGHT = re.compile(r"(?i)\b(?:should|will|must|are expected|is expected|need to)\b")
_LONGEST_LABEL = 14


@dataclass(frozen=True, slots=True)
class Named:
    """A cell that names what stands beside or below it; no head where it only repeats one."""

    cell: Cell
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of text below the heads of its band, row and column."""

    cell: Cell
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A cell whose one sentence heads its row and is itself a statement ("Settings should …")."""

    cell: Cell
    steps: tuple[Step, ...]


Planned = Named | Filled | Stated


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read a table: cell by cell; as a `frame`, whose cells are plain text; or all in one `role`."""

    cells: tuple[Planned, ...] = ()
    frame: bool = False
    role: Role | None = None


def plan(table: Table, meanings: Meanings) -> Plan:
    """Tell tables that hold statements from frames for layout and from records (contacts, document control)."""
    rows = tuple(row for row in table.rows if row.cells)
    if role := _record_role(rows):
        return Plan(role=role)
    grid = _Grid(rows, meanings)
    if not (grid.headers or grid.row_heads or grid.bands):
        return Plan(frame=True)
    return Plan(tuple(grid.plan()))


@dataclass(slots=True)
class _Grid:
    """Reads a table row by row, remembering the heads that hold."""

    rows: tuple[Row, ...]
    meanings: Meanings
    width: int = field(init=False)
    bands: frozenset[int] = field(init=False)
    headers: frozenset[int] = field(init=False)
    row_heads: tuple[int, ...] = field(init=False)
    band: tuple[Step, ...] = ()
    columns: dict[int, tuple[Step, ...]] = field(default_factory=dict)
    beside: dict[int, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.width = max((c.column + c.column_span for row in self.rows for c in row.cells), default=0)
        self.bands = frozenset(i for i in range(len(self.rows)) if self._is_band(i))
        self.headers = frozenset(self._find_headers())
        self.row_heads = self._find_row_heads()

    # What is what

    def _is_band(self, index: int) -> bool:
        row, last = self.rows[index], len(self.rows) - 1
        full = [cell for cell in row.cells if not is_blank(cell)]
        if len(full) != 1 or index == last or not is_brief(full[0]):
            return False
        cell = full[0]
        if self.width > 1 and cell.column_span == self.width:
            return True
        alone = len(row.cells) == 1 or cell.column == 0
        return alone and not cell.continues and cell.row_span == 1 and is_filled(cell) and stands_out(cell)

    def _find_headers(self) -> Iterator[int]:
        if self.width < 2:
            return
        seen: set[tuple[str, ...]] = set()
        leading = True
        for index, row in enumerate(self.rows):
            if index in self.bands:
                continue
            fresh = (leading and self._is_header(index, seen)) or self._is_known(row)
            if fresh or texts_of(row) in seen:
                seen.add(texts_of(row))
                yield index
            else:
                leading = False

    def _is_header(self, index: int, seen: set[tuple[str, ...]]) -> bool:
        row = self.rows[index]
        if row.header:
            return True
        if len(self.rows) < 2 or not self._could_head(row):
            return False
        if all(stands_out(cell) for cell in row.cells if not is_blank(cell)):
            return not seen or len(row.cells) > 2
        return not seen and (self._is_coloured(index) or self._names_columns(row) or self._heads_lists(index))

    def _could_head(self, row: Row) -> bool:
        full = [cell for cell in row.cells if not is_blank(cell)]
        brief = all(is_brief(cell) for cell in full)
        return brief and bool(full) and len(row.cells) > 1 and any(cell.column > 0 for cell in full)

    def _is_coloured(self, index: int) -> bool:
        fills = {cell.fill for cell in self.rows[index].cells if not is_blank(cell)}
        below = {cell.fill for row in self.rows[index + 1 : index + 2] for cell in row.cells}
        return all(is_filled(c) for c in self.rows[index].cells if not is_blank(c)) and not fills & below

    def _names_columns(self, row: Row) -> bool:
        full = [cell for cell in row.cells if not is_blank(cell)]
        return any(self._meaning(cell, HeadKind.COLUMN).whole for cell in full[1:] or full)

    def _heads_lists(self, index: int) -> bool:
        below = self.rows[index + 1 :]
        return any(has_list(cell) for row in below for cell in row.cells)

    def _is_known(self, row: Row) -> bool:
        """A second header further down: every cell is a column head that the rules know."""
        full = [cell for cell in row.cells if not is_blank(cell)]
        if len(full) < 2 or not self._could_head(row):
            return False
        return all(self._meaning(c, HeadKind.COLUMN).role and stands_out(c) for c in full)

    def _find_row_heads(self) -> tuple[int, ...]:
        heads: list[int] = []
        for column in range(self.width - 1):
            if not self._is_row_head(column):
                break
            heads.append(column)
        return tuple(heads)

    def _is_row_head(self, column: int) -> bool:
        cells = [c for row in self._body() for c in row.cells if c.column == column and not is_blank(c)]
        beside = [c for row in self._body() for c in row.cells if c.column > column and not is_blank(c)]
        if not cells or not beside or any(has_list(cell) for cell in cells):
            return False
        named = self._column_name(column)
        meaning = self.meanings.of(named, HeadKind.COLUMN) if named else None
        if column == 0 and _ROW_HEAD_WORDS.search(named):
            return True
        if meaning and meaning.role is Role.STRATEGY:
            return False
        return _are_labels(cells, beside) or (column == 0 and _are_expectations(cells, beside))

    def _body(self) -> Iterable[Row]:
        apart = self.headers | self.bands
        return (row for index, row in enumerate(self.rows) if index not in apart)

    def _column_name(self, column: int) -> str:
        heads = (self.rows[i] for i in sorted(self.headers))
        return next((words_of(c) for row in heads for c in row.cells if c.column == column), "")

    # Reading

    def plan(self) -> Iterator[Planned]:
        previous_was_header = False
        seen: set[tuple[str, ...]] = set()
        for index, row in enumerate(self.rows):
            is_header = index in self.headers
            if index in self.bands:
                yield from self._read_band(row)
            elif is_header:
                again = texts_of(row) in seen
                if again:
                    yield from (Named(cell) for cell in row.cells)
                else:
                    yield from self._read_header(row, deeper=previous_was_header)
                seen.add(texts_of(row))
            else:
                yield from self._read_body(row)
            previous_was_header = is_header

    def _read_band(self, row: Row) -> Iterator[Planned]:
        self.beside = {}
        for cell in row.cells:
            step = self._step(cell, HeadKind.HEADING)
            if step:
                self.band = (step,)
            yield Named(cell, step.head if step else None)

    def _read_header(self, row: Row, *, deeper: bool) -> Iterator[Planned]:
        if not deeper:
            self.columns = {}
        for cell in row.cells:
            step = self._step(cell, HeadKind.COLUMN)
            for column in range(cell.column, cell.column + cell.column_span):
                self.columns[column] = (*self.columns.get(column, ()), *((step,) if step else ()))
            yield Named(cell, step.head if step else None)

    def _read_body(self, row: Row) -> Iterator[Planned]:
        for cell in row.cells:
            if cell.column in self.row_heads and cell.column_span == 1:
                yield self._read_row_head(cell)
            else:
                yield Filled(cell, self._steps(cell))

    def _read_row_head(self, cell: Cell) -> Planned:
        if is_blank(cell):
            return Named(cell)
        step = self._step(cell, HeadKind.ROW)
        outside = {c: s for c, s in self.beside.items() if c < cell.column}
        self.beside = {**outside, cell.column: step} if step else outside
        if self._is_statement(cell):
            return Stated(cell, (*self.band, *outside.values(), *self.columns.get(cell.column, ())))
        return Named(cell, step.head if step else None)

    def _is_statement(self, cell: Cell) -> bool:
        named = self._column_name(cell.column)
        if not is_sentence(cell):
            return False
        if named:
            return _EXPECTED.search(named) is not None
        return _OUGHT.search(words_of(cell)) is not None

    def _steps(self, cell: Cell) -> tuple[Step, ...]:
        spanned = range(cell.column, cell.column + cell.column_span)
        paths = [self.columns.get(column, ()) for column in spanned]
        alike = paths[0] if all(path == paths[0] for path in paths) else _shared(paths)
        rows = (self.beside[column] for column in self.row_heads if column in self.beside)
        return (*self.band, *rows, *alike)

    def _step(self, cell: Cell, kind: HeadKind) -> Step | None:
        lines = lines_of(cell)
        if not lines:
            return None
        told = lines[:1] if kind is HeadKind.ROW else lines
        text = head_words(" ".join(line.text for line in told))
        head = Head(text, kind, lines[0].locator)
        return Step(head, self.meanings.of(text, kind) or _NOTHING)

    def _meaning(self, cell: Cell, kind: HeadKind) -> Meaning:
        return self.meanings.of(head_words(words_of(cell)), kind) or _NOTHING


def _shared(paths: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """The heads that all columns under a wide cell have in common, outermost first."""
    together = zip(*paths, strict=False)
    alike = (steps[0] for steps in together if all(step == steps[0] for step in steps))
    return tuple(alike)


def _are_labels(cells: list[Cell], beside: list[Cell]) -> bool:
    brief = [c for c in cells if is_brief(c) and word_count(words_of(c)) <= _LONGEST_LABEL]
    if len(brief) * 5 < len(cells) * 4:
        return False
    return any(has_list(cell) for cell in beside) or _mean_words(beside) > 2 * _mean_words(cells)


def _are_expectations(cells: list[Cell], beside: list[Cell]) -> bool:
    stated = all(is_sentence(cell) and _OUGHT.search(words_of(cell)) for cell in cells)
    return stated and any(has_list(cell) for cell in beside)


def _mean_words(cells: list[Cell]) -> float:
    return sum(word_count(words_of(cell)) for cell in cells) / max(1, len(cells))


def _record_role(rows: tuple[Row, ...]) -> Role | None:
    full = [row for row in rows if any(not is_blank(cell) for cell in row.cells)]
    if not full or any(has_list(cell) for row in full for cell in row.cells):
        return None
    labels = sum(is_control_label(words_of(row.cells[0])) for row in full)
    first = [words_of(cell) for cell in full[0].cells if not is_blank(cell)]
    across = any(map(is_control_label, first)) and all(map(is_particular_label, first))
    if (labels > 1 and labels * 2 >= len(full)) or (across and len(first) > 1):
        return Role.DOCUMENT_CONTROL
    if len(first) > 1 and any(map(is_contact_label, first)):
        return Role.CONTACT
    told = sum(any(holds_address(words_of(cell)) for cell in row.cells) for row in full)
    return Role.CONTACT if told * 2 >= len(full) else None


def blocks_of(cells: Iterable[Cell]) -> tuple[Block, ...]:
    """Return the blocks of several cells, one after the other."""
    return tuple(block for cell in cells for block in cell.blocks)


def head_lines(cell: Cell) -> tuple[Paragraph, ...]:
    """Return the lines of a row's head that are not its name."""
    return lines_of(cell)[1:]
