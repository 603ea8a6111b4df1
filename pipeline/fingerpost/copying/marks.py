"""The account of a document in, the words that became statements, by paragraph, out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.strategies import Extraction, LedgerRow


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one paragraph that became a statement.

    `place` and `part` are those of the statement, which may begin in a paragraph before.
    """

    words: str
    place: str
    part: int = 0


Marks = Mapping[str, tuple[Mark, ...]]
"""Marks by the locator of the paragraph that holds the words, in order."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a mark stands in a text."""

    start: int
    end: int
    mark: Mark


def marks_of(extraction: Extraction) -> dict[str, tuple[Mark, ...]]:
    """Find the words of every statement in the account of a document."""
    found: dict[str, list[Mark]] = {}
    for row in extraction.ledger:
        for mark in _marks(row, extraction):
            found.setdefault(row.locator, []).append(mark)
    return {locator: tuple(marks) for locator, marks in found.items()}


def _marks(row: LedgerRow, extraction: Extraction) -> Iterator[Mark]:
    """Take the words of a row for its statement; where it became several, those of each."""
    indices = [int(index) for index in row.item.split("|") if index]
    for index in indices:
        strategy = extraction.strategies[index]
        words = row.text if len(indices) == 1 else strategy.source_text
        yield Mark(words=words, place=strategy.locator, part=strategy.part)


def find_stretches(text: str, marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Find the words of each mark in the text, one after the other, whatever blanks are in them."""
    begin = 0
    for mark in marks:
        at = text.find(mark.words, begin) if mark.words else -1
        found = (at, at + len(mark.words)) if at >= 0 else _find_solid(text, mark.words, begin)
        if found:
            yield Stretch(*found, mark)
            begin = found[1]


def _find_solid(text: str, words: str, begin: int) -> tuple[int, int] | None:
    """Find words without regard to blanks."""
    places = [n for n, letter in enumerate(text[begin:], begin) if not letter.isspace()]
    sought = "".join(words.split())
    at = "".join(text[begin:].split()).find(sought) if sought else -1
    return (places[at], places[at + len(sought) - 1] + 1) if at >= 0 else None
