"""What a table of readers' reports says, as values: rows by heading, before anybody held them against anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.neutral import steady


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """One row: its place for people ("row 14"), and its cells by heading, empty ones too."""

    place: str
    cells: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, place: str, heads: Sequence[str], texts: Sequence[str]) -> "ReaderRow":
        """Pair cells with headings; a cell beyond the last heading has none."""
        named = [*heads, *("" for _ in texts[len(heads) :])]
        told = [*texts, *("" for _ in named[len(texts) :])]
        return cls(place, tuple(zip(named, map(_on_one_line, told), strict=True)))


@dataclass(frozen=True, slots=True)
class ReaderTable:
    """The rows of a file of readers' reports that hold anything."""

    rows: tuple[ReaderRow, ...]


def _on_one_line(text: str) -> str:
    return " ".join(steady(text).split())
