"""A statement as it stands in Word and the words of its parts in, its own words for each part out."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
# Words that only tie parts together, so that a part may leave them out.
_TIES = frozenset({"and", "then", "or"})


def slices_of(source_text: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Cut a statement where its parts begin; joined, the slices give it back byte for byte.

    Where the parts are not its words in its order, each has the whole statement.
    """
    starts = _starts(source_text, parts)
    if not starts:
        return tuple(source_text for _ in parts)
    ends = (*starts[1:], len(source_text))
    return tuple(source_text[start:end] for start, end in zip((0, *starts[1:]), ends, strict=True))


def _starts(source_text: str, parts: Sequence[str]) -> tuple[int, ...] | None:
    """Find where each part begins; None where the words are not those of the statement."""
    words = [(found[0].casefold(), found.start()) for found in _WORD.finditer(source_text)]
    starts: list[int] = []
    place = 0
    for part in parts:
        wanted = _WORD.findall(part.casefold())
        place = _past_ties(words, place, wanted[:1]) if starts else place
        found = [word for word, _ in words[place : place + len(wanted)]]
        if not wanted or found != wanted:
            return None
        starts.append(_opening(source_text, words[place][1]))
        place += len(wanted)
    return tuple(starts) if place == len(words) else None


def _past_ties(words: Sequence[tuple[str, int]], place: int, wanted: Sequence[str]) -> int:
    while place < len(words) and words[place][0] in _TIES and [words[place][0]] != wanted:
        place += 1
    return place


def _opening(text: str, start: int) -> int:
    """Go back over what opens a word: a quotation mark, a bracket."""
    while start and not text[start - 1].isspace():
        start -= 1
    return start
