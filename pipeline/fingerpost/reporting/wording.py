"""Two wordings in, whether they say the same whatever the marks and spaces out."""

import re
import unicodedata

_MARK = re.compile(r"^\s*(?:(?:[^\w\s(“‘\"'£$€]|o(?=\s))\s*)+(?=\S)")
_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)]\s+(?=\S)")
_NOT_LETTERS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Return text on one line without a bullet, number or letter typed in front of it."""
    return _NUMBER.sub("", " ".join(_MARK.sub("", text).split()))


def letters(text: str) -> str:
    """Reduce text to its letters and digits, without what is typed in front of it."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", bare(text)).casefold())


def same_words(one: str, other: str) -> bool:
    """Whether two wordings differ in nothing but marks, spaces, case and punctuation."""
    return letters(one) == letters(other)
