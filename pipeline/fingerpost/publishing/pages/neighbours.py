"""Statements in, the few others that are nearest to each out: about the same, in like words."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from fingerpost.publishing.site import Site
from fingerpost.released import Statement
from fingerpost.taxonomy import Facet
from fingerpost.weighing import weighted

_WORD = re.compile(r"\b\w\w+\b")
_MOST = 4
_LEAST_ALIKE = 0.12
"""Cosine of two statements' weighted words below which they are not shown as neighbours."""
_ROWS = 400
"""Statements compared at a time, so that memory stays small however many are almost the same."""


def neighbours(site: Site) -> Mapping[str, tuple[Statement, ...]]:
    """Return for each statement its nearest ones, nearest first.

    They share a category with it. How near two are is the cosine of their words and their
    categories, each weighted by how rare it is (Salton and Buckley 1988), so that one need in
    common tells more than a standard that most have; of two equally near the one that stands first
    wins.
    """
    statements = site.released.statements
    told = (" ".join((one.lead_in, one.text, *_marks(site, one))) for one in statements)
    words = weighted([_WORD.findall(text.lower()) for text in told])
    ids = [frozenset(label.id for label in site.labels[one.id]) for one in statements]
    said = [" ".join(one.text.casefold().split()) for one in statements]
    found = {}
    for start in range(0, len(statements), _ROWS):
        near = (words[start : start + _ROWS] @ words.T).toarray()
        for here, scores in enumerate(near, start=start):
            ranked = (
                place
                for place in _likeliest(scores)
                if ids[place] & ids[here] and said[place] != said[here]
            )
            found[statements[here].id] = tuple(statements[one] for one in islice(ranked, _MOST))
    return found


def _marks(site: Site, one: Statement) -> Iterator[str]:
    """Yield the categories of a statement as words that no text has, its needs thrice."""
    for label in site.labels[one.id]:
        mark = "category_" + label.id.replace("-", "_")
        yield from (mark,) * (3 if label.facet is Facet.NEED else 1)


def _likeliest(scores: Any) -> list[int]:
    """Return the places of what is alike enough, likest first, equals in their order."""
    import numpy as np

    level = np.round(scores, 6)
    alike = np.flatnonzero(level >= _LEAST_ALIKE)
    return [int(one) for one in alike[np.argsort(-level[alike], kind="stable")]]
