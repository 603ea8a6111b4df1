"""A table in, its heads and its cells read in their places out."""

from fingerpost.documents import Block, Cell, Heading, Paragraph, Table, paragraphs
from fingerpost.extracting.account import Verdict
from fingerpost.extracting.cells import is_brief, is_filled
from fingerpost.extracting.doubts import MAY_NOT_BE_STRATEGY
from fingerpost.extracting.giveaways import role_of_words
from fingerpost.extracting.grids import text_columns
from fingerpost.extracting.headings import take_banner
from fingerpost.extracting.plans import Filled, Named, Planned, Stated, plan
from fingerpost.extracting.stories import enter_blocks
from fingerpost.extracting.thread import Thread, Walk
from fingerpost.strategies import HeadKind, Role


def take_table(thread: Thread, table: Table, walk: Walk) -> None:
    """Read a table of statements cell by cell, a frame as plain text, a record in its one role."""
    thread.close()
    planned = plan(table, thread.meanings)
    if planned.role:
        for row in table.rows:
            for cell in row.cells:
                verdict = Verdict(planned.role, "a table of particulars")
                enter_blocks(thread.account, cell.blocks, verdict)
    elif planned.frame:
        _take_frame(thread, table, walk)
    else:
        for part in planned.cells:
            _take_cell(thread, part, walk)


def _take_frame(thread: Thread, table: Table, walk: Walk) -> None:
    cells = [cell for row in table.rows for cell in row.cells]
    if len(cells) == 1 and _is_banner(cells[0]):
        _take_banner(thread, cells[0], walk)
        return
    doubts = (MAY_NOT_BE_STRATEGY,) if text_columns(table.rows) > 1 else ()
    for cell in cells:
        inner = thread.branch(thread.scope, in_cell=True)
        inner.doubts = (*thread.doubts, *doubts)
        walk(inner, cell.blocks)


def _is_banner(cell: Cell) -> bool:
    lines = cell.lines
    if len(lines) != 1 or not is_brief(cell) or role_of_words(cell.words):
        return False
    return isinstance(lines[0], Heading) or (is_filled(cell) and type(lines[0]) is Paragraph)


def _take_banner(thread: Thread, cell: Cell, walk: Walk) -> None:
    for block in cell.blocks:
        if type(block) is Paragraph and block in cell.lines:
            take_banner(thread, block)
        else:
            walk(thread, (block,))


def _take_cell(thread: Thread, planned: Planned, walk: Walk) -> None:
    match planned:
        case Named(cell=cell, head=head, role=role):
            _name(thread, cell, role, rows=head is not None and head.kind is HeadKind.ROW)
            thread.account.heads.extend([head] if head else [])
        case Stated(cell=cell, steps=steps, head=head):
            thread.account.heads.extend([head] if head else [])
            inner = thread.branch(thread.scope.inside(*steps), tabular=True, in_cell=True)
            _state(inner, cell.blocks)
        case Filled(cell=cell, steps=steps, doubts=doubts):
            inner = thread.branch(thread.scope.inside(*steps), tabular=True, in_cell=True)
            told = any(step.role for step in steps)
            inner.doubts = doubts if told else (*thread.doubts, *doubts)
            walk(inner, cell.blocks)


def _name(thread: Thread, cell: Cell, named: Role, *, rows: bool) -> None:
    """Account for a head; what follows the first line of a row's head is a note on it."""
    lines = cell.lines
    for block in cell.blocks:
        further = rows and lines and block is not lines[0]
        role = (role_of_words(_words_in(block)) or Role.CONTEXT) if further else named
        enter_blocks(thread.account, (block,), Verdict(role))


def _words_in(block: Block) -> str:
    return " ".join(line.text for line in paragraphs((block,)))


def _state(thread: Thread, blocks: tuple[Block, ...]) -> None:
    for line in paragraphs(blocks):
        thread.propose(line, thread.state(line.text))
        thread.account.unseen(line)
