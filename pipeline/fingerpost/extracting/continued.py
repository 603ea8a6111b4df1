"""Tables that follow one another in, those that Word shows as one made one, out.

Word draws no line between two tables with no paragraph between them. People split a table like
that, and the heads of the first hold for the second, which has none of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from fingerpost.documents import Block, Row, Table
from fingerpost.extracting.grids import survey
from fingerpost.extracting.records import record_role
from fingerpost.meanings import Meanings


def join_tables(blocks: tuple[Block, ...], meanings: Meanings) -> tuple[Block, ...]:
    """Put a table without column heads below the one with column heads that it goes on from."""
    found: list[Block] = []
    for are_tables, neighbours in groupby(blocks, lambda block: isinstance(block, Table)):
        run = list(neighbours)
        many = are_tables and len(run) > 1
        tables = [block for block in run if isinstance(block, Table)]
        found += _joined(tables, meanings) if many else run
    return tuple(found)


def _joined(tables: list[Table], meanings: Meanings) -> Iterator[Table]:
    """Join neighbours; each is looked at once, so that many of them take no longer than one."""
    first, lends = tables[0], _lends(tables[0], meanings)
    rows: list[Row] = list(first.rows)
    for table in tables[1:]:
        if lends and _width(table) == _width(first) and not _has_heads(table, meanings):
            rows += table.rows
            continue
        yield replace(first, rows=tuple(rows))
        first, rows, lends = table, list(table.rows), _lends(table, meanings)
    yield replace(first, rows=tuple(rows))


def _lends(table: Table, meanings: Meanings) -> bool:
    return _has_heads(table, meanings) and not record_role(_full(table))


def _has_heads(table: Table, meanings: Meanings) -> bool:
    return bool(survey(_full(table), meanings).headers)


def _full(table: Table) -> tuple[Row, ...]:
    return tuple(row for row in table.rows if row.cells)


def _width(table: Table) -> int:
    cells = (cell for row in table.rows for cell in row.cells)
    return max((cell.column + cell.column_span for cell in cells), default=0)
