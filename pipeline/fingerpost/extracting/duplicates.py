"""Documents with ids in, statements that say nearly the same as one in another document marked, out."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from fingerpost.extracting.wording import normalised, vocabulary
from fingerpost.strategies import Extraction, Strategy

_NEAR_DUPLICATE = "near-duplicate"
_ALIKE = 92
_CHUNK = 256
# Two texts whose lengths differ by more cannot reach the score.
_LONGEST_RATIO = (200 - _ALIKE) / _ALIKE

_ONE_WORD = (
    (
        re.compile(
            r"\b(?:pupil|child|student|young person|cyp|children and young people)(?:ren|s)?\b|\b(?:young people|children)\b"
        ),
        "learner",
    ),
    (re.compile(r"\blearners\b"), "learner"),
    (re.compile(r"\b(sen(?:d)?co)s?\b"), "senco"),
    (re.compile(r"\bteaching assistants?\b|\btas\b"), "ta"),
    (re.compile(r"is(e|es|ed|ing|ation|ations)\b"), r"iz\1"),
)
_NEGATIONS = vocabulary(
    "not no never dont doesnt cannot cant without avoid stop nor neither unless wont shouldnt"
)
_TELLING = vocabulary(
    "hearing deaf vision visual sight visually physical motor wheelchair speech language reading writing spelling maths number"
    " numeracy literacy anxiety anxious behaviour sensory attention listening memory autism autistic medical social emotional"
    " before after more less fewer increase reduce always early ks1 ks2 ks3 ks4 primary secondary"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as it is compared: `words` sorted, `telling` the words that must not differ.

    One that is `new` comes after all that were known before.
    """

    document: int
    index: int
    id: str
    words: str
    telling: frozenset[str]
    new: bool


def mark_duplicates(
    extractions: tuple[Extraction, ...], known: Collection[str] = ()
) -> tuple[Extraction, ...]:
    """Doubt the later of two statements in different documents that are almost the same.

    Of two of which one is among the `known` ids, the other is the later.

    They are never merged: one word can turn the meaning. Where they differ in a negation, an area
    or another telling word, they are not taken for the same at all.
    """
    said = [
        _said(doc, i, s, known)
        for doc, e in enumerate(extractions)
        for i, s in enumerate(e.strategies)
    ]
    similar: dict[tuple[int, int], list[str]] = {}
    for one, other in sorted(_pairs(said), key=_places):
        similar.setdefault((other.document, other.index), []).append(one.id)
    return tuple(_marked(e, doc, similar) for doc, e in enumerate(extractions))


def comparable(text: str) -> str:
    """Fold spelling and the usual words for people, and sort the words."""
    plain = normalised(text)
    for pattern, word in _ONE_WORD:
        plain = pattern.sub(word, plain)
    return " ".join(sorted(plain.split()))


def _said(document: int, index: int, strategy: Strategy, known: Collection[str]) -> _Said:
    words = comparable(strategy.text)
    telling = frozenset(words.split()) & (_NEGATIONS | _TELLING)
    new = bool(known) and strategy.id not in known
    return _Said(document, index, strategy.id, words, telling, new)


def _pairs(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Compare texts of like lengths only, a stretch of them at a time."""
    ordered = sorted(said, key=lambda one: (len(one.words), one.document, one.index))
    lengths = np.array([len(one.words) for one in ordered])
    for start in range(0, len(ordered), _CHUNK):
        rows = ordered[start : start + _CHUNK]
        end = int(np.searchsorted(lengths, len(rows[-1].words) * _LONGEST_RATIO, side="right"))
        columns = ordered[start:end]
        scores = cdist(
            _words(rows), _words(columns), scorer=fuzz.ratio, score_cutoff=_ALIKE, workers=1
        )
        for i, j in np.argwhere(scores):
            if j > i and _may_be_same(rows[i], columns[j]):
                yield _in_order(rows[i], columns[j])


def _words(said: Sequence[_Said]) -> list[str]:
    return [one.words for one in said]


def _may_be_same(one: _Said, other: _Said) -> bool:
    return one.document != other.document and one.telling == other.telling


def _in_order(one: _Said, other: _Said) -> tuple[_Said, _Said]:
    before = _place(one) <= _place(other)
    return (one, other) if before else (other, one)


def _place(said: _Said) -> tuple[bool, int, int]:
    return (said.new, said.document, said.index)


def _places(pair: tuple[_Said, _Said]) -> tuple[tuple[bool, int, int], ...]:
    return tuple(map(_place, pair))


def _marked(
    extraction: Extraction, document: int, similar: dict[tuple[int, int], list[str]]
) -> Extraction:
    strategies = (
        _doubted(strategy, similar.get((document, index), []))
        for index, strategy in enumerate(extraction.strategies)
    )
    return replace(extraction, strategies=tuple(strategies))


def _doubted(strategy: Strategy, similar: list[str]) -> Strategy:
    if not similar:
        return strategy
    partners = tuple(dict.fromkeys(similar))
    return replace(strategy, doubts=(*strategy.doubts, _NEAR_DUPLICATE), similar=partners)
