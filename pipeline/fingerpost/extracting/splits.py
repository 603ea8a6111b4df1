"""A statement as it stands in Word in, the parts it may be made of out; joined they give it back."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fingerpost.extracting.clauses import clause_starts
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.sentences import (
    is_bracketed,
    is_quoted,
    quotations,
    sentence_starts,
)
from fingerpost.extracting.standing import begins, stands_after
from fingerpost.extracting.wording import publishable
from fingerpost.strategies import Part, Split

_LINE = re.compile(r"\s*\n\s*(?=\S)")
_SEMICOLON = re.compile(r"\s*;\s+(?:and\s+)?(?=\S)")
# What follows a colon or a dash is an example of it, or its list.
_RUN_IN = re.compile(r":(?=\s)|\s[-–—]\s|—")
# Characters; what is longer is no statement that somebody parts by hand.
_LONGEST = 2000
_GLUE = re.compile(r"[\s,;]+(?:(?:and|then)\s*)*$")


def split_of(source_text: str, text: str) -> Split | None:
    """Propose the parts of a statement that each stand alone as advice; None where it is one.

    `source_text` is the statement as it stands, `text` the same cleaned. A sentence that speaks of
    the one before it (a reason, "This …", "They …") stays with it.
    """
    pieces, reason = _parted(source_text) if len(source_text) <= _LONGEST else ((), "")
    if len(pieces) <= 1:
        return None
    bare = publishable(without_mark(source_text))
    texts = _cleaned(pieces, text, typed=bare != text)
    return Split(tuple(Part(*both) for both in zip(pieces, texts, strict=True)), reason)


def _parted(text: str) -> tuple[tuple[str, ...], str]:
    """Part a text as far as it goes, so that no part can be parted again."""
    for cut, name in _CUTS:
        pieces = tuple(_standing(text, cut(text)))
        if len(pieces) > 1:
            parts = tuple(part for piece in pieces for part in _parted(piece)[0])
            return parts, name.format(_NUMBERS.get(len(parts), str(len(parts))))
    return (text,), ""


def _standing(text: str, starts: Iterable[int]) -> Iterator[str]:
    """Join to the piece before it what does not stand alone; where the first does not, nothing does."""
    pieces = [text[start:stop] for start, stop in pairwise((0, *starts, len(text)))]
    voice = begins(pieces[0]) if len(pieces) > 1 else None
    if voice is None:
        yield text
        return
    held = pieces[0]
    for piece in pieces[1:]:
        if stands_after(piece, voice):
            yield held
            held = piece
        else:
            held += piece
    yield held


def _lines(text: str) -> Iterator[int]:
    return _outside(text, _LINE.finditer(text))


def _semicolons(text: str) -> Iterator[int]:
    if ";" in text and not (_RUN_IN.search(text) or sentence_starts(text)):
        yield from _outside(text, _SEMICOLON.finditer(text))


def _outside(text: str, ends: Iterable[re.Match[str]]) -> Iterator[int]:
    """Return where what follows an end begins, if the end is in no bracket and in no quotation."""
    quoted = quotations(text)
    for found in ends:
        place = found.start()
        if not (is_bracketed(text, 0, place) or is_quoted(place, quoted)):
            yield found.end()


_CUTS = (
    (_lines, "{} statements, each on a line of its own"),
    (sentence_starts, "{} sentences, each advice by itself"),
    (_semicolons, "a list of {} with semicolons"),
    (clause_starts, "{} pieces of advice joined by “and”"),
)
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def _cleaned(pieces: tuple[str, ...], text: str, *, typed: bool) -> Iterator[str]:
    """Clean each part as the whole was: a capital letter and a full stop where the whole has them."""
    capital, stop = text[:1].isupper(), "." if text.endswith(".") else ""
    for number, piece in enumerate(pieces):
        bare = publishable(without_mark(piece, typed=typed and number == 0))
        glueless = _GLUE.sub("", bare)
        begun = glueless[:1].upper() + glueless[1:] if capital else glueless
        yield begun if begun.endswith((".", "!", "?", "”", '"', ":")) else begun + stop
