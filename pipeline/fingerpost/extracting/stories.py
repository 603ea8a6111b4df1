"""Text beside the body in (headers, footers, notes, comments), its rows out."""

from collections.abc import Iterable, Iterator

from fingerpost.documents import (
    AltText,
    Block,
    Document,
    Paragraph,
    Story,
    StoryKind,
    Table,
    TextBox,
    paragraphs,
)
from fingerpost.extracting.account import Account, Verdict, kind_of
from fingerpost.extracting.wording import one_line
from fingerpost.strategies import Kind, Role

_BESIDE = {
    StoryKind.HEADER: (Kind.HEADER, Role.BOILERPLATE),
    StoryKind.FOOTER: (Kind.FOOTER, Role.BOILERPLATE),
    StoryKind.FOOTNOTE: (Kind.FOOTNOTE, Role.NOTE),
    StoryKind.ENDNOTE: (Kind.ENDNOTE, Role.NOTE),
    StoryKind.COMMENT: (Kind.COMMENT, Role.NOTE),
}


def take_beside(account: Account, story: Story) -> None:
    """Account for a story that holds no statements."""
    kind, role = _BESIDE[story.kind]
    for leaf in leaves(story.blocks):
        if isinstance(leaf, AltText):
            account.describe(leaf)
        else:
            account.enter(leaf, kind, Verdict(role))


def enter_blocks(account: Account, blocks: Iterable[Block], verdict: Verdict) -> None:
    """Account for all that some blocks of a table hold in one role."""
    for leaf in leaves(tuple(blocks)):
        if isinstance(leaf, AltText):
            account.describe(leaf)
        else:
            account.enter(leaf, kind_of(leaf, in_cell=True), verdict)


def leaves(blocks: tuple[Block, ...]) -> Iterator[Paragraph | AltText]:
    """Walk blocks in document order, into tables and boxes, and yield paragraphs and pictures."""
    for block in blocks:
        match block:
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from leaves(cell.blocks)
            case TextBox(blocks=inner):
                yield from leaves(inner)
            case _:
                yield block


def comments_of(document: Document) -> dict[str, str]:
    """Return the words of each comment by the root of its story."""
    told = (story for story in document.stories if story.kind is StoryKind.COMMENT)
    return {s.locator: one_line(" ".join(p.text for p in paragraphs(s.blocks))) for s in told}
