"""A document as the product read it and as the oracle did in, where their structure differs out.

Compared one by one, in order: the paragraphs of each kind of story, which of them are headings and
list items and at which level; and the addresses that are linked.
"""

from collections.abc import Iterable, Iterator

from fingerpost.documents import Document, Fate, Heading, ListItem, Paragraph, paragraphs

from tests.oracle import words as oracle
from tests.oracle.words import STORIES, Reading, words

_SHOWN = 60
_Shape = tuple[str, int, bool | None] | None


def misshapen(document: Document, reading: Reading) -> Iterator[str]:
    """Name the places where a person would find another structure than the oracle does."""
    for kind in STORIES:
        ours = [
            line
            for story in document.stories
            if story.kind.value == kind
            for line in paragraphs(story.blocks)
            if words(line.text)
        ]
        theirs = [each for each in reading.paragraphs if each.story == kind and words(each.visible)]
        yield from _compared(kind, ours, theirs)
    yield from _by_links(document, reading)


def _compared(kind: str, ours: list[Paragraph], theirs: list[oracle.Paragraph]) -> Iterator[str]:
    if len(ours) != len(theirs):
        yield f"{kind}: {len(ours)} paragraphs, not {len(theirs)}"
    for line, other in zip(ours, theirs, strict=False):
        if words(line.text) != words(other.visible):
            yield f"{line.locator}: {line.text[:_SHOWN]!r}, not {other.visible[:_SHOWN]!r}"
            return
        told, expected = _told(line), _expected(other, line)
        if told != expected and not _is_set_apart(line):
            yield f"{line.locator}: {told}, not {expected}: {line.text[:_SHOWN]!r}"


def _told(line: Paragraph) -> _Shape:
    """What the product found in the file itself; what it inferred from looks does not count."""
    if isinstance(line, Heading) and not line.inferred:
        return "heading", line.level, None
    if isinstance(line, ListItem) and not line.typed:
        return "item", line.level if line.stored is None else line.stored, line.ordered
    return None


def _expected(other: oracle.Paragraph, line: Paragraph) -> _Shape:
    if other.heading_level:
        return "heading", other.heading_level, None
    if other.list_level is None:
        return None
    # A list or level that the file does not define counts nothing that could be known.
    if isinstance(line, ListItem) and not line.label:
        return "item", other.list_level, line.ordered
    return "item", other.list_level, other.ordered


def _is_set_apart(line: Paragraph) -> bool:
    """Lines of a contents list, and titles, are what they are whatever else the file calls them."""
    return line.contents or (isinstance(line, Heading) and line.level == 0)


def _by_links(document: Document, reading: Reading) -> Iterator[str]:
    lines = (line for story in document.stories for line in paragraphs(story.blocks))
    ours = set(_addresses(lines))
    theirs = {url for url, text in reading.links if not url.startswith("#") and words(text)}
    for side, urls in (("missing", theirs - ours), ("too many", ours - theirs)):
        if urls:
            yield f"links {side}: {' '.join(sorted(urls)[:5])}"


def _addresses(lines: Iterable[Paragraph]) -> Iterator[str]:
    """The addresses that visible words carry, however many spans those are."""
    for line in lines:
        carried: dict[str, str] = {}
        for span in line.spans:
            if span.fate is Fate.VISIBLE and span.href:
                carried[span.href] = carried.get(span.href, "") + span.text
        yield from (url for url, text in carried.items() if words(text))
