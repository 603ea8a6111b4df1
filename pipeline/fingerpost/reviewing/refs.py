"""Items, headings and groups in, the short keys by which a returned row finds them again out."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fingerpost.directory import Item, Status
from fingerpost.meanings import heading_key
from fingerpost.outcome import Outcome

SHOWN = 8
"""Characters of a digest that a key carries."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A row's key: what it is about, and the first characters of the digest of what was shown."""

    id: str
    digest: str = ""

    def __str__(self) -> str:
        """Return it as it stands in a cell."""
        return f"{self.id} {self.digest}".strip()

    @property
    def is_heading(self) -> bool:
        """Whether it stands for a question about a heading."""
        return self.id.startswith("h-")

    @property
    def is_group(self) -> bool:
        """Whether it stands for all settled statements under one heading path."""
        return self.id.startswith("p-")


def parse_ref(text: str) -> Ref:
    """Read a key as it stands in a cell, whatever the spaces round it."""
    head, _, tail = " ".join(text.split()).partition(" ")
    return Ref(head, tail)


def item_ref(item: Item) -> Ref:
    """Return the key of a statement; it changes when the words in Word do."""
    return Ref(item.id, item.classified.strategy.digest[:SHOWN])


def heading_ref(key: str) -> Ref:
    """Return the key of the question about a heading."""
    return Ref(f"h-{_short(key)}")


def group_ref(heading_path: str, items: Iterable[Item]) -> Ref:
    """Return the key of the settled statements under a heading; it changes when one of them does."""
    members = "\n".join(sorted(str(item_ref(item)) for item in items))
    return Ref(f"p-{_short(heading_path)}", _hash(members).hex()[:SHOWN])


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All that a returned row may be about: items by id, heading keys and group paths by key."""

    council: str = ""
    items: Mapping[str, Item] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def now(self, ref: Ref) -> Ref | None:
        """Return the key that stands today for what a key stood for, if it is still there."""
        if ref.id in self.items:
            return item_ref(self.items[ref.id])
        if ref.id in self.groups:
            return Ref(ref.id, self.groups[ref.id][1])
        return Ref(ref.id) if ref.id in self.headings else None


def index(outcome: Outcome) -> Index:
    """Return everything the documents hold now that an answer may be about.

    A group leads to its heading path and the digest of its present members.
    """
    named = (name for item in outcome.items for name in item.classified.strategy.context)
    heads = (head.text for extraction in outcome.extractions for head in extraction.heads)
    keys = set(map(heading_key, (*heads, *named)))
    groups = ((path, group_ref(path, items)) for path, items in by_path(outcome.items).items())
    return Index(
        council=outcome.rulebook.council.id,
        items={item.id: item for item in outcome.items},
        headings={heading_ref(key).id: key for key in sorted(keys)},
        groups={ref.id: (path, ref.digest) for path, ref in groups},
    )


def by_path(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Group the items that were settled without a person by heading path, in order."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.status is Status.ACCEPTED:
            groups.setdefault(item.classified.strategy.heading_path, []).append(item)
    return groups


def _short(text: str) -> str:
    return b32encode(_hash(text)).decode().lower()[:12]


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
