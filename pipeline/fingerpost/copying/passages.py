"""The copy of a document and the places of statements in, the few blocks round each out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html
from lxml.etree import _Element as Element

from fingerpost.copying.elements import BLOCKS, HEADINGS, OF_A_PASSAGE

AROUND = 3
"""Blocks that are shown before and after a statement."""

_IN_A_CELL = 2
"""Blocks that are shown of every other cell of its row, and of the table's first row."""

_PLAIN = "words"
"""What an element becomes that is not to be seen; only its words stay."""
_ATTRIBUTES = ("data-label", "colspan", "rowspan")
_CLASSES = frozenset(
    [
        "list",
        "beside",
        "box",
        "contents",
        "centred",
        "gone",
        "unseen",
        "prompt",
        "small-caps",
        "all-caps",
        "gap",
        "note",
    ]
)

Place = tuple[str, int]
"""Where a statement stands: the locator of its paragraph, and which part of it, from 1, or 0."""


def passages(page: str, places: Iterable[Place]) -> dict[Place, str]:
    """Return, for each place that is in the copy, its surroundings as markup that is safe by itself.

    Headings become paragraphs and links plain words, nothing has an id, and only the words of the
    one statement are marked.
    """
    sheet = _Sheet(html.document_fromstring(page))
    found = ((place, sheet.passage(place)) for place in places)
    return {place: passage for place, passage in found if passage}


@dataclass(frozen=True)
class _Sheet:
    """A copy, parsed."""

    root: Element

    @cached_property
    def blocks(self) -> list[Element]:
        """All paragraphs and headings of the document, in order."""
        return [one for one in self._article.iter() if one.tag in BLOCKS]

    @cached_property
    def _article(self) -> Element:
        return next(self.root.iter("article"))

    @cached_property
    def _numbers(self) -> Mapping[Element, int]:
        return {block: number for number, block in enumerate(self.blocks)}

    @cached_property
    def _marked(self) -> Mapping[Place, list[Element]]:
        """The blocks that hold the words of each statement."""
        found: dict[Place, list[Element]] = {}
        for mark in self._article.iter("mark"):
            block = next((a for a in mark.iterancestors() if a.tag in BLOCKS), None)
            if block is not None:
                found.setdefault(_place_of(mark), []).append(block)
        return found

    def passage(self, place: Place) -> str:
        """Return the blocks round a statement; nothing where its words are not marked."""
        marked = self._marked.get(place) or self._marked.get((place[0], 0))
        if not marked:
            return ""
        chosen = set(self._near(marked))
        above = {a for block in chosen for a in block.iterancestors()}
        cutting = _Cutting(place, frozenset(chosen), frozenset(above))
        whole = cutting.fill(etree.Element("div"), self._article)
        etree.strip_tags(whole, _PLAIN)
        return "".join(etree.tostring(one, encoding="unicode", method="html") for one in whole)

    def _near(self, marked: list[Element]) -> Iterator[Element]:
        yield from marked
        first, last = self._numbers[marked[0]], self._numbers[marked[-1]]
        cell, row = _within(marked[0], "td"), _within(marked[0], "tr")
        begin = max(first - AROUND, 0)
        yield from (b for b in self.blocks[begin : last + AROUND + 1] if _within(b, "td") is cell)
        if row is not None:
            yield from _row_and_heads(row)
        heading = next((b for b in self.blocks[first::-1] if b.tag in HEADINGS), None)
        if heading is not None:
            yield heading


def _row_and_heads(row: Element) -> Iterator[Element]:
    """Yield the beginnings of the cells beside, and of the first row of the table."""
    table = _within(row, "tbody")
    heads = next(iter(table)) if table is not None else row
    for line in (heads, row):
        for cell in line:
            yield from [one for one in cell.iter() if one.tag in BLOCKS][:_IN_A_CELL]


def _within(block: Element, tag: str) -> Element | None:
    return next(block.iterancestors(tag), None)


def _place_of(mark: Element) -> Place:
    return mark.get("data-place", ""), int(mark.get("data-part", "0"))


@dataclass(frozen=True, slots=True)
class _Cutting:
    """What is cut out: the chosen blocks, and what they stand in."""

    place: Place
    chosen: frozenset[Element]
    above: frozenset[Element]

    def fill(self, made: Element, parent: Element) -> Element:
        """Put into an element what is kept of another's; a gap there shows as three dots."""
        dropped = False
        for child in parent:
            if child in self.chosen or child in self.above:
                if dropped and len(made) and parent.tag == "article":
                    made.append(_dots())
                made.append(self._kept(child))
                dropped = False
            elif child.tag == "td":
                made.append(_bare(child))
            else:
                dropped = True
        return made

    def _kept(self, element: Element) -> Element:
        if element in self.chosen:
            return self._copied(element)
        return self.fill(_bare(element), element)

    def _copied(self, element: Element) -> Element:
        """Copy a block with its letters; a mark of another statement, and a link, is plain words."""
        made = _bare(element, marked=_place_of(element) in (self.place, (self.place[0], 0)))
        made.text = element.text
        for child in element:
            copied = self._copied(child)
            copied.tail = child.tail
            made.append(copied)
        return made


def _dots() -> Element:
    made = etree.Element("p")
    made.set("class", "cut")
    made.text = "…"
    return made


def _bare(element: Element, *, marked: bool = False) -> Element:
    """Make an element of the same kind, with nothing on it but what is known to be harmless."""
    tag = str(element.tag)
    if tag in HEADINGS:
        name, classes = "p", ["head"]
    else:
        name = tag if tag in OF_A_PASSAGE and (tag != "mark" or marked) else _PLAIN
        classes = [one for one in element.get("class", "").split() if one in _CLASSES]
    made = etree.Element(name)
    if classes:
        made.set("class", " ".join(classes))
    for attribute in _ATTRIBUTES:
        if element.get(attribute):
            made.set(attribute, element.get(attribute, ""))
    return made
