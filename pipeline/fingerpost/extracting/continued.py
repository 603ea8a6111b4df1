"""Tables that follow one another in, those that Word shows as one made one, out.

Word draws no line between two tables with no paragraph between them. People split a table like
that, and the heads of the first hold for the second, which has none of its own. Other tables stand
as close; what is set below "Strategies" like that must read like advice.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from fingerpost.documents import Block, Row, Table
from fingerpost.extracting.advice import describes_practice, instructs
from fingerpost.extracting.grids import column_meaning, survey
from fingerpost.extracting.records import record_role
from fingerpost.extracting.wording import has_letters, word_count
from fingerpost.meanings import Meanings
from fingerpost.strategies import Role


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
    first, advising = tables[0], _advising(tables[0], meanings)
    rows: list[Row] = list(first.rows)
    for table in tables[1:]:
        if advising is not None and _goes_on(table, first, advising, meanings):
            rows += table.rows
            continue
        yield replace(first, rows=tuple(rows))
        first, rows, advising = table, list(table.rows), _advising(table, meanings)
    yield replace(first, rows=tuple(rows))


def _goes_on(table: Table, first: Table, advising: frozenset[int], meanings: Meanings) -> bool:
    alike = _width(table) == _width(first) and not _has_heads(table, meanings)
    return alike and _advises(table, advising)


def _advises(table: Table, columns: frozenset[int]) -> bool:
    """Say whether most lines of some columns tell adults what to do; a word alone may be a head."""
    cells = (cell for row in table.rows for cell in row.cells if cell.column in columns)
    lines = [line.text for cell in cells for line in cell.lines if has_letters(line.text)]
    longer = (line for line in lines if word_count(line) > 1)
    told = sum(instructs(line) or describes_practice(line) for line in longer)
    return told * 2 > len(lines) or not columns


def _advising(table: Table, meanings: Meanings) -> frozenset[int] | None:
    """The columns whose heads promise advice; None for a table that has no heads to lend."""
    rows = _full(table)
    headers = survey(rows, meanings).headers
    if not headers or record_role(rows):
        return None
    told = (
        (cell.column, column_meaning(cell, meanings)) for i in headers for cell in rows[i].cells
    )
    return frozenset(
        column
        for column, said in told
        if said.role is Role.STRATEGY or (said.tier and not said.role)
    )


def _has_heads(table: Table, meanings: Meanings) -> bool:
    return bool(survey(_full(table), meanings).headers)


def _full(table: Table) -> tuple[Row, ...]:
    return tuple(row for row in table.rows if row.cells)


def _width(table: Table) -> int:
    cells = (cell for row in table.rows for cell in row.cells)
    return max((cell.column + cell.column_span for cell in cells), default=0)
