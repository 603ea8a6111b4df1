"""The part that ties comments together in, and the marks round what they are about; both settled out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.namespaces import W14, W
from fingerpost.reading.package import Package, Part

_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ON: Final = frozenset({"1", "true", "on"})
_END: Final = f"{W}commentRangeEnd"
_ID: Final = f"{W}id"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands among others: what it answers, and whether its thread is closed."""

    parent: str = ""
    resolved: bool = False


@dataclass(slots=True)
class Commented:
    """The comments whose words are being read; `ends` are the ids of those that end somewhere."""

    ends: frozenset[str] = frozenset()
    open: dict[str, None] = field(default_factory=dict)

    def begin(self, comment: str, locator: str) -> bool:
        """Take in the beginning of a comment's words, if they end somewhere."""
        is_new = comment in self.ends and locator not in self.open
        if is_new:
            self.open[locator] = None
        return is_new

    def end(self, locator: str) -> None:
        """Take in their end."""
        self.open.pop(locator, None)


def comment_ends(root: Element) -> frozenset[str]:
    """The ids of all comments whose words end below an element."""
    return frozenset(mark.get(_ID, "") for mark in root.iter(_END))


def read_threads(package: Package, main: Part, comments: Mapping[str, Element]) -> dict[str, Place]:
    """The places of comments, by locator; a document that does not tie them together has none.

    A comment is known there by the id of its last paragraph.
    """
    root = _extended(package, main) if comments else None
    if root is None:
        return {}
    owners = {
        paragraph.get(f"{W14}paraId", ""): locator
        for locator, comment in comments.items()
        for paragraph in comment.iter(f"{W}p")
    }
    owners.pop("", None)
    return {
        owners[entry.get(f"{_W15}paraId", "")]: Place(
            owners.get(entry.get(f"{_W15}paraIdParent", ""), ""),
            entry.get(f"{_W15}done", "0") in _ON,
        )
        for entry in root.iter(f"{_W15}commentEx")
        if entry.get(f"{_W15}paraId", "") in owners
    }


def _extended(package: Package, main: Part) -> Element | None:
    """Damage there costs threads and no words."""
    for name in main.targets("commentsExtended"):
        try:
            part = package.part(name)
        except DocumentRefused as fault:
            if fault.code == refusal.UNSAFE:
                raise
            return None
        return None if part is None else part.root
    return None
