"""One paragraph that holds a list in, the statements it is made of out."""

import re
from collections.abc import Callable, Sequence
from itertools import chain, pairwise

from fingerpost.extracting.marks import has_mark
from fingerpost.extracting.stems import is_open
from fingerpost.extracting.wording import has_words, starts_small, word_count

_LONGEST_LINE = 15
# Marks that nobody writes inside a sentence; boxes are left to who knows what is to be ticked.
_GLUED_MARK = re.compile("(?:^|(?<=\\s))[•‣▪◦●■➢➤❖\uf0a7\uf0b7\uf0d8]\\s*(?=\\S)")
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[^\W\d_])")


def broken_lines(text: str, *, listed: bool) -> tuple[str, ...]:
    """Divide a list made with line breaks, or with marks alone, into its lines; () where there is none.

    The lines start with marks or numbers, or are short after a line that introduces them, or stand
    where a list is expected (`listed`).
    """
    broken = chain.from_iterable(_unglued(line, listed=listed) for line in text.split("\n"))
    lines = [line for line in broken if has_words(line)]
    if any(has_mark(line) for line in lines[1:]):
        return tuple(_by_mark(lines, has_mark))
    if listed and are_counted(lines):
        return tuple(_by_mark(lines, _is_counted))
    if (
        len(lines) > 1
        and (listed or is_open(lines[0]))
        and all(_is_line(line) for line in lines[1:])
    ):
        return tuple(lines)
    return ()


def are_counted(lines: Sequence[str]) -> bool:
    """Say whether lines are numbered by hand, one after the other."""
    numbers = [int(found[1]) for line in lines if (found := _NUMBER.match(line.strip()))]
    return len(numbers) > 1 and all(after == one + 1 for one, after in pairwise(numbers))


def _is_counted(line: str) -> bool:
    return _NUMBER.match(line.strip()) is not None


def _unglued(line: str, *, listed: bool) -> list[str]:
    """Divide a line before each of several marks in it, or numbers; joined, the pieces are the line.

    Where no list is expected, dots may only stand between names.
    """
    starts = [found.start() for found in _GLUED_MARK.finditer(line)]
    if len(starts) > 1 and not listed:
        before = line[: starts[0]]
        starts = starts if not before.strip() or is_open(before) else []
    elif listed and not starts:
        starts = _numbered(line)
    edges = sorted({0, *starts, len(line)}) if len(starts) > 1 else [0, len(line)]
    return [line[start:end] for start, end in pairwise(edges)]


def _numbered(line: str) -> list[int]:
    """Where the numbers 1, 2, 3 … stand in a line that begins with the first."""
    starts: list[int] = []
    for found in _NUMBER.finditer(line):
        if int(found[1]) == len(starts) + 1:
            starts.append(found.start())
    return starts if starts and not line[: starts[0]].strip() else []


def _by_mark(lines: list[str], is_marked: Callable[[str], bool]) -> list[str]:
    """A line without a mark goes on from the marked one above it."""
    parts = [lines[0]]
    for line in lines[1:]:
        if is_marked(line) or not is_marked(parts[-1]):
            parts.append(line)
        else:
            parts[-1] += f"\n{line}"
    return parts


def _is_line(line: str) -> bool:
    return word_count(line) <= _LONGEST_LINE and not starts_small(line)
