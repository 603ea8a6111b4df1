"""Blocks that follow one another in, each handed to what reads its kind, in order, out."""

from fingerpost.documents import AltText, Block, Heading, ListItem, Paragraph, Table, TextBox
from fingerpost.extracting.account import is_unfilled
from fingerpost.extracting.continued import join_tables
from fingerpost.extracting.doubts import MAY_NOT_BE_STRATEGY
from fingerpost.extracting.headings import is_heading, take_heading
from fingerpost.extracting.items import as_item, take_item
from fingerpost.extracting.passages import take_paragraph
from fingerpost.extracting.surroundings import Near, surroundings
from fingerpost.extracting.tables import take_table
from fingerpost.extracting.thread import Thread
from fingerpost.strategies import Role


def walk(thread: Thread, blocks: tuple[Block, ...]) -> None:
    """Read blocks in order."""
    blocks = join_tables(tuple(map(as_item, blocks)), thread.meanings)
    for block, near in zip(blocks, surroundings(blocks), strict=True):
        _take(thread, block, near)


def _take(thread: Thread, block: Block, near: Near) -> None:
    match block:
        case Heading() if block.contents:
            thread.enter(block, Role.CONTENTS_LIST)
        case Paragraph() if is_unfilled(block):
            thread.enter(block, Role.BOILERPLATE, "a field that nobody filled in")
        case Heading() if is_heading(thread, block):
            take_heading(thread, block)
        case ListItem():
            take_item(thread, block, near)
        case Paragraph():
            take_paragraph(thread, block, near)
        case Table():
            take_table(thread, block, walk)
        case TextBox():
            inner = thread.branch(thread.scope.labelled(None))
            named = any(isinstance(line, Heading) for line in block.blocks)
            inner.doubts = () if named else (MAY_NOT_BE_STRATEGY,)
            walk(inner, block.blocks)
        case AltText():
            thread.account.describe(block)
