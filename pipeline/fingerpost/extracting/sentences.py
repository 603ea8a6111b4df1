"""A paragraph of guidance in, its sentences out, with nothing of it lost between them."""

import re

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


def sentences(text: str) -> tuple[str, ...]:
    """Divide running text; joined by single spaces the sentences give the words back.

    An abbreviation ("e.g.", "i.e.", "approx.", an initial) ends none, "etc." does before a
    capital letter, and a full stop between brackets never does.
    """
    parts: list[str] = []
    start = 0
    for found in _END.finditer(text):
        if not (_in_brackets(text, start, found.start()) or _is_abbreviation(text, found.start())):
            parts.append(text[start : found.end()].strip())
            start = found.end()
    parts.append(text[start:].strip())
    return tuple(part for part in parts if part)


def _in_brackets(text: str, start: int, stop: int) -> bool:
    start = max(start, stop - _LONGEST_BRACKET)
    return text.count("(", start, stop) > text.count(")", start, stop)


def _is_abbreviation(text: str, stop: int) -> bool:
    found = _LAST_WORD.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    if text[stop] != "." or found is None:
        return False
    word = found[1]
    return word.casefold() in _NEVER_LAST or (len(word) == 1 and word.isalpha() and word.isupper())
