"""A document's blocks in, the places whose words nobody sees in Word, though nothing hides them, out."""

from collections.abc import Iterator

from fingerpost.documents import Block, Paragraph, Table

_WHITE = "ffffff"
_TINY = 2.0
"""Points; the smallest size at which anybody sets words to be read is twice that."""


def faint_lines(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Return the locators of paragraphs in white on nothing that is coloured, or in tiny letters.

    What fills a text box is not known, so that white words in one are taken to be seen.
    """
    return frozenset(_faint(blocks, ""))


def _faint(blocks: tuple[Block, ...], behind: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _faint(cell.blocks, cell.fill or behind)
            case Paragraph(look=look):
                white = look.colour.casefold() == _WHITE
                if (white and _is_white(look.fill or behind)) or 0 < look.size <= _TINY:
                    yield block.locator
            case _:
                pass


def _is_white(fill: str) -> bool:
    return fill.casefold() in {"", "auto", _WHITE}
