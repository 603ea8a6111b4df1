"""Statements that wait in, clusters of those so alike that one decision may settle all of them, out.

Taylor and Butina's clustering (J. Chem. Inf. Comput. Sci. 39, 1999, 747): the statement with most
others like it takes these, then the next one of those left. So every statement of a cluster is like
the one in its middle, and none is there only because it is like a like one.
"""

from collections.abc import Iterator, Mapping

from fingerpost.reviewing.asking.likeness import alike, plain, vocabulary, weighed

_LIKE = 0.6
"""How like each other two statements must be, by the cosine of their telling words."""
_COMMON = 1000
"""Words that more statements hold tell none apart, and comparing by them takes minutes."""
_TURNING = vocabulary(
    "not no never nothing nobody none nor neither cannot without avoid avoids avoiding stop stops stopping refrain unless less more fewer before"
    " after instead rather only except"
)
"""Where two statements differ in one of these, one decision cannot settle both."""


def clusters(texts: Mapping[str, str]) -> dict[str, str]:
    """Return for each id the id in the middle of its cluster; those that are alone are left out.

    `texts` leads from ids to statements; their order changes nothing.
    """
    ids = sorted(texts)
    like = _neighbours([texts[one] for one in ids])
    found: dict[int, int] = {}
    for middle in sorted(like, key=lambda one: (-len(like[one]), one)):
        members = [one for one in like[middle] if one not in found]
        if middle not in found and members:
            found |= dict.fromkeys((middle, *members), middle)
    return {ids[one]: ids[middle] for one, middle in found.items()}


def _neighbours(texts: list[str]) -> dict[int, list[int]]:
    turns = [frozenset(_turns(text)) for text in texts]
    like: dict[int, list[int]] = {}
    for one, other in alike(weighed(texts, most=_COMMON), _LIKE):
        if turns[one] == turns[other]:
            like.setdefault(one, []).append(other)
            like.setdefault(other, []).append(one)
    return like


def _turns(text: str) -> Iterator[str]:
    for word in plain(text):
        if word.endswith("n't"):
            yield "not"
        elif word in _TURNING:
            yield word
