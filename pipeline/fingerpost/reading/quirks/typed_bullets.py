"""Paragraphs that begin with a typed mark in; list items, the mark still in their words, out.

See docs/word-layouts.md, "Bullets and numbers that were typed".
"""

from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from fingerpost.documents import Block, Heading, ListItem, Paragraph, Table
from fingerpost.reading.quirks.nesting import as_before
from fingerpost.reading.quirks.typed_marks import Mark, find_mark

# Word's smallest step that people set by hand is some tenth of an inch.
_NEAR: Final = 144
# Neighbours further off are not looked at, so that a long list takes no longer than its length.
_FAR: Final = 24


@dataclass(slots=True)
class _Stretch:
    """Neighbouring items: the indent and kind of mark of each level down to the last item."""

    series: str
    levels: list[tuple[int, str]] = field(default_factory=list)

    def pass_by(self, item: ListItem) -> None:
        """Take note of an item that Word itself numbers."""
        del self.levels[item.level :]
        while len(self.levels) <= item.level:
            self.levels.append((item.look.indent, item.label))

    def place(self, indent: int, family: str) -> int:
        """The level of the next typed item: deeper to the right or under another kind of mark."""
        while self.levels and self.levels[-1][0] > indent + _NEAR:
            self.levels.pop()
        for level, (known_indent, known_family) in enumerate(self.levels):
            if known_family == family and abs(known_indent - indent) <= _NEAR:
                del self.levels[level + 1 :]
                return level
        self.levels.append((indent, family))
        return len(self.levels) - 1


def find_typed_items(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Turn paragraphs with a typed mark into list items where mark or neighbours leave no doubt."""
    marks = [_mark(block) for block in blocks]
    if not any(marks):
        return blocks
    found: list[Block] = []
    stretch: _Stretch | None = None
    for place, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        is_item = mark is not None and _is_item(mark, place, marks, blocks)
        if isinstance(block, ListItem) or is_item:
            stretch = stretch or _Stretch(block.locator)
        elif _ends_stretch(block, stretch):
            stretch = None
        found.append(_settled(block, mark if is_item else None, stretch))
    return as_before(blocks, found)


def _settled(block: Block, mark: Mark | None, stretch: _Stretch | None) -> Block:
    if stretch is not None and isinstance(block, ListItem):
        stretch.pass_by(block)
    if stretch is not None and mark is not None and isinstance(block, Paragraph):
        return _item(block, mark, stretch)
    return block


def _mark(block: Block) -> Mark | None:
    if not isinstance(block, Paragraph) or isinstance(block, (Heading, ListItem)) or block.contents:
        return None
    return find_mark(block.text)


def _is_item(mark: Mark, place: int, marks: list[Mark | None], blocks: tuple[Block, ...]) -> bool:
    if mark.is_sure:
        return True
    reach = 1 if mark.counts and _stands_out(blocks[place]) else _FAR
    before = _neighbours(range(place - 1, -1, -1), marks, blocks, reach)
    after = _neighbours(range(place + 1, len(blocks)), marks, blocks, reach)
    if not mark.counts:
        alike = any(other.family == mark.family for other in (*before[:1], *after[:1]))
        return alike or _is_introduced(place, blocks)
    return any(map(mark.follows, before)) or any(other.follows(mark) for other in after)


def _neighbours(
    places: range, marks: list[Mark | None], blocks: tuple[Block, ...], reach: int
) -> list[Mark]:
    """The marks of the paragraphs next to one another on one side, empty paragraphs apart."""
    filled = islice((place for place in places[:_FAR] if not _is_empty(blocks[place])), reach)
    near = takewhile(lambda place: marks[place] or isinstance(blocks[place], ListItem), filled)
    return [mark for mark in map(marks.__getitem__, near) if mark is not None]


def _is_introduced(place: int, blocks: tuple[Block, ...]) -> bool:
    places = range(place - 1, -1, -1)[:_FAR]
    above = next((blocks[near] for near in places if not _is_empty(blocks[near])), None)
    return isinstance(above, Paragraph) and above.text.rstrip().endswith(":")


def _stands_out(block: Block) -> bool:
    """Whether a numbered line may be a heading, so that only the very next line makes it a list."""
    look = block.look if isinstance(block, Paragraph) else None
    return look is not None and (look.bold or look.capitals or look.underlined)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def _ends_stretch(block: Block, stretch: _Stretch | None) -> bool:
    """A paragraph that is not set in further than the first item ends the list above it."""
    if isinstance(block, (Heading, Table)):
        return True
    if stretch is None or not stretch.levels or not isinstance(block, Paragraph):
        return False
    outermost = stretch.levels[0][0]
    return not _is_empty(block) and block.look.indent <= max(outermost - _NEAR, 0)


def _item(block: Paragraph, mark: Mark, stretch: _Stretch) -> ListItem:
    return ListItem(
        locator=block.locator,
        spans=block.spans,
        look=block.look,
        revised=block.revised,
        joined=block.joined,
        anchors=block.anchors,
        level=stretch.place(block.look.indent + mark.indent, mark.family),
        label=mark.label,
        ordered=mark.counts,
        series=f"typed at {stretch.series}",
        typed=True,
    )
