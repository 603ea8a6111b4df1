"""Texts as their terms in, a row of weights a text out, the rarer a term the heavier.

The weights are those of scikit-learn's `TfidfVectorizer(sublinear_tf=True)` to the last digits (a
test compares them). Importing that took a fifth of a migration's time, and a third of a website's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def weighted(texts: Sequence[Iterable[str]]) -> "csr_matrix":
    """Return a row of unit length for each text, a column for each term in the order of the alphabet.

    A text without terms has an empty row. Within a row, terms stand in the order in which they were
    first met anywhere, so that sums over them are rounded always alike.
    """
    places: dict[str, int] = {}
    counted = [Counter(places.setdefault(term, len(places)) for term in terms) for terms in texts]
    rows = _counts(counted, len(places))
    spread = np.bincount(rows.indices, minlength=len(places))
    rarity = np.log((len(texts) + 1) / (spread + 1.0)) + 1
    rows.data = (np.log(rows.data) + 1) * rarity[rows.indices]
    unit = of_unit_length(rows)
    column = np.empty(len(places), unit.indices.dtype)
    column[[places[term] for term in sorted(places)]] = np.arange(len(places))
    unit.indices = column[unit.indices]
    unit.has_sorted_indices = False
    return unit


def of_unit_length(rows: "csr_matrix") -> "csr_matrix":
    """Return rows divided by their lengths; an empty one stays empty."""
    from scipy.sparse import csr_matrix

    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    lengths = np.sqrt(np.bincount(row, weights=rows.data**2, minlength=rows.shape[0]))
    made: csr_matrix = csr_matrix(
        (rows.data / lengths[row], rows.indices, rows.indptr), shape=rows.shape
    )
    return made


def _counts(counted: Sequence[Counter[int]], columns: int) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *map(len, counted)])
    places = np.fromiter((place for one in counted for place in one), np.int32)
    counts = np.fromiter((count for one in counted for count in one.values()), float)
    rows: csr_matrix = csr_matrix((counts, places, ends), shape=(len(counted), columns))
    rows.sort_indices()
    return rows
