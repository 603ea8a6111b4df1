"""A pass over one run of blocks in; the same pass over those in cells and boxes too out."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar

from fingerpost.documents import Block, Cell, Row, Table, TextBox

Pass = Callable[[tuple[Block, ...]], tuple[Block, ...]]
_Kept = TypeVar("_Kept")


def everywhere(change: Pass, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Apply a pass to blocks and to the blocks inside them; a cell or box is a run of its own."""

    def deeper(inner: tuple[Block, ...]) -> tuple[Block, ...]:
        return everywhere(change, inner)

    return change(as_before(blocks, [rebuilt(block, deeper) for block in blocks]))


def as_before(old: tuple[_Kept, ...], new: list[_Kept]) -> tuple[_Kept, ...]:
    """The old tuple where each thing in it is still the same, so that what holds it stays too."""
    return old if all(map(is_, old, new)) else tuple(new)


def rebuilt(block: Block, change: Pass, stays: Callable[[Row], bool] = lambda _row: False) -> Block:
    """The block with a pass made over each run of blocks in it, but for the rows that stay."""
    match block:
        case Table():
            rows = as_before(
                block.rows, [row if stays(row) else _row(row, change) for row in block.rows]
            )
            return block if rows is block.rows else replace(block, rows=rows)
        case TextBox():
            blocks = change(block.blocks)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        case _:
            return block


def _row(row: Row, change: Pass) -> Row:
    cells = as_before(row.cells, [_cell(cell, change) for cell in row.cells])
    return row if cells is row.cells else replace(row, cells=cells)


def _cell(cell: Cell, change: Pass) -> Cell:
    blocks = change(cell.blocks)
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)
