"""Two series of texts in, which of one is which of the other out."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

Words = tuple[str, ...]
_LIKE: Final = 0.8
_LONGEST_LABEL: Final = 4
_MOST: Final = 2_000


def pairs(wanted: Sequence[Words], given: Sequence[Words]) -> list[tuple[int, int]]:
    """Match one to one: the same words, else the same after a label, else the most alike.

    Equal texts are matched in their order; what shares less than four fifths is no match.
    """
    found: list[tuple[int, int]] = []
    left_given = list(range(len(given)))
    for beheaded in range(_LONGEST_LABEL + 1):
        places = _places(wanted, (here for here, _ in found))
        still = []
        for there in left_given:
            same = places.get(given[there][beheaded:])
            if same:
                found.append((same.popleft(), there))
            else:
                still.append(there)
        left_given = still
    taken = {here for here, _ in found}
    left_wanted = [here for here in range(len(wanted)) if here not in taken]
    found += _alike(wanted, given, left_wanted[:_MOST], left_given[:_MOST])
    return sorted(found)


def _places(texts: Sequence[Words], taken: Iterable[int]) -> dict[Words, deque[int]]:
    places: defaultdict[Words, deque[int]] = defaultdict(deque)
    gone = set(taken)
    for place, text in enumerate(texts):
        if text and place not in gone:
            places[text].append(place)
    return places


def _alike(
    wanted: Sequence[Words], given: Sequence[Words], here: list[int], there: list[int]
) -> Iterator[tuple[int, int]]:
    if not here or not there:
        return
    likeness = cdist(
        [wanted[place] for place in here],
        [given[place] for place in there],
        scorer=Indel.normalized_similarity,
        score_cutoff=_LIKE,
    )
    rows, columns = likeness.nonzero()
    best = sorted(zip(rows, columns, strict=True), key=lambda at: (-likeness[at], *at))
    used_rows, used_columns = set(), set()
    for row, column in best:
        if row not in used_rows and column not in used_columns:
            used_rows.add(row)
            used_columns.add(column)
            yield here[row], there[column]


def out_of_order(places: Sequence[int]) -> int:
    """Count what would have to be moved so that the places rise."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(places) - len(ends)
