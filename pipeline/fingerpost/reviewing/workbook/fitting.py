"""The sheets of a workbook in, as much of them as Excel can hold out, and how much that leaves out."""

from collections.abc import Sequence
from dataclasses import replace

from fingerpost.reviewing.columns import Sheet
from fingerpost.reviewing.workbook.sheets import Grid
from fingerpost.reviewing.workbook.start import Line

MOST_ROWS = 1_048_575
"""Rows below the header that a sheet of Excel holds; the hidden sheet remembers all rows that ask."""

_LEAST_NEEDED_FIRST = (Sheet.SKIM, Sheet.QUEUE, Sheet.HEADINGS)


def fitted(grids: Sequence[Grid], most: int = MOST_ROWS) -> tuple[tuple[Grid, ...], int]:
    """Leave out rows from the end of the sheets, the least urgent sheet first, until the rest fits."""
    rows = {grid.sheet: len(grid.rows) for grid in grids}
    over = left_out = max(sum(rows.values()) - most, 0)
    for sheet in _LEAST_NEEDED_FIRST:
        taken = min(over, rows.get(sheet, 0))
        rows[sheet] = rows.get(sheet, 0) - taken
        over -= taken
    return tuple(replace(grid, rows=grid.rows[: rows[grid.sheet]]) for grid in grids), left_out


def told(left_out: int) -> tuple[Line, ...]:
    """Say on the first sheet that not everything is in the workbook, and what to do about it."""
    if not left_out:
        return ()
    return (
        Line(
            "text",
            (
                f"This workbook is full: {left_out:,} more rows do not fit into Excel. They come in a "
                "later workbook, or at once in smaller ones: fingerpost review pack --for NAME",
            ),
        ),
    )
