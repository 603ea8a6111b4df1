"""One paragraph with line breaks in, the statements it is made of out."""

from fingerpost.extracting.marks import has_mark
from fingerpost.extracting.stems import is_open
from fingerpost.extracting.wording import has_words, starts_small, word_count

_LONGEST_LINE = 15


def broken_lines(text: str, *, listed: bool) -> tuple[str, ...]:
    """Divide a list made with line breaks into its lines; () where the breaks are only for looks.

    The lines start with marks, or are short after a line that introduces them, or stand where a
    list is expected (`listed`).
    """
    lines = [line for line in text.split("\n") if has_words(line)]
    if any(has_mark(line) for line in lines[1:]):
        return tuple(_by_mark(lines))
    if (
        len(lines) > 1
        and (listed or is_open(lines[0]))
        and all(_is_line(line) for line in lines[1:])
    ):
        return tuple(lines)
    return ()


def _by_mark(lines: list[str]) -> list[str]:
    """A line without a mark goes on from the marked one above it."""
    parts = [lines[0]]
    for line in lines[1:]:
        if has_mark(line) or not has_mark(parts[-1]):
            parts.append(line)
        else:
            parts[-1] += f"\n{line}"
    return parts


def _is_line(line: str) -> bool:
    return word_count(line) <= _LONGEST_LINE and not starts_small(line)
