"""Blocks of one flow of text in, what follows each of them out."""

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.documents import AltText, Block, Heading, ListItem, Paragraph, Table, TextBox
from fingerpost.extracting.marks import has_mark
from fingerpost.extracting.wording import has_words, word_count

_LONGEST_LINE = 20


@dataclass(frozen=True, slots=True)
class Near:
    """What stands around a block.

    `following` is the next block with words, pictures and boxes left out; `brief` counts the short
    unmarked paragraphs that come next; `alone` says that its section has neither list nor table
    nor headings of its own.
    """

    following: Block | None = None
    brief: int = 0
    alone: bool = True

    @property
    def leads_to_list(self) -> bool:
        """Whether what comes next could be introduced."""
        marked = isinstance(self.following, Paragraph) and has_mark(self.following.text)
        return marked or isinstance(self.following, ListItem) or self.brief > 1


def surroundings(blocks: tuple[Block, ...]) -> tuple[Near, ...]:
    """Look around each block, in one pass from the end."""
    listed = _listed(blocks)
    found: list[Near] = []
    following: Block | None = None
    brief = 0
    for block, alone in zip(reversed(blocks), reversed(listed), strict=True):
        found.append(Near(following, brief, not alone))
        if not _is_aside(block):
            following, brief = block, brief + 1 if _is_brief(block) else 0
    return tuple(reversed(found))


def _listed(blocks: Iterable[Block]) -> list[bool]:
    """For each block, whether its section holds a list or a table, or is divided further."""
    listed: list[bool] = []
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            listed.extend([_holds_list(section) or _divides(block, section)] * len(section))
            section = []
        section.append(block)
    return listed + [_holds_list(section)] * len(section)


def _holds_list(section: list[Block]) -> bool:
    return any(isinstance(block, ListItem | Table) for block in section)


def _divides(heading: Heading, section: list[Block]) -> bool:
    return bool(section) and isinstance(section[0], Heading) and heading.level > section[0].level


def _is_aside(block: Block) -> bool:
    match block:
        case TextBox() | AltText():
            return True
        case Paragraph():
            return not has_words(block.text)
        case _:
            return False


def _is_brief(block: Block) -> bool:
    if isinstance(block, Heading | ListItem) or not isinstance(block, Paragraph):
        return False
    return word_count(block.text) <= _LONGEST_LINE
