"""A paragraph of guidance in, its sentences out, with nothing of it lost between them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from fingerpost.extracting.wording import vocabulary

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_NEVER_LAST = vocabulary(
    "e.g eg i.e ie cf vs viz mr mrs ms dr prof st approx incl esp fig no nos p pp para sect ref tel ext yr yrs"
    " min max ed eds vol ch"
)
_LAST_WORD = re.compile(r"([\w.&]+)$")
_LONGEST_ABBREVIATION = 12
# A bracket that is still open after this many characters was never closed.
_LONGEST_BRACKET = 600
_QUOTATION = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|(?<!\w)‘(?:[^‘’]|’(?=\w)){0,600}’")


def sentences(text: str) -> tuple[str, ...]:
    """Divide running text; joined by single spaces the sentences give the words back.

    An abbreviation ("e.g.", "i.e.", "approx.", an initial) ends none, "etc." does before a
    capital letter, and a full stop between brackets never does.
    """
    return tuple(piece.strip() for piece in sentence_pieces(text) if piece.strip())


def sentence_pieces(text: str) -> tuple[str, ...]:
    """Divide text into its sentences as they stand; joined they are the text."""
    starts = (0, *sentence_starts(text), len(text))
    return tuple(text[start:stop] for start, stop in pairwise(starts))


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return where each sentence but the first begins; none begins in brackets or in a quotation."""
    starts: list[int] = []
    start = 0
    quoted = quotations(text)
    for found in _END.finditer(text):
        bracketed = is_bracketed(text, start, found.start())
        if not (
            bracketed or is_quoted(found.end(), quoted) or _is_abbreviation(text, found.start())
        ):
            start = found.end()
            starts.append(start)
    return tuple(starts)


def is_bracketed(text: str, start: int, stop: int) -> bool:
    """Say whether a bracket that was opened since `start` is open before `stop`."""
    start = max(start, stop - _LONGEST_BRACKET)
    return any(
        text.count(opening, start, stop) > text.count(closing, start, stop)
        for opening, closing in ("()", "[]")
    )


def quotations(text: str) -> tuple[range, ...]:
    """Return the places inside each quotation, in whatever marks; one that never ends is none."""
    return tuple(range(f.start() + 1, f.end()) for f in _QUOTATION.finditer(text))


def is_quoted(place: int, quoted: Sequence[range]) -> bool:
    """Say whether a place is inside one of the quotations of a text."""
    nearest = bisect_right(quoted, place, key=lambda one: one.start) - 1
    return nearest >= 0 and place in quoted[nearest]


def _is_abbreviation(text: str, stop: int) -> bool:
    found = _LAST_WORD.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    if text[stop] != "." or found is None:
        return False
    word = found[1]
    return word.casefold() in _NEVER_LAST or (len(word) == 1 and word.isalpha())
