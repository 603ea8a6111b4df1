"""Words as they stand in Word in, words as they are published, compared or counted out."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffc\ufffd]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_WORDS = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W_]")
# What normalising does to each ASCII character: a sixth of the time of doing it by patterns.
_PLAIN = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord("'"): ""}
# The same line is asked about from many sides, one after the other: a third of the time of it all.
remembered = lru_cache(maxsize=256)


@remembered
def one_line(text: str) -> str:
    """Put text on one line with single spaces; no letter is lost."""
    return " ".join(text.split())


@remembered
def publishable(text: str) -> str:
    """Clean a statement as it would be published: NFC, one line, no invisible characters."""
    if text.isascii():
        return one_line(text)
    seen = _PRIVATE.sub(" ", _INVISIBLE.sub("", text))
    return one_line(unicodedata.normalize("NFC", seen))


@remembered
def head_words(text: str) -> str:
    """Clean a heading for a heading path: as published, without the colon it may end in."""
    return publishable(text).rstrip(": ").strip()


@remembered
def normalised(text: str) -> str:
    """Reduce a text to its words, for telling whether two statements are the same."""
    if text.isascii():
        return " ".join(text.lower().translate(_PLAIN).split())
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return _NOT_WORDS.sub(" ", plain.replace("’", "'").replace("'", "")).strip()


@remembered
def word_count(text: str) -> int:
    """Count words; an apostrophe does not end one."""
    return len(_WORD.findall(text))


def has_words(text: str) -> bool:
    """Say whether there is a letter or digit in the text."""
    return _LETTER.search(text) is not None


def has_letters(text: str) -> bool:
    """Say whether there is a letter in the text; a number alone says nothing."""
    return any(map(str.isalpha, text))


def starts_small(text: str) -> bool:
    """Say whether the first letter is a small one."""
    found = _LETTER.search(text)
    return found is not None and found[0].islower()


def vocabulary(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(words.split())
