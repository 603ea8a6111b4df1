"""A document's blocks in, for each coloured paragraph the heading whose colour it has out.

Some councils give each area of need a colour. It is a hint and no more: only colours count that
stand on the names of at least two areas, and each on those of one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fingerpost.documents import Block, Paragraph, Table, TextBox
from fingerpost.extracting.cells import patch_of
from fingerpost.extracting.wording import head_words, word_count
from fingerpost.meanings import LONGEST_HEADING, Meanings
from fingerpost.strategies import HeadKind

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Coloured:
    """A paragraph with its colours, its own letters' first, the cell's last."""

    paragraph: Paragraph
    colours: tuple[str, ...]


def colour_hints(blocks: tuple[Block, ...], meanings: Meanings) -> dict[str, str]:
    """Return by locator the words of the area that a paragraph's colour stands for."""
    coloured = [one for one in _coloured(blocks) if one.colours]
    legend = _legend(coloured, meanings)
    hints = ((one.paragraph.locator, _known(one.colours, legend)) for one in coloured)
    return {locator: words for locator, words in hints if words}


def _known(colours: tuple[str, ...], legend: dict[str, str]) -> str:
    return next((legend[colour] for colour in colours if colour in legend), "")


def _legend(coloured: Iterable[_Coloured], meanings: Meanings) -> dict[str, str]:
    """What each colour stands for; a colour of several areas, or the only one, stands for none."""
    areas: dict[str, set[str]] = {}
    words: dict[str, str] = {}
    for one in coloured:
        text = head_words(one.paragraph.text)
        area = _area(text, meanings)
        for colour in one.colours if area else ():
            areas.setdefault(colour, set()).add(area)
            words.setdefault(colour, text)
    alone = {colour: named for colour, named in areas.items() if len(named) == 1}
    if len(set().union(*alone.values())) < _FEWEST:
        return {}
    return {colour: words[colour] for colour in alone}


def _area(text: str, meanings: Meanings) -> str:
    """The area that a line names and nothing else besides; a need is followed by its area."""
    if word_count(text) > LONGEST_HEADING:
        return ""
    meaning = meanings.of(text, HeadKind.HEADING)
    return meaning.concepts[-1] if meaning and meaning.whole and meaning.concepts else ""


def _coloured(blocks: tuple[Block, ...], behind: str = "") -> Iterator[_Coloured]:
    for block in blocks:
        match block:
            case Table(rows=rows):
                for row in rows:
                    patch = patch_of(row)
                    for cell in row.cells:
                        yield from _coloured(cell.blocks, cell.fill or patch or behind)
            case TextBox(blocks=inner):
                yield from _coloured(inner)
            case Paragraph(look=look):
                shown = filter(None, (look.colour, look.fill, behind))
                yield _Coloured(block, tuple(filter(_tells, map(str.casefold, shown))))
            case _:
                pass


def _tells(colour: str) -> bool:
    """Black, white and the greys between them say nothing."""
    return len({colour[:2], colour[2:4], colour[4:]}) > 1 and colour != "auto"
