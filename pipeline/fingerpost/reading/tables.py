"""A w:tbl in; a table of real cells out, however badly it is made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import AltText, Block, Cell, Fate, Row, Table
from fingerpost.reading.measures import VAL, children, is_on, value, whole
from fingerpost.reading.namespaces import M, W
from fingerpost.reading.scope import ReadBlocks, Scope
from fingerpost.reading.styles import NO_EMPHASIS, Emphasis, shading_fill

_ROW: Final = f"{W}tr"
_DESCRIPTIONS: Final = (f"{W}tblCaption", f"{W}tblDescription")
_CELL: Final = f"{W}tc"
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom", f"{W}cellDel"})
_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo", f"{W}cellIns", f"{W}cellMerge"})
_IGNORED: Final = frozenset(W + name for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr"))
# What may stand in a cell is no wrapper round rows or cells.
_CONTENT: Final = frozenset(
    (
        *(W + name for name in ("p", "tbl", "tr", "tc", "r", "hyperlink", "t", "delText", "sym")),
        *(M + name for name in ("oMath", "oMathPara", "r", "t")),
    )
)
_REGIONS: Final = {"firstRow": ("firstRow", 0x0020), "firstCol": ("firstColumn", 0x0080)}
# A grid wider than this is damage; Word itself stops at 63 columns.
_WIDEST: Final = 1000


@dataclass(slots=True)
class _Merged:
    """A cell that cells below continue, by its place in the rows read so far."""

    row: int
    cell: int
    span: int = 1


@dataclass(slots=True)
class _Grid:
    """The rows read so far, and the cells still open downwards by column.

    `first_row` and `first_column` are how the table's style sets them off.
    """

    first_row: Emphasis = NO_EMPHASIS
    first_column: Emphasis = NO_EMPHASIS

    rows: list[list[Cell]] = field(default_factory=list)
    headers: list[bool] = field(default_factory=list)
    open: dict[int, _Merged] = field(default_factory=dict)
    strays: list[Block] = field(default_factory=list)

    def emphasis(self, column: int) -> Emphasis:
        """How the style sets off a cell of the last row."""
        if len(self.rows) == 1 and self.first_row is not NO_EMPHASIS:
            return self.first_row
        return self.first_column if column == 0 else NO_EMPHASIS

    def begin_row(self, *, is_header: bool) -> None:
        """Start a row below those read."""
        self.rows.append([])
        self.headers.append(is_header)

    def add(self, cell: Cell, merge: str) -> None:
        """Put a cell into the last row; `merge` is "restart", "continue" or nothing."""
        column = cell.column
        if merge == "continue" and column in self.open:
            self.open[column].span += 1
            cell = replace(cell, continues=True)
        else:
            self._close(column)
            if merge:
                self.open[column] = _Merged(len(self.rows) - 1, len(self.rows[-1]))
        self.rows[-1].append(cell)

    def widen(self, columns: int) -> None:
        """Let the last cell reach over columns merged into it the old way (w:hMerge)."""
        last = self.rows[-1][-1]
        self.rows[-1][-1] = replace(last, column_span=last.column_span + columns)

    def end_row(self) -> None:
        """Close the columns that the last row did not continue."""
        row = len(self.rows) - 1
        for column, merged in list(self.open.items()):
            if merged.row + merged.span - 1 < row:
                self._close(column)

    def finish(self) -> tuple[Row, ...]:
        """All rows, with the spans of their cells."""
        for column in list(self.open):
            self._close(column)
        return tuple(
            Row(cells=tuple(cells), header=is_header)
            for cells, is_header in zip(self.rows, self.headers, strict=True)
        )

    def _close(self, column: int) -> None:
        merged = self.open.pop(column, None)
        if merged is not None and merged.span > 1:
            row = self.rows[merged.row]
            row[merged.cell] = replace(row[merged.cell], row_span=merged.span)


def read_table(element: Element, scope: Scope, read_blocks: ReadBlocks) -> list[Block]:
    """Read a table; text that stands outside its cells follows it as blocks."""
    locator = scope.step("tbl")
    grid = _begin(element.find(f"{W}tblPr"), scope)
    inside = replace(scope, path=locator, counts={}, bold=False)
    scope.stream.descend()
    for child, place in _children(element, inside, _ROW):
        if child.tag == _ROW:
            _read_row(child, place, grid, read_blocks)
        else:
            grid.strays += read_blocks((child,), place)
    scope.stream.ascend()
    return [Table(locator=locator, rows=grid.finish()), *_described(element, locator), *grid.strays]


def _described(table: Element, locator: str) -> Iterator[AltText]:
    """What the table says to people who cannot see it."""
    properties = table.find(f"{W}tblPr")
    if properties is not None:
        said = [value(properties.find(name)).strip() for name in _DESCRIPTIONS]
        if text := ": ".join(dict.fromkeys(filter(None, said))):
            yield AltText(locator=locator, text=text)


def _begin(properties: Element | None, scope: Scope) -> _Grid:
    if properties is None:
        return _Grid()
    style = value(properties.find(f"{W}tblStyle"))
    regions = _shown_regions(properties.find(f"{W}tblLook"))
    first_row, first_column = (
        scope.stream.styles.emphasis(style, region) if region in regions else NO_EMPHASIS
        for region in ("firstRow", "firstCol")
    )
    return _Grid(first_row, first_column)


def _shown_regions(look: Element | None) -> set[str]:
    """ISO/IEC 29500-1, 17.4.56: flags by name, or as bits in files of before 2010."""
    if look is None:
        return set()
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    return {
        region
        for region, (name, bit) in _REGIONS.items()
        if look.get(f"{W}{name}", str(int(bool(bits & bit)))) in {"1", "true", "on"}
    }


def _read_row(row: Element, scope: Scope, grid: _Grid, read_blocks: ReadBlocks) -> None:
    said = children(row.find(f"{W}trPr"))
    header = said.get(f"{W}tblHeader")
    grid.begin_row(is_header=header is not None and is_on(header))
    place = replace(_touched(scope, said), path=scope.step("tr"), counts={})
    column = _number(said, "gridBefore", 0)
    for child, inner in _children(row, place, _CELL):
        if child.tag == _CELL:
            column += _read_cell(child, inner, column, grid, read_blocks)
        else:
            grid.strays += read_blocks((child,), inner)
    grid.end_row()


def _read_cell(
    element: Element, scope: Scope, column: int, grid: _Grid, read_blocks: ReadBlocks
) -> int:
    """Read a cell into the grid and return the columns it takes."""
    said = children(element.find(f"{W}tcPr"))
    locator = scope.step("tc")
    emphasis = grid.emphasis(column)
    inside = replace(_touched(scope, said), path=locator, counts={}, bold=emphasis.bold)
    scope.stream.descend()
    blocks = read_blocks(element, inside)
    scope.stream.ascend()
    span = max(_number(said, "gridSpan", 1), 1)
    if _merge(said, "hMerge") == "continue" and grid.rows[-1] and not _has_text(element):
        grid.widen(span)
        return span
    cell = Cell(
        locator=locator,
        blocks=tuple(blocks),
        column=column,
        column_span=span,
        fill=shading_fill(said) or emphasis.fill,
    )
    grid.add(cell, _merge(said, "vMerge"))
    return span


def _children(parent: Element, scope: Scope, wanted: str) -> Iterator[tuple[Element, Scope]]:
    """The rows or cells of a table or row, through wrappers, and whatever stands beside them."""
    for child in parent:
        if child.tag == wanted or child.tag in _CONTENT:
            yield child, scope
        elif child.tag not in _IGNORED and len(child):
            scope.stream.descend()
            yield from _children(child, _wrapped(child.tag, scope), wanted)
            scope.stream.ascend()


def _wrapped(tag: str, scope: Scope) -> Scope:
    if tag in _DELETED:
        return replace(scope, fate=Fate.DELETED)
    return replace(scope, revised=True) if tag in _INSERTED else scope


def _touched(scope: Scope, said: Iterable[str]) -> Scope:
    """What tracked changes of a whole row or cell do to its words."""
    for tag in said:
        scope = _wrapped(tag, scope)
    return scope


def _merge(said: dict[str, Element], name: str) -> str:
    """ISO/IEC 29500-1, 17.4.84: a merge without a value continues the cell before."""
    node = said.get(W + name)
    return "" if node is None else value(node) or "continue"


def _number(said: dict[str, Element], name: str, default: int) -> int:
    number = whole(value(said.get(W + name)))
    return default if number is None else min(max(number, 0), _WIDEST)


def _has_text(element: Element) -> bool:
    return next(element.iter(f"{W}t", f"{W}delText", f"{W}sym"), None) is not None
