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
    """Find the words of each mark in the text, whatever blanks are between its letters."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    solid = "".join(text.split())
    begin = 0
    for mark in marks:
        sought = "".join(mark.words.split())
        at = solid.find(sought, begin)
        if sought and at >= 0:
            begin = at + len(sought)
            yield Stretch(places[at], places[begin - 1] + 1, mark)
