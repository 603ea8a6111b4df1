"""A workbook that a school filled in, in; its answers by statement, and all else it wrote, out."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fingerpost.errors import ReturnRefused
from fingerpost.publishing.audit.columns import (
    ANSWERS,
    AREA,
    BESIDE,
    CELL,
    FACTS,
    OTHERS,
    OURS,
    REF,
    SHEET_NAMED,
    STATEMENT,
    WHY,
    WORDS,
    Sheet,
)
from fingerpost.publishing.audit.leaves import (
    Leaf,
    SpreadTooFar,
    coordinate,
    plain,
    read_leaves,
)
from fingerpost.publishing.audit.remembered import COLUMNS, Remembered, recall
from fingerpost.publishing.audit.school import Cells, Former, Remark, Typed

_HEADER_WITHIN = 30
_NEEDED = 4
"""How many of our columns a row must name to be the head of a table of answers."""

_NO_AUDIT = (
    "This is no audit workbook: no sheet in it has the columns Statement, Rating, Evidence and Ref. "
    "Name the workbook that the school filled in."
)
_DAMAGED = (
    "It cannot be read as a workbook. Open it in Excel, save it under a new name, and use that."
)
_SPREAD = (
    "Cells in it are merged, or a link lies, over whole rows or columns. Unmerge them (select all, "
    "Home, Merge & Center), save it, and use that."
)
_OURS = {plain(name).casefold(): name for name in OURS}
_OTHERS = {plain(name).casefold(): name for name in OTHERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One statement with what a school typed beside it; `statement` is as it stands in the row."""

    id: str
    statement: str
    area: str
    cells: Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """All that a school typed: beside statements, on the first sheet, in columns and cells of its own."""

    file: str
    remembered: Remembered = field(default_factory=Remembered)
    rows: tuple[Answered, ...] = ()
    former: tuple[Former, ...] = ()
    facts: Cells = field(default_factory=dict)
    further: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_filled(file: str, data: bytes) -> Filled:
    """Read a filled workbook, however it was sorted, filtered or saved.

    Raises:
        ReturnRefused: where it is damaged, or no audit.
    """
    try:
        leaves = read_leaves(data)
    except SpreadTooFar as error:
        raise ReturnRefused(file, (_SPREAD,)) from error
    except Exception as error:
        raise ReturnRefused(file, (_DAMAGED,)) from error
    tables = {leaf.name: head for leaf in leaves if (head := _head(leaf))}
    asked = next(iter(sorted(_asked(leaves, tables), key=_is_renamed)), None)
    if asked is None:
        raise ReturnRefused(file, (_NO_AUDIT,))
    return _Reader(leaves, tables, asked).read(file)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the head of a table is, and what stands in each column below it."""

    row: int
    ours: Mapping[str, int]
    further: Mapping[str, int]


def _head(leaf: Leaf) -> _Head | None:
    """Find the row that names most of our columns."""
    rows = {number: row for number, row in leaf.rows.items() if number <= _HEADER_WITHIN}
    best = max(rows, key=lambda number: (len(_named(rows[number])), -number), default=0)
    ours = _named(rows[best]) if best else {}
    if len(ours) < _NEEDED or STATEMENT not in ours:
        return None
    return _Head(best, ours, _further(leaf, best, set(ours.values())))


def _named(row: Mapping[int, Typed]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, typed in row.items():
        name = _OURS.get(plain(typed.value).casefold())
        if name:
            found.setdefault(name, column)
    return found


def _further(leaf: Leaf, head: int, taken: set[int]) -> dict[str, int]:
    """Name the columns that are not ours, each differently; those without a name by their letter."""
    columns = sorted({column for row, column in leaf.cells if row >= head} - taken)
    seen = {name.casefold() for name in OURS}
    reached: dict[str, int] = {}
    found = {}
    for column in columns:
        name = leaf.text(head, column) or f"Column {re.sub(r'[0-9]', '', coordinate((1, column)))}"
        name = _unlike(name, seen, reached)
        seen.add(name.casefold())
        found[name] = column
    return found


def _unlike(name: str, seen: Container[str], reached: dict[str, int]) -> str:
    """Return "Evidence (2)" for "Evidence" where that was seen, "Evidence (3)" for that.

    `reached` is how far each name was counted already.
    """
    while name.casefold() in seen:
        found = re.fullmatch(r"(.*) \((\d{1,6})\)", name)
        bare, number = (found[1], int(found[2])) if found else (name, 1)
        reached[bare] = max(number, reached.get(bare, 1)) + 1
        name = f"{bare} ({reached[bare]})"
    return name


def _asked(leaves: Iterable[Leaf], tables: Mapping[str, _Head]) -> Iterator[Leaf]:
    """Yield the sheets that may be the one with the answers: with ids, or remembered as ours."""
    known = any(recall(_lines(leaf)) for leaf in leaves if leaf.name == Sheet.REMEMBERED)
    for leaf in leaves:
        head = tables.get(leaf.name)
        if head and WHY not in head.ours and (known or REF in head.ours) and _answers(head):
            yield leaf


def _answers(head: _Head) -> bool:
    return sum(name in head.ours for name in ANSWERS) > 1


def _is_renamed(leaf: Leaf) -> bool:
    return plain(leaf.name).casefold() != Sheet.AUDIT.casefold()


def _lines(leaf: Leaf) -> list[tuple[str, ...]]:
    """Return the rows of the sheet out of sight as texts, empty cells and all."""
    return [
        tuple(_whole(leaf, row, column) for column in range(1, COLUMNS + 1)) for row in leaf.rows
    ]


def _whole(leaf: Leaf, row: int, column: int) -> str:
    typed = leaf.cells.get((row, column))
    return str(typed.value) if typed else ""


class _Reader:
    """Reads the sheets of one workbook, each for what it is."""

    def __init__(self, leaves: tuple[Leaf, ...], tables: Mapping[str, _Head], asked: Leaf) -> None:
        self.leaves = leaves
        self.tables = tables
        self.asked = asked
        hidden = (leaf for leaf in leaves if leaf.name == Sheet.REMEMBERED)
        self.memory = next(filter(None, (recall(_lines(leaf)) for leaf in hidden)), Remembered())
        self.said = {plain(text) for text in self.memory.said}
        self.by_statement = {plain(sent.statement): ref for ref, sent in self.memory.sent.items()}
        self.remarks: list[Remark] = []

    def read(self, file: str) -> Filled:
        """Return all that was typed."""
        facts: dict[str, Typed] = {}
        former: tuple[Former, ...] = ()
        for leaf in self.leaves:
            if leaf is self.asked or leaf.name == Sheet.REMEMBERED:
                continue
            if leaf.name == Sheet.GONE and leaf.name in self.tables:
                former = tuple(self._former(leaf))
            elif leaf.name == Sheet.OTHER:
                self.remarks += self._kept(leaf)
            elif leaf.name == Sheet.START:
                facts = self._facts(leaf)
            else:
                is_ours = leaf.name in (Sheet.SUMMARY, Sheet.HEADINGS) and bool(self.said)
                self._note_all(leaf, skip_computed=is_ours)
        rows = tuple(self._rows(self.asked))
        self._note_pinned()
        return Filled(
            file=file,
            remembered=self.memory,
            rows=rows,
            former=former,
            facts=facts,
            further=tuple(self._further_names()),
            remarks=tuple(dict.fromkeys(self.remarks)),
        )

    def _further_names(self) -> Iterator[str]:
        heads = (self.tables.get(name) for name in (self.asked.name, Sheet.GONE))
        yield from dict.fromkeys(name for head in heads if head for name in head.further)

    def _rows(self, leaf: Leaf) -> Iterator[Answered]:
        """Yield each statement once; what a second row of it says otherwise is a remark."""
        found: dict[str, Answered] = {}
        for number, row in self._table(leaf):
            ref = row.id
            if not ref:
                self._note_row(leaf, number)
            elif ref in found:
                found[ref] = self._joined(found[ref], row, leaf, number)
            else:
                found[ref] = Answered(
                    id=ref, statement=row.statement, area=row.area, cells=row.cells
                )
        yield from found.values()

    def _joined(self, first: Answered, second: Answered, leaf: Leaf, number: int) -> Answered:
        columns = {**self.tables[leaf.name].ours, **self.tables[leaf.name].further}
        for name, typed in second.cells.items():
            if name in first.cells and first.cells[name] != typed:
                self._note(leaf, (number, columns[name]), typed, first.statement)
        return Answered(
            id=first.id,
            statement=first.statement,
            area=first.area,
            cells={**second.cells, **first.cells},
        )

    def _former(self, leaf: Leaf) -> Iterator[Former]:
        why = self.tables[leaf.name].ours.get(WHY, 0)
        for number, row in self._table(leaf):
            if row.id:
                yield Former(
                    id=row.id,
                    words=row.statement,
                    area=row.area,
                    why=leaf.text(number, why),
                    cells=row.cells,
                )
            else:
                self._note_row(leaf, number)

    def _table(self, leaf: Leaf) -> Iterator[tuple[int, Answered]]:
        """Yield the rows of a table by number, and note what else was typed on its sheet."""
        head = self.tables[leaf.name]
        fixed = {column: name for name, column in head.ours.items() if name not in ANSWERS}
        answers = {**head.further, **{n: c for n, c in head.ours.items() if n in ANSWERS}}
        for number, row in leaf.rows.items():
            if number < head.row:
                self._note_row(leaf, number)
            if number <= head.row:
                continue
            statement = _whole(leaf, number, head.ours[STATEMENT])
            ref = leaf.text(number, head.ours.get(REF, 0))
            found = ref or self.by_statement.get(plain(statement), "")
            for column in sorted(fixed.keys() & row.keys()) if found and self.said else ():
                if fixed[column] != REF and not self._is_said(row[column]):
                    self._note(leaf, (number, column), row[column], fixed[column])
            yield (
                number,
                Answered(
                    id=found,
                    statement=statement,
                    area=leaf.text(number, head.ours.get(AREA, 0)),
                    cells={name: row[column] for name, column in answers.items() if column in row},
                ),
            )

    def _facts(self, leaf: Leaf) -> dict[str, Typed]:
        """Return what stands beside the names of the first sheet, and note what else was typed."""
        facts = {}
        for number, row in leaf.rows.items():
            name = leaf.text(number, 1)
            if name in FACTS and name not in facts:
                if 2 in row:  # noqa: PLR2004 - the column beside
                    facts[name] = row[2]
                row = {column: typed for column, typed in row.items() if column > 2}  # noqa: PLR2004, PLW2901
            for column, typed in row.items():
                if not self._is_said(typed):
                    self._note(leaf, (number, column), typed)
        return facts

    def _kept(self, leaf: Leaf) -> Iterator[Remark]:
        """Yield what the sheet with all else a school wrote has from before."""
        places = {
            _OTHERS[plain(typed.value).casefold()]: column
            for column, typed in leaf.rows.get(1, {}).items()
            if plain(typed.value).casefold() in _OTHERS
        }
        words = places.get(WORDS, 0)
        for number, row in leaf.rows.items():
            if number > 1 and words in row:
                yield Remark(
                    sheet=leaf.text(number, places.get(SHEET_NAMED, 0)),
                    cell=leaf.text(number, places.get(CELL, 0)),
                    beside=_whole(leaf, number, places.get(BESIDE, 0)),
                    typed=row[words],
                )
            others = {
                column: typed for column, typed in row.items() if column not in places.values()
            }
            for column, typed in others.items():
                self._note(leaf, (number, column), typed)

    def _note_all(self, leaf: Leaf, *, skip_computed: bool) -> None:
        for place, typed in leaf.cells.items():
            is_ours = place in leaf.computed and leaf.text(1, place[1]) in self.said
            if not (skip_computed and (is_ours or self._is_said(typed))):
                self._note(leaf, place, typed)

    def _note_row(self, leaf: Leaf, number: int) -> None:
        for column, typed in leaf.rows[number].items():
            if not self._is_said(typed):
                self._note(leaf, (number, column), typed)

    def _note_pinned(self) -> None:
        for leaf in self.leaves:
            for place, text in leaf.notes.items():
                self._note(leaf, place, Typed(text), leaf.text(*place))

    def _note(self, leaf: Leaf, place: tuple[int, int], typed: Typed, beside: str = "") -> None:
        self.remarks.append(
            Remark(sheet=leaf.name, cell=coordinate(place), typed=typed, beside=beside)
        )

    def _is_said(self, typed: Typed) -> bool:
        return plain(typed.value) in self.said
