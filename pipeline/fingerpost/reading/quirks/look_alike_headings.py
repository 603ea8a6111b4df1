"""A story whose headings are only bold, large, underlined or in capitals in; headings out.

See docs/word-layouts.md, "Headings that are not marked as headings".
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from operator import ge
from typing import Final

from fingerpost.documents import (
    AltText,
    Block,
    Fate,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Row,
    Story,
    StoryKind,
    Table,
    TextBox,
    paragraphs,
)
from fingerpost.reading.quirks.nesting import as_before, rebuilt
from fingerpost.reading.quirks.typed_marks import find_mark

_MOST_WORDS: Final = 12
_FEWEST_CAPITALS: Final = 4
_LARGER: Final = 1.5
_TITLE_FACTOR: Final = 1.5
_DEEPEST: Final = 9
# Nobody leaves more empty lines than this under a heading.
_FAR: Final = 60
_HAND_NUMBER: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\S)")
_TWO_SENTENCES: Final = re.compile(r"[.!?]\s+[^\W\d_]")
_ENDINGS: Final = (".", ",", ";", "…")

_Strength = tuple[float, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class _Usual:
    """How most letters of the running text look, so that what differs can be told."""

    size: float = 11.0
    bold: bool = False
    capitals: bool = False
    underlined: bool = False

    def strength(self, look: Look) -> _Strength:
        """How far a look stands out; larger is stronger, nothing standing out is all False."""
        return (
            look.size if look.size >= self.size + _LARGER else 0.0,
            look.capitals and not self.capitals,
            look.bold and not self.bold,
            look.underlined and not self.underlined,
        )


@dataclass(slots=True)
class _Scope:
    """What stands above a line.

    `title` is the locator of the line that is the document's title, where no style says so;
    `base` is the level of the last marked heading and `numbered` how deep its number goes;
    `above` holds the look-alikes since, outermost first: how strong, which level, if numbered.
    """

    usual: _Usual
    title: str = ""
    base: int = 0
    numbered: int = 0
    above: list[tuple[_Strength, int, bool]] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The level of the heading above, 0 for none."""
        return self.above[-1][1] if self.above else self.base

    def inside(self) -> "_Scope":
        """The scope of a cell or box: headings in it end with it."""
        return _Scope(self.usual, base=self.level)

    def meet(self, heading: Heading) -> None:
        """Pass a marked heading."""
        self.base = heading.level
        self.numbered = _number_depth(heading.label or heading.text)
        self.above.clear()

    def place(self, strength: _Strength, number_depth: int) -> int:
        """The level of a look-alike: by its number, else by how strong it looks."""
        if number_depth:
            level = self._outer(strength) + max(1, number_depth - self.numbered)
            self.above = [known for known in self.above if known[1] < level]
        else:
            self.above = [known for known in self.above if known[0] > strength]
            level = self.level + 1
        level = min(level, _DEEPEST)
        self.above.append((strength, level, number_depth > 0))
        return level

    def _outer(self, strength: _Strength) -> int:
        """The level that numbers count from: that of the last line without one, stronger in every way."""
        free = (known for known in self.above if not known[2] and known[0] != strength)
        stronger = (known[1] for known in free if all(map(ge, known[0], strength)))
        return max(stronger, default=self.base)


def infer_headings(story: Story) -> Story:
    """Find the look-alikes of the body; other stories have no headings of their own."""
    if story.kind is not StoryKind.BODY:
        return story
    lines = [line for line in paragraphs(story.blocks) if line.text.strip()]
    usual = _usual(line for line in lines if not isinstance(line, Heading))
    scope = _Scope(usual, title=_title_of(story.blocks, lines, usual))
    return replace(story, blocks=_infer(story.blocks, scope))


def _usual(lines: Iterable[Paragraph]) -> _Usual:
    letters: Counter[tuple[float, bool, bool, bool]] = Counter()
    for line in lines:
        look = line.look
        letters[look.size, look.bold, look.capitals, look.underlined] += len(line.text)
    if not letters:
        return _Usual()
    sizes: Counter[float] = Counter()
    for (size, *_), count in letters.items():
        sizes[size] += count
    half = letters.total() / 2
    return _Usual(
        max(sizes, key=lambda size: (sizes[size], -size)),
        *(sum(count for look, count in letters.items() if look[sign]) > half for sign in (1, 2, 3)),
    )


def _infer(blocks: tuple[Block, ...], scope: _Scope) -> tuple[Block, ...]:
    return as_before(
        blocks, [_inferred(block, place, blocks, scope) for place, block in enumerate(blocks)]
    )


def _inferred(block: Block, place: int, blocks: tuple[Block, ...], scope: _Scope) -> Block:
    match block:
        case Heading():
            scope.meet(block)
        case Table() | TextBox():
            return rebuilt(block, lambda inner: _infer(inner, scope.inside()), stays=_is_head)
        case Paragraph() if _is_candidate(block, scope.usual):
            return _promote(block, _below(blocks, place), scope)
    return block


def _is_head(row: Row) -> bool:
    """Rows of column heads stay as they are; whoever reads tables knows what they are."""
    lines = [line for cell in row.cells for line in paragraphs(cell.blocks) if line.text.strip()]
    return row.header or all(line.look.bold and not isinstance(line, ListItem) for line in lines)


def _is_candidate(line: Paragraph, usual: _Usual) -> bool:
    """Short, no sentence, no list item, and its look stands out."""
    strength = usual.strength(line.look)
    if not any(strength) or isinstance(line, (Heading, ListItem)) or line.contents:
        return False
    text = line.text.strip()
    mark = find_mark(text)
    if (mark is not None and not mark.counts) or _is_only_a_link(line):
        return False
    words = _HAND_NUMBER.sub("", text, count=1)
    return _is_short(words) and _stands_out(words, strength)


def _stands_out(words: str, strength: _Strength) -> bool:
    """Capitals alone must be words and no initials; size alone does not make "such as:" one."""
    size, capitals, bold, underlined = strength
    in_words = sum(map(str.isupper, words)) >= _FEWEST_CAPITALS
    return bold or underlined or (capitals and in_words) or (size > 0 and not words.endswith(":"))


def _is_short(words: str) -> bool:
    first = next(filter(str.isalpha, words), "")
    if not first or first.islower() or len(words.split()) > _MOST_WORDS:
        return False
    return not words.endswith(_ENDINGS) and not _TWO_SENTENCES.search(words)


def _is_only_a_link(line: Paragraph) -> bool:
    words = [span for span in line.spans if span.fate is Fate.VISIBLE and span.text.strip()]
    return all(span.href for span in words)


def _below(blocks: tuple[Block, ...], place: int) -> Block | None:
    """The next block with words or cells in it."""
    for below in range(place + 1, min(place + _FAR, len(blocks))):
        block = blocks[below]
        is_empty = isinstance(block, Paragraph) and not block.text.strip()
        if not is_empty and not isinstance(block, AltText):
            return block
    return None


def _promote(line: Paragraph, below: Block | None, scope: _Scope) -> Paragraph:
    """Make a candidate a heading if something stands under it."""
    strength = scope.usual.strength(line.look)
    depth = _number_depth(line.text.strip())
    if line.locator == scope.title:
        return _heading(line, 0, (*_signs(strength, depth), "the first line"))
    if below is None or isinstance(below, Heading) or _rivals(below, strength, depth, scope.usual):
        return line
    signs = (*_signs(strength, depth), "short", _followed_by(below))
    return _heading(line, scope.place(strength, depth), signs)


def _heading(line: Paragraph, level: int, signs: tuple[str, ...]) -> Heading:
    return Heading(
        locator=line.locator,
        spans=line.spans,
        look=line.look,
        revised=line.revised,
        joined=line.joined,
        anchors=line.anchors,
        level=level,
        inferred=", ".join(signs),
    )


def _rivals(below: Block, strength: _Strength, depth: int, usual: _Usual) -> bool:
    """Whether the next line looks as strong: then the two are lines of one block of words."""
    if depth or not isinstance(below, Paragraph) or not _is_candidate(below, usual):
        return False
    return usual.strength(below.look) >= strength and not _number_depth(below.text.strip())


def _signs(strength: _Strength, depth: int) -> tuple[str, ...]:
    size, capitals, bold, underlined = strength
    signs = (
        (bold, "bold"),
        (size, "larger than the text"),
        (capitals, "in capitals"),
        (underlined, "underlined"),
        (depth, "numbered by hand"),
    )
    return tuple(words for is_so, words in signs if is_so)


def _followed_by(below: Block) -> str:
    match below:
        case ListItem():
            return "followed by a list"
        case Table():
            return "followed by a table"
        case _:
            return "followed by text"


def _number_depth(text: str) -> int:
    match = _HAND_NUMBER.match(text)
    return match[1].count(".") + 1 if match else 0


def _title_of(blocks: tuple[Block, ...], lines: list[Paragraph], usual: _Usual) -> str:
    """The locator of the first line, where it is much larger than the text and all headings."""
    first = next(
        (line for line in blocks if isinstance(line, Paragraph) and line.text.strip()), None
    )
    if first is None or first is not lines[0] or not _is_candidate(first, usual):
        return ""
    others = [line for line in lines[1:] if isinstance(line, Heading) or _is_candidate(line, usual)]
    largest = max((line.look.size for line in others), default=0.0)
    has_title = any(isinstance(line, Heading) and line.level == 0 for line in others)
    is_large = first.look.size >= usual.size * _TITLE_FACTOR and first.look.size > largest
    return first.locator if is_large and not has_title else ""
