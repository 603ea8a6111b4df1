"""The bytes of a Word file in, its structure out: items, headings, links, paragraphs by place.

What converters are scored against: all of it is visible text, in the order of the document, the
headers, footers, notes and comments after the body.
"""

from dataclasses import dataclass
from typing import NamedTuple

from tests.oracle.words import Paragraph, Reading, read, words


class ListItem(NamedTuple):
    """A paragraph with `numPr` of its own or by its style, that is no heading.

    `level` is the level the file states, from 0; `ordered` says that it counts; `place` is as in
    `Passage`.
    """

    text: str
    level: int
    ordered: bool
    place: str


class Heading(NamedTuple):
    """A paragraph with an outline level from 1 to 9, of its own, by its style or its style's name."""

    text: str
    level: int
    place: str


class Link(NamedTuple):
    """An address with its place (`#…`), and the visible text that carries it."""

    url: str
    text: str


class Passage(NamedTuple):
    """One paragraph with visible words.

    `place` is `body`, `table`, `nested table` or `text box` in the body; elsewhere the story:
    `header`, `footer`, `footnote`, `endnote`, `comment`.
    `traits` name what its text came through: `inserted`, `moved`, `control`, `wrapped`,
    `simple field`, `link`, `no-break hyphen`, `symbol`, `equation`.
    """

    text: str
    place: str
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Structure:
    """What a file holds, in document order."""

    list_items: tuple[ListItem, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    passages: tuple[Passage, ...]

    def of_place(self, *places: str) -> tuple[Passage, ...]:
        """Return the paragraphs of some places."""
        return tuple(passage for passage in self.passages if passage.place in places)


def structure(data: bytes) -> Structure:
    """Read a Word file; one that has no words to be had raises UnreadableError."""
    return structure_of(read(data))


def structure_of(reading: Reading) -> Structure:
    """Tell the structure of a file that the oracle has read."""
    shown = tuple(each for each in reading.paragraphs if words(each.visible))
    return Structure(
        tuple(
            ListItem(each.visible, each.list_level, each.ordered, place(each))
            for each in shown
            if each.list_level is not None
        ),
        tuple(
            Heading(each.visible, each.heading_level, place(each))
            for each in shown
            if each.heading_level
        ),
        tuple(Link(url, text) for url, text in reading.links),
        tuple(Passage(each.visible, place(each), each.traits) for each in shown),
    )


def place(paragraph: Paragraph) -> str:
    """Say where a paragraph stands: in a story of its own, else where in the body."""
    return paragraph.story if paragraph.story != "body" else paragraph.place or "body"
