"""Two lists of statements in, which of the one are which of the other, reworded or not, out."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

Scores = NDArray[np.float64]
Pairs = tuple[tuple[int, int], ...]

_ENOUGH = 0.75
_LEAST = 0.6
_LEAST_OF_TAG = 0.85
_LONGEST_TAG = 3  # words
_SAME_PATH = 0.05
_SAME_NEIGHBOUR = 0.06
# An optimal assignment of more statements than this takes seconds; the best pairs first will do.
_MOST_OPTIMAL = 1500


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement to be recognised: its words, its heading path and its neighbours, normalised."""

    words: str
    path: str = ""
    before: str = ""
    after: str = ""


def same_in_place(left: Sequence[Entry], right: Sequence[Entry]) -> Pairs:
    """Pair equal words under equal headings, in order."""
    return _pair_by(left, right, lambda entry: (entry.words, entry.path))


def same_words(left: Sequence[Entry], right: Sequence[Entry]) -> Pairs:
    """Pair equal words wherever they stand, in order."""
    return _pair_by(left, right, lambda entry: entry.words)


def reworded(left: Sequence[Entry], right: Sequence[Entry]) -> Pairs:
    """Pair what is alike enough to be the same statement in other words, the likest together.

    Three quarters alike is enough; equal headings and neighbours count for some of it. Of very
    short ones more is asked.
    """
    if not left or not right:
        return ()
    scores = _scores(left, right)
    return tuple(sorted((int(i), int(j)) for i, j in _assign(scores) if scores[i, j] > 0))


def _pair_by(
    left: Sequence[Entry], right: Sequence[Entry], key: Callable[[Entry], Hashable]
) -> Pairs:
    places: dict[Hashable, tuple[list[int], list[int]]] = {}
    for side, entries in enumerate((left, right)):
        for index, entry in enumerate(entries):
            places.setdefault(key(entry), ([], []))[side].append(index)
    pairs = (pair for both in places.values() for pair in zip(*both, strict=False))
    return tuple(sorted(pairs))


def _scores(left: Sequence[Entry], right: Sequence[Entry]) -> Scores:
    """How alike each pair is, 0 where it is not enough."""
    ours, theirs = [e.words for e in left], [e.words for e in right]
    plain = cdist(ours, theirs, scorer=fuzz.ratio, score_cutoff=100 * _LEAST)
    sorted_ = cdist(_sorted(ours), _sorted(theirs), scorer=fuzz.ratio, score_cutoff=100 * _LEAST)
    alike = np.maximum(plain, sorted_).astype(np.float64) / 100
    scores: Scores = np.zeros(alike.shape)
    for i, j in np.argwhere(alike >= _LEAST):
        bonus = _bonus(left[i], right[j])
        enough = alike[i, j] + bonus >= _ENOUGH and alike[i, j] >= _least(left[i], right[j])
        scores[i, j] = alike[i, j] + bonus if enough else 0
    return scores


def _sorted(texts: Sequence[str]) -> list[str]:
    return [" ".join(sorted(text.split())) for text in texts]


def _bonus(one: Entry, other: Entry) -> float:
    neighbours = ((one.before, other.before), (one.after, other.after))
    same = sum(1 for a, b in neighbours if a and a == b)
    return _SAME_PATH * (one.path == other.path) + _SAME_NEIGHBOUR * same


def _least(one: Entry, other: Entry) -> float:
    shortest = min(len(one.words.split()), len(other.words.split()))
    return _LEAST_OF_TAG if shortest <= _LONGEST_TAG else _LEAST


def _assign(
    scores: Scores,
) -> Iterator[tuple[int, int]]:
    if min(scores.shape) > _MOST_OPTIMAL:
        return _assign_best_first(scores)
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(scores, maximize=True)
    return zip(rows, columns, strict=True)


def _assign_best_first(
    scores: Scores,
) -> Iterator[tuple[int, int]]:
    rows, columns = np.nonzero(scores)
    order = np.lexsort((columns, rows, -scores[rows, columns]))
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    for place in order:
        row, column = int(rows[place]), int(columns[place])
        if row not in used_rows and column not in used_columns:
            used_rows.add(row)
            used_columns.add(column)
            yield row, column
