"""Tables that follow one another in, those that Word shows as one made one, out.

Word draws no line between two tables with no paragraph between them. People split a table like
that, and the heads of the first hold for the second, which has none of its own.
"""

from dataclasses import replace
from itertools import chain

from fingerpost.documents import Block, Table
from fingerpost.extracting.grids import survey
from fingerpost.extracting.records import record_role
from fingerpost.meanings import Meanings


def join_tables(blocks: tuple[Block, ...], meanings: Meanings) -> tuple[Block, ...]:
    """Put a table without column heads below the one with column heads that it goes on from."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if (
            isinstance(block, Table)
            and isinstance(above, Table)
            and _goes_on(above, block, meanings)
        ):
            joined[-1] = replace(above, rows=tuple(chain(above.rows, block.rows)))
        else:
            joined.append(block)
    return tuple(joined)


def _goes_on(above: Table, table: Table, meanings: Meanings) -> bool:
    if not _width(table) or _width(table) != _width(above) or record_role(above.rows):
        return False
    return _has_heads(above, meanings) and not _has_heads(table, meanings)


def _has_heads(table: Table, meanings: Meanings) -> bool:
    return bool(survey(tuple(row for row in table.rows if row.cells), meanings).headers)


def _width(table: Table) -> int:
    cells = (cell for row in table.rows for cell in row.cells)
    return max((cell.column + cell.column_span for cell in cells), default=0)
