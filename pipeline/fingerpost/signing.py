"""What is accepted in, marks by which a later change shows out, and what a sign-off is worth by then."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.tables import JOINER, clean

RELEASE_KEY = "release"
"""What a line of the log is about by which somebody signs off."""

_SIGNS = 6
_MOST = 20_000
"""Of more statements than this a sign-off keeps the digest alone, so that its line stays short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff:
    """Who signed off what was accepted, on which day (ISO 8601), and what that was.

    `digest` is that of all marks; `marks` has one a statement, and is empty where there were too
    many to keep.
    """

    by: str
    on: str = ""
    digest: str = ""
    marks: frozenset[str] = frozenset()

    def told(self, accepted: Iterable[str]) -> str:
        """Say what it is worth for what is accepted now, by its marks."""
        now = tuple(accepted)
        if self.covers(now):
            return f"Signed off by {self.by}{_on(self.on)}."
        new = sum(mark not in self.marks for mark in now) if self.marks else 0
        changes = f"{new} change{'' if new == 1 else 's'}" if new else "later changes"
        return f"Signed off by {self.by}{_on(self.on)} before {changes} of accepted statements."

    def covers(self, accepted: Iterable[str]) -> bool:
        """Whether it was given for all that is accepted now; what is accepted no more needs none."""
        now = tuple(accepted)
        return digest_of(now) == self.digest or (bool(self.marks) and self.marks.issuperset(now))


def mark(item: str, text: str, labels: Iterable[Iterable[str]]) -> str:
    """Return the mark of one accepted statement, which changes with its words or its labels."""
    said = (item, clean(text), *(JOINER.join(kind) for kind in labels))
    return b32encode(hashlib.sha256("\n".join(said).encode()).digest()).decode().lower()[:_SIGNS]


def digest_of(marks: Iterable[str]) -> str:
    """Return the digest of all that is accepted, whatever its order; "" where nothing is."""
    ordered = sorted(marks)
    return hashlib.sha256("\n".join(ordered).encode()).hexdigest()[:16] if ordered else ""


def to_text(marks: Iterable[str]) -> str:
    """Return the marks as the log keeps them."""
    ordered = sorted(marks)
    return JOINER.join(ordered) if len(ordered) <= _MOST else ""


def from_text(text: str) -> frozenset[str]:
    """Read the marks back."""
    return frozenset(filter(None, text.split(JOINER)))


def _on(day: str) -> str:
    return f" on {day.partition('T')[0]}" if day else ""
