"""A table's rows in, which of them are bands and headers, and which columns head their rows, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fingerpost.documents import Cell, Row
from fingerpost.extracting.cells import (
    has_list,
    is_blank,
    is_brief,
    is_filled,
    is_sentence,
    stands_out,
    texts_of,
)
from fingerpost.extracting.giveaways import is_rating
from fingerpost.extracting.wording import has_letters, head_words, word_count
from fingerpost.meanings import Meaning, Meanings
from fingerpost.strategies import HeadKind, Role

_ROW_HEAD_WORDS = re.compile(
    r"(?i)\b(?:barriers?|needs?|skills?|areas?|difficult(?:y|ies)|concerns?|aspects?|themes?|topics?"
    r"|focus|domains?|categor(?:y|ies)|expectations?|standards?|phases?|key stages?|ages?|years?"
    r"|subjects?|principles?|stages?|levels?)\b"
)
_OUGHT = re.compile(r"(?i)\b(?:should|will|must|are expected|is expected|need to)\b")
_MOST = 0.8


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The parts of a table that name others.

    `bands` are the rows whose one cell names the rows below it, `headers` those that name columns
    (also where they stand again), by index; `row_heads` the columns whose cells name their rows.
    """

    rows: tuple[Row, ...]
    bands: frozenset[int] = frozenset()
    headers: frozenset[int] = frozenset()
    row_heads: tuple[int, ...] = ()

    @property
    def has_heads(self) -> bool:
        """Whether anything in the table names anything."""
        return bool(self.bands or self.headers or self.row_heads)

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """The rows that hold statements."""
        apart = self.headers | self.bands
        return tuple(row for index, row in enumerate(self.rows) if index not in apart)

    @cached_property
    def text_columns(self) -> int:
        """How many columns hold statements."""
        return text_columns(self.body, self.row_heads)

    def column_name(self, column: int) -> str:
        """Return the words of the first header over a column."""
        if not self.headers:
            return ""
        first = self.rows[min(self.headers)]
        return next((cell.words for cell in first.cells if cell.column == column), "")


def survey(rows: tuple[Row, ...], meanings: Meanings) -> Grid:
    """Find out what a table's rows and columns are."""
    width = max((cell.column + cell.column_span for row in rows for cell in row.cells), default=0)
    bands = frozenset(i for i, row in enumerate(rows[:-1]) if _is_band(row, width, meanings))
    headers = frozenset(_headers(rows, bands, meanings)) if width > 1 else frozenset[int]()
    grid = Grid(rows=rows, bands=bands, headers=headers)
    columns = tuple(_leading_row_heads(grid, width, meanings))
    return Grid(rows=rows, bands=bands, headers=headers, row_heads=columns)


def names_rows(column_name: str) -> bool:
    """Say whether a column is called by what its rows are about ("Barrier", "Skill", "Area")."""
    return _ROW_HEAD_WORDS.search(column_name) is not None


def text_columns(rows: tuple[Row, ...], apart: tuple[int, ...] = ()) -> int:
    """Count the columns in which a cell begins that holds letters; those `apart` do not count."""
    cells = (cell for row in rows for cell in _full(row) if has_letters(cell.words))
    return len({cell.column for cell in cells} - set(apart))


def is_duty_bound(cell: Cell) -> bool:
    """Say whether a cell's words say what ought to be."""
    return _OUGHT.search(cell.words) is not None


def _full(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if not is_blank(cell)]


def _is_band(row: Row, width: int, meanings: Meanings) -> bool:
    full = _full(row)
    if len(full) != 1 or not is_brief(full[0]):
        return False
    cell = full[0]
    if width > 1 and cell.column_span == width:
        return True
    if width == 1:
        told = meanings.of(head_words(cell.words), HeadKind.HEADING)
        return (
            row.header or is_filled(cell) or stands_out(cell) or (told is not None and told.whole)
        )
    alone = (len(row.cells) == 1 or cell.column == 0) and cell.row_span == 1
    return alone and is_filled(cell) and stands_out(cell)


def _headers(rows: tuple[Row, ...], bands: frozenset[int], meanings: Meanings) -> Iterator[int]:
    seen: set[tuple[str, ...]] = set()
    leading = True
    for index, row in enumerate(rows):
        if index in bands:
            continue
        first = leading and _leads(rows, index, meanings, again=bool(seen))
        if first or texts_of(row) in seen or _is_known_header(row, meanings):
            seen.add(texts_of(row))
            yield index
        else:
            leading = False


def _leads(rows: tuple[Row, ...], index: int, meanings: Meanings, *, again: bool) -> bool:
    """Say whether a row at the top names columns; a second one needs more than colour."""
    row = rows[index]
    if row.header:
        return True
    if index == len(rows) - 1 or not _could_head(row):
        return False
    if all(stands_out(cell) for cell in _full(row)):
        return not again or len(_full(row)) > 1
    if again:
        return _is_known_header(row, meanings) or _divides(rows, index)
    lists_below = any(has_list(cell) for below in rows[index + 1 :] for cell in below.cells)
    told = _names_columns(row, meanings) or _names_ratings(row)
    return lists_below or _is_coloured(rows, index) or told


def _names_ratings(row: Row) -> bool:
    """Say whether every column beside the first is one to tick ("Met", "Not met")."""
    return all(is_rating(cell.words) for cell in _full(row) if cell.column > 0)


def _divides(rows: tuple[Row, ...], index: int) -> bool:
    """Say whether a row names the columns that lie below the wide heads of the row above it."""
    wide = [cell for cell in _full(rows[index - 1]) if cell.column_span > 1]
    below = [cell.words.casefold() for cell in _full(rows[index])]
    again = len(set(below)) < len(below)
    lists = any(has_list(cell) for row in rows[index + 1 :] for cell in row.cells)
    return bool(wide) and (again or lists)


def _could_head(row: Row) -> bool:
    full = _full(row)
    return len(row.cells) > 1 and any(c.column > 0 for c in full) and all(map(is_brief, full))


def _is_coloured(rows: tuple[Row, ...], index: int) -> bool:
    full = _full(rows[index])
    below = {cell.fill for cell in rows[index + 1].cells}
    return all(map(is_filled, full)) and not below & {cell.fill for cell in full}


def _names_columns(row: Row, meanings: Meanings) -> bool:
    beside = [cell for cell in _full(row) if cell.column > 0]
    return any(column_meaning(cell, meanings).whole for cell in beside)


def _is_known_header(row: Row, meanings: Meanings) -> bool:
    """Another header further down: each cell is a column head that the rules know, by its look or as a whole."""
    full = _full(row)
    if len(full) == 1 or not _could_head(row):
        return False
    told = ((cell, column_meaning(cell, meanings)) for cell in full)
    return all(said.role and (said.whole or stands_out(cell)) for cell, said in told)


def column_meaning(cell: Cell, meanings: Meanings) -> Meaning:
    """Say what a cell means as the head of its column, empty where nothing is known."""
    return meanings.of(head_words(cell.words), HeadKind.COLUMN) or Meaning()


def _leading_row_heads(grid: Grid, width: int, meanings: Meanings) -> Iterator[int]:
    for column in range(width - 1):
        if _heads_rows(grid, column, meanings):
            yield column
        elif not _is_numbering(grid, column):
            return


def _is_numbering(grid: Grid, column: int) -> bool:
    cells = (c for row in grid.body for c in _full(row) if c.column == column)
    return not any(has_letters(cell.words) for cell in cells)


def _heads_rows(grid: Grid, column: int, meanings: Meanings) -> bool:
    full = [cell for row in grid.body for cell in _full(row)]
    cells = [cell for cell in full if cell.column == column]
    beside = [cell for cell in full if cell.column > column]
    if not cells or not beside or sum(not has_list(cell) for cell in cells) < _MOST * len(cells):
        return False
    if _is_numbering(grid, column):
        return False
    named = grid.column_name(column)
    if column == 0 and names_rows(named):
        return True
    meaning = meanings.of(named, HeadKind.COLUMN) if named else None
    if meaning and meaning.role is Role.STRATEGY:
        return False
    return _are_labels(cells, beside) or (column == 0 and _are_expectations(cells, beside))


def _are_labels(cells: list[Cell], beside: list[Cell]) -> bool:
    if sum(map(is_brief, cells)) < _MOST * len(cells):
        return False
    return any(map(has_list, beside)) or _mean_words(beside) > 2 * _mean_words(cells)


def _are_expectations(cells: list[Cell], beside: list[Cell]) -> bool:
    stated = all(is_sentence(cell) and is_duty_bound(cell) for cell in cells)
    return stated and any(map(has_list, beside))


def _mean_words(cells: list[Cell]) -> float:
    return sum(word_count(cell.words) for cell in cells) / max(1, len(cells))
