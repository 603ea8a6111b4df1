"""What a reader of elements must know: the story it is in, and where in it; locators out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from fingerpost.documents import Block, Fate
from fingerpost.reading import refusal
from fingerpost.reading.chunks import Inserted
from fingerpost.reading.commented import Commented
from fingerpost.reading.fields import Fields
from fingerpost.reading.namespaces import W
from fingerpost.reading.numbering import Counters
from fingerpost.reading.package import Link
from fingerpost.reading.pictures import Surroundings
from fingerpost.reading.stores import Stores
from fingerpost.reading.styles import Styles


@dataclass(slots=True, kw_only=True)
class Stream:
    """What changes while one story is read from its first element to its last.

    `joins` says that the end of the paragraph before is deleted or hidden, so that the next goes on
    from it. `notes` gives the locator of a note or comment by its kind and id; `warnings` are for
    people. `around` is what its drawings may name, `inserted` reads files that were not merged into
    it, `stores` holds the data that its controls may be bound to, `commented` knows which comments
    are about what is being read.
    """

    styles: Styles
    counters: Counters
    box_counters: Counters
    links: dict[str, Link]
    around: Surroundings
    inserted: Inserted
    stores: Stores
    commented: Commented
    notes: dict[tuple[str, str], str]
    fields: Fields
    deepest: int
    depth: int = 0
    joins: bool = False
    warnings: list[str] = field(default_factory=list)

    def begin_comment(self, mark: Element) -> str:
        """Take in where the words of a comment begin; its locator if there is such a comment."""
        comment = mark.get(f"{W}id", "")
        locator = self.notes.get(("comment", comment), "")
        return locator if locator and self.commented.begin(comment, locator) else ""

    def end_comment(self, mark: Element) -> None:
        """Take in where the words of a comment end."""
        self.commented.end(self.notes.get(("comment", mark.get(f"{W}id", "")), ""))

    def descend(self) -> None:
        """Go one element deeper; too deep is refused before Python's own stack runs out."""
        self.depth += 1
        if self.depth > self.deepest:
            raise refusal.too_deep(self.deepest)

    def ascend(self) -> None:
        """Come back up."""
        self.depth -= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A place whose children are counted by kind; wrappers that are looked through share it.

    `bold` is what the table round it makes of letters that say nothing themselves; `prompt` says
    that a content control here still shows what it asks for.
    """

    stream: Stream
    path: str
    fate: Fate = Fate.VISIBLE
    revised: bool = False
    contents: bool = False
    bold: bool = False
    prompt: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def step(self, kind: str) -> str:
        """The locator of the next child of a kind."""
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{self.path}/{kind}[{count}]"


ReadBlocks = Callable[[Iterable[Element], Scope], list[Block]]
