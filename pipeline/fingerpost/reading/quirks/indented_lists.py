"""List items whose sub-lists are lists of their own in; items with the level a reader sees out.

Word often stores a sub-list as another list at its first level, set apart only by its indent.
See docs/word-layouts.md, "Sub-lists told apart only by indentation".
"""

import sys
from collections import deque
from dataclasses import dataclass, field, replace
from typing import Final

from fingerpost.documents import Block, Heading, ListItem, Paragraph, Table
from fingerpost.reading.quirks.nesting import as_before

# An eighth of an inch. Word's own step from level to level is a quarter of an inch or more.
_NEAR: Final = 180
# A sub-list stands near its parent; looking no further keeps long lists quick.
_KEPT: Final = 60


@dataclass(slots=True)
class _Sequence:
    """The last items of an unbroken stretch of list, with how far each list is shifted."""

    items: deque[ListItem] = field(default_factory=lambda: deque(maxlen=_KEPT))
    shifts: dict[str, int] = field(default_factory=dict)
    leftmost: int = sys.maxsize

    def place(self, item: ListItem) -> ListItem:
        """Give an item its level and remember it."""
        if item.series not in self.shifts:
            self.shifts[item.series] = self._shift(item)
        shift = self.shifts[item.series]
        placed = replace(item, level=item.level + shift, stored=item.level) if shift else item
        self.items.append(placed)
        self.leftmost = min(self.leftmost, item.look.indent)
        return placed

    def _shift(self, item: ListItem) -> int:
        if item.level > 0:
            return 0
        for above in reversed(self.items):
            if abs(above.look.indent - item.look.indent) < _NEAR:
                return above.level
            if above.look.indent < item.look.indent:
                return above.level + 1
        return 0

    def is_broken_by(self, block: Block) -> bool:
        """Whether a block ends the stretch; an indented paragraph goes on with the item above."""
        if isinstance(block, (Heading, Table)):
            return True
        if not isinstance(block, Paragraph) or not self.items or not block.text.strip():
            return False
        return block.look.indent < self.leftmost - _NEAR


def level_by_indent(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Level list items by their lists and, between lists, by their indents."""
    sequence = _Sequence()
    placed: list[Block] = []
    for block in blocks:
        if isinstance(block, ListItem):
            placed.append(sequence.place(block))
            continue
        if sequence.is_broken_by(block):
            sequence = _Sequence()
        placed.append(block)
    return as_before(blocks, placed)
