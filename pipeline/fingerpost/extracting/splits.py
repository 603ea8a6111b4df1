"""A statement as it stands in Word in, the parts it may be made of out; joined they give it back."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fingerpost.extracting.clauses import clause_starts
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.sentences import is_bracketed, is_quoted, sentence_starts
from fingerpost.extracting.standing import stands_after, voice_of
from fingerpost.extracting.wording import publishable
from fingerpost.strategies import Part, Split

_LINE = re.compile(r"\s*\n\s*(?=\S)")
_SEMICOLON = re.compile(r"\s*;\s+(?:and\s+)?(?=\S)")
# What follows a colon or a dash is an example of it, or its list.
_RUN_IN = re.compile(r":(?=\s)|\s[-–—]\s|—")
_GLUE = re.compile(r"[\s,;]+(?:(?:and|then)\s*)*$")


def split_of(source_text: str, text: str) -> Split | None:
    """Propose the parts of a statement that each stand alone as advice; None where it is one.

    `source_text` is the statement as it stands, `text` the same cleaned. A sentence that speaks of
    the one before it (a reason, "This …", "They …") stays with it.
    """
    pieces, reason = _parted(source_text)
    if len(pieces) == 1:
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
    if len(pieces) == 1 or voice_of(pieces[0]) is None:
        yield text
        return
    held, voice = pieces[0], voice_of(pieces[0])
    for piece in pieces[1:]:
        if stands_after(piece, voice):
            yield held
            held = piece
        else:
            held += piece
    yield held


def _lines(text: str) -> Iterator[int]:
    return (found.end() for found in _LINE.finditer(text) if not _is_inside(text, found))


def _semicolons(text: str) -> Iterator[int]:
    if not (_RUN_IN.search(text) or sentence_starts(text)):
        yield from (f.end() for f in _SEMICOLON.finditer(text) if not _is_inside(text, f))


def _is_inside(text: str, found: re.Match[str]) -> bool:
    return is_bracketed(text, 0, found.start()) or is_quoted(text, found.start())


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
