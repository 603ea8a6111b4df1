"""A pass over one run of blocks in; the same pass over those in cells and boxes too out."""

from collections.abc import Callable
from dataclasses import replace

from fingerpost.documents import Block, Cell, Row, Table, TextBox

Pass = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def everywhere(change: Pass, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Apply a pass to blocks and to the blocks inside them; a cell or box is a run of its own."""
    return change(tuple(_inside(change, block) for block in blocks))


def _inside(change: Pass, block: Block) -> Block:
    match block:
        case Table():
            return replace(block, rows=tuple(_row(change, row) for row in block.rows))
        case TextBox():
            return replace(block, blocks=everywhere(change, block.blocks))
        case _:
            return block


def _row(change: Pass, row: Row) -> Row:
    return replace(row, cells=tuple(_cell(change, cell) for cell in row.cells))


def _cell(change: Pass, cell: Cell) -> Cell:
    return replace(cell, blocks=everywhere(change, cell.blocks))
