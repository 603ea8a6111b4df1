"""A table cell in, what can be seen of it at a glance out: its words, its length, its look."""

import re

from fingerpost.documents import Cell, Fate, Heading, ListItem, Paragraph, Row, Table
from fingerpost.extracting.wording import has_words, head_words, word_count

_PALE = frozenset({"", "auto", "ffffff"})
_SENTENCE_END = re.compile(r"[.!]\W*$")
_LONGEST_HEAD = 12
_SHORTEST_SENTENCE = 4


def is_blank(cell: Cell) -> bool:
    """Say whether a cell has no visible words (it continues the one above, or stands empty)."""
    return cell.continues or not cell.lines


def has_list(cell: Cell) -> bool:
    """Say whether there is a list or a table in the cell."""
    nested = any(isinstance(block, Table) for block in cell.blocks)
    return nested or any(isinstance(line, ListItem) for line in cell.lines)


def is_brief(cell: Cell) -> bool:
    """Say whether a cell could be a head: few words, no list, no sentence; "No." is none."""
    words = cell.words
    count = word_count(words)
    sentence = count > 1 and _SENTENCE_END.search(words) is not None
    return count <= _LONGEST_HEAD and not has_list(cell) and not sentence


def is_sentence(cell: Cell) -> bool:
    """Say whether a cell holds one statement and no list."""
    return (
        not has_list(cell) and len(cell.lines) == 1 and word_count(cell.words) >= _SHORTEST_SENTENCE
    )


def stands_out(cell: Cell) -> bool:
    """Say whether a cell is set apart by bold or capital letters or as a heading."""
    return all(_is_loud(line) for line in cell.lines)


def is_filled(cell: Cell) -> bool:
    """Say whether a cell has a colour behind it."""
    return cell.fill.casefold() not in _PALE


def patch_of(row: Row) -> str:
    """Return the colour of an empty cell beside the only one with words, as in a key of colours."""
    fills = {cell.fill for cell in row.cells if cell.fill and is_blank(cell)}
    named = sum(not is_blank(cell) for cell in row.cells)
    return fills.pop() if named == 1 and len(fills) == 1 else ""


def texts_of(row: Row) -> tuple[str, ...]:
    """Return the cells' words, for telling whether a row stands again."""
    return tuple(head_words(cell.words).casefold() for cell in row.cells)


def _is_loud(line: Paragraph) -> bool:
    seen = [s for s in line.spans if s.fate is Fate.VISIBLE and has_words(s.text)]
    if isinstance(line, Heading) or line.look.bold or line.look.capitals:
        return True
    return line.text.isupper() or all(span.bold for span in seen)
