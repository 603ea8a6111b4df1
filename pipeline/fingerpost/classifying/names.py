"""A text in, the capitalised words that nothing explains out: they may be somebody's name.

A word is explained by its place (a sentence's start, a heading's capitals), by the dictionary, or
by the lists of this field's own proper nouns.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from fingerpost.classifying.proper_nouns import FIRST_NAMES, SECTOR

_TOKEN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]*|[.!?:;•\n]|[(\"“‘]")
_STARTS = frozenset('.!?:;•\n("“‘')
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam)\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]*(?:['’]?s)?|[A-Z]+[a-z]?[A-Z]+s?")
_TITLED = 0.5
"""Where more of the words than this have capitals, the text is a title and capitals say nothing."""
_LONG_ENOUGH = 4


def unexplained_names(text: str, allowed: frozenset[str]) -> tuple[str, ...]:
    """Return words that may be names; `allowed` words, whatever their case, never are."""
    known = frozenset(word.casefold() for entry in allowed for word in entry.split())
    titled = tuple(match[0] for match in _HONORIFIC.finditer(text))
    names = (word for word, starts in _capitals(text) if _is_name(word, starts, known))
    return tuple(dict.fromkeys((*titled, *names)))


def _capitals(text: str) -> Iterator[tuple[str, bool]]:
    """Yield capitalised words, and whether each may owe its capital to its place."""
    tokens = _TOKEN.findall(text)
    words = [token for token in tokens if token not in _STARTS]
    everywhere = _is_title(words)
    starts = True
    for token in tokens:
        if token in _STARTS:
            starts = True
            continue
        if token[0].isupper() and not _ACRONYM.fullmatch(token):
            yield token, starts or everywhere
        starts = False


def _is_title(words: list[str]) -> bool:
    long = [word for word in words[1:] if len(word) >= _LONG_ENOUGH]
    return bool(long) and sum(word[0].isupper() for word in long) > _TITLED * len(long)


def _is_name(word: str, starts: bool, allowed: frozenset[str]) -> bool:
    plain = re.sub(r"['’]s?$", "", word)
    if any(part.casefold() in allowed or _is_sector(part) for part in (plain, *plain.split("-"))):
        return False
    if plain.casefold() in FIRST_NAMES:
        return not (starts and _is_word(plain.lower()) and plain.casefold() in _BOTH)
    return not all(_is_word(part.lower()) for part in plain.split("-") if part)


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    from simplemma import is_known

    return len(word) == 1 or is_known(word, "en") or is_known(re.sub(r"['’].*", "", word), "en")


def _is_sector(word: str) -> bool:
    return word.casefold() in SECTOR


_BOTH = frozenset({"will", "mark", "grace", "hope", "faith", "joy", "may", "rose", "max", "summer"})
"""First names that begin a sentence as other words."""
