"""An opened package in; its stories, each with the elements it was read from, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import Story, StoryKind
from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.body import read_blocks
from fingerpost.reading.chunks import Inserted
from fingerpost.reading.commented import Commented, Place, comment_ends, read_threads
from fingerpost.reading.fields import FIELD_MARK, Fields, unmatched_marks
from fingerpost.reading.limits import Limits
from fingerpost.reading.namespaces import R, W
from fingerpost.reading.numbering import Counters, Numbering, read_numbering
from fingerpost.reading.package import Package, Part
from fingerpost.reading.pictures import Surroundings
from fingerpost.reading.rarities import REFERENCES, Rarities, find_rarities
from fingerpost.reading.scope import Scope, Stream
from fingerpost.reading.stores import Stores
from fingerpost.reading.styles import Styles, read_styles

_NOTES: Final = (
    (StoryKind.FOOTNOTE, "footnotes"),
    (StoryKind.ENDNOTE, "endnotes"),
    (StoryKind.COMMENT, "comments"),
)
_MARGINS: Final = (StoryKind.HEADER, StoryKind.FOOTER)
_ALONE: Final = Place()
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story stands in the package."""

    kind: StoryKind
    locator: str
    root: Element
    part: Part
    rarities: Rarities


@dataclass(slots=True, kw_only=True)
class Stories:
    """The stories of a document and what they share."""

    sources: tuple[Source, ...]
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], str]
    package: Package
    inserted: Inserted
    stores: Stores
    threads: dict[str, Place]
    has_comments: bool
    deepest: int

    def read(self) -> tuple[Story, ...]:
        """Read every story from its first element to its last."""
        return tuple(map(self._read, self.sources))

    def _read(self, source: Source) -> Story:
        scope = Scope(stream=self._stream(source), path=source.locator)
        blocks = read_blocks(source.root, scope)
        place = self.threads.get(source.locator, _ALONE)
        return Story(
            kind=source.kind,
            locator=source.locator,
            blocks=tuple(blocks),
            parent=place.parent,
            resolved=place.resolved,
        )

    def _stream(self, source: Source) -> Stream:
        links = source.part.links
        return Stream(
            styles=self.styles,
            counters=Counters(self.numbering),
            box_counters=Counters(self.numbering),
            links=links,
            around=Surroundings(links, self.package, self.inserted),
            inserted=self.inserted,
            stores=self.stores,
            commented=self._commented(source.root),
            notes=self.notes,
            fields=Fields(unmatched_marks(source.rarities.get(FIELD_MARK, ()))),
            deepest=self.deepest,
            warnings=self.package.warnings,
        )

    def _commented(self, root: Element) -> Commented:
        return Commented(comment_ends(root) if self.has_comments else frozenset())


def find_stories(package: Package, main: Part, inserted: Inserted, limits: Limits) -> Stories:
    """Find the body, the notes, the comments, the headers and the footers, in that order."""
    styles = read_styles(_shared(package, main, "styles"))
    numbering = read_numbering(_shared(package, main, "numbering"), styles)
    # The root holds all bodies in one story; a sound document has exactly one.
    body = _source(StoryKind.BODY, "body", main.root, main)
    sources = (body, *_notes(package, main), *_margins(package, body))
    notes = {
        (source.kind.value, source.root.get(f"{W}id", "")): source.locator for source in sources
    }
    comments = {s.locator: s.root for s in sources if s.kind is StoryKind.COMMENT}
    return Stories(
        sources=sources,
        styles=styles,
        numbering=numbering,
        notes=notes,
        package=package,
        inserted=inserted,
        stores=Stores(package),
        threads=read_threads(package, main, comments),
        has_comments=bool(comments),
        deepest=limits.depth,
    )


def _shared(package: Package, main: Part, kind: str) -> Element | None:
    """The styles or the numbering; the words can be read without them."""
    try:
        part = next(filter(None, map(package.part, main.targets(kind))), None)
    except DocumentRefused as fault:
        if fault.code == refusal.UNSAFE:
            raise
        package.warnings.append(f"{fault.reason} Headings, lists or hidden text may be missed.")
        return None
    return None if part is None else part.root


def _source(kind: StoryKind, locator: str, root: Element, part: Part) -> Source:
    return Source(kind, locator, root, part, find_rarities(root))


def _notes(package: Package, main: Part) -> Iterator[Source]:
    for kind, relationship in _NOTES:
        part = next(filter(None, map(package.part, main.targets(relationship))), None)
        if part is not None:
            yield from _numbered(kind, part, _countable(part.root, kind))


def _countable(root: Element, kind: StoryKind) -> Iterable[Element]:
    return (
        node for node in root.findall(W + kind.value) if node.get(f"{W}type", "") not in _SEPARATORS
    )


def _numbered(kind: StoryKind, part: Part, roots: Iterable[Element]) -> Iterator[Source]:
    for place, root in enumerate(roots, start=1):
        yield _source(kind, f"{kind.value}[{place}]", root, part)


def _margins(package: Package, body: Source) -> Iterator[Source]:
    for kind in _MARGINS:
        parts = (package.part(name) for name in _referenced(body, REFERENCES[kind]))
        for place, part in enumerate(filter(None, parts), start=1):
            yield _source(kind, f"{kind.value}[{place}]", part.root, part)


def _referenced(body: Source, reference: str) -> Iterable[str]:
    """The parts that the sections name, each once, in the order of first mention."""
    ids = (node.get(f"{R}id", "") for node in body.rarities.get(reference, ()))
    links = (body.part.links.get(link_id) for link_id in ids)
    return dict.fromkeys(link.target for link in links if link is not None and not link.external)
