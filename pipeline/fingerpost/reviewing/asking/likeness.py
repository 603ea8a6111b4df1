"""Statements in, their telling words as weighed rows, and which rows are most alike, out.

Likeness is the cosine of TF-IDF rows of lemmas and their pairs, 0 to 1. Words that carry no meaning
by themselves do not count, so that "Use a timer" is like "use the timers".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from fingerpost.weighing import of_unit_length, weighted
from fingerpost.words import fold, lemma

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def vocabulary(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(words.split())


_SMALL = vocabulary(
    "a an the and or of to in on at by for from with into as that this these those their them they"
    " it its is are am be been being was were will would should shall can could may might must do"
    " does did has have had you your we our us i my me who which whose such so some any each every"
    " all both other also when where while if than then there here up out eg ie etc"
    " he she his her him"
)
"""Words that only join others; those that turn a meaning ("not", "without") are none of them."""
_PORTION = 500
"""Rows compared at a time, so that memory stays bounded."""
_DIGITS = 6
"""Likenesses that differ by less are the same, however their sums were rounded."""

Terms = Callable[[str], list[str]]
Places = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]
Near = tuple[tuple[int, float], ...]
"""Places of rows with their likeness, the likest first."""


def plain(text: str) -> list[str]:
    """Return the words of a text as they stand, in small letters."""
    return _WORD.findall(fold(text).lower())


def telling(text: str) -> list[str]:
    """Return the lemmas of the words that tell what a text is about, in order."""
    words = (lemma(word) for word in plain(text))
    return [word for word in words if word not in _SMALL]


def told(text: str) -> list[str]:
    """Return the telling words of a text, and each pair of neighbours."""
    return _with_pairs(telling(text))


def worded(text: str) -> list[str]:
    """Return all words of a text as they stand, and each pair of neighbours."""
    return _with_pairs(plain(text))


def weighed(texts: Sequence[str], *, most: int | None = None, terms: Terms = told) -> "csr_matrix":
    """Return a row of unit length for each text; terms that more than `most` texts hold do not count.

    A text without terms has an empty row, which is like no other.
    """
    rows = weighted([terms(text) for text in texts])
    if most is not None:
        common = (rows.getnnz(axis=0) > most).nonzero()[0]
        rows = _without(rows, common)
    rows.sort_indices()
    return rows


def nearest(rows: "csr_matrix", among: "csr_matrix", count: int) -> Iterator[Near]:
    """Yield for each row those it is most like, at most `count`; ties in the order of `among`."""
    for portion in _products(rows, among):
        for start, end in zip(portion.indptr, portion.indptr[1:], strict=False):
            yield _likest(portion.indices[start:end], portion.data[start:end], count)


def alike(rows: "csr_matrix", least: float) -> Iterator[tuple[int, int]]:
    """Yield the places of each two rows that are at least so like each other, the lower place first."""
    for number, portion in enumerate(_products(rows, rows)):
        found = portion.tocoo()
        first = found.row + number * _PORTION
        kept = (found.data.round(_DIGITS) >= least) & (first < found.col)
        yield from zip(first[kept].tolist(), found.col[kept].tolist(), strict=True)


def _likest(places: Places, shares: Shares, count: int) -> Near:
    rounded = shares.round(_DIGITS)
    if len(rounded) > count:
        kept = rounded >= np.partition(rounded, -count)[-count]
        places, rounded = places[kept], rounded[kept]
    order = np.lexsort((places, -rounded))[:count]
    return tuple(zip(places[order].tolist(), rounded[order].tolist(), strict=True))


def _with_pairs(words: list[str]) -> list[str]:
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def _without(rows: "csr_matrix", columns: Sequence[int]) -> "csr_matrix":
    from scipy.sparse import diags

    kept = [1.0] * rows.shape[1]
    for column in columns:
        kept[column] = 0.0
    left = (rows @ diags(kept)).tocsr()
    left.eliminate_zeros()
    return of_unit_length(left)


def _products(rows: "csr_matrix", among: "csr_matrix") -> Iterator["csr_matrix"]:
    columns = among.T.tocsr()
    for start in range(0, rows.shape[0], _PORTION):
        product: csr_matrix = (rows[start : start + _PORTION] @ columns).tocsr()
        yield product
