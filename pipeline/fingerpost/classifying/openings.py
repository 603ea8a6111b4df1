"""A statement that its headings leave open in, the fewest answers about headings that settle it out.

The answers are supposed, and the statement is judged again: what settles is written down once, in
`structure` and `reasons`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from fingerpost.classifying.statements import Placed, Statement
from fingerpost.meanings import ADVICE, Meaning, answered_meaning, heading_key, with_answer
from fingerpost.strategies import Head, HeadKind
from fingerpost.suggestions import Opening
from fingerpost.taxonomy import Taxonomy

MOST_MORE = 2
"""How many headings may be asked about for one statement, besides those that only look like one."""

SOMEBODY = "somebody"
"""Who gives the answers that are only supposed."""

Openings = tuple[tuple[Opening, ...], ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading, or a document's title, that nobody has answered, and what it means so far."""

    head: Head
    placed: Placed

    @property
    def needed(self) -> bool:
        """Whether nothing is settled without it: it only looks like a heading, and no rule knows it."""
        return bool(self.head.inferred) and not self.placed.stated


def openings(
    statement: Statement,
    taxonomy: Taxonomy,
    guess: str,
    settles: Callable[[Statement], bool],
) -> Openings:
    """Return the smallest sets of answers that would settle a statement; none where none would.

    `guess` is the category supposed where nothing is known; `settles` judges the statement with the
    answers in place.
    """
    places = _open_places(statement)
    needed = tuple(place for place in places if place.needed)
    others = tuple(place for place in places if not place.needed)
    for size in range(MOST_MORE + 1):
        chosen = ((*needed, *more) for more in combinations(others, size))
        sets = (answers for asked in chosen for answers in _answers(asked, guess))
        if found := tuple(a for a in sets if settles(_supposing(statement, a, taxonomy))):
            return found
    return ()


def _open_places(statement: Statement) -> tuple[_Open, ...]:
    """Return what may be asked about, outermost first; the same words in two places are asked once."""
    found: dict[str, _Open] = {}
    for head, placed in _above(statement):
        key = heading_key(head.text)
        if key and not placed.answered:
            found[key] = _Open(head, placed)
    return tuple(found.values())


def _above(statement: Statement) -> Iterator[tuple[Head, Placed]]:
    """Yield the title (without one, the file's name; never a folder), then the headings."""
    for placed in statement.context[-1:]:
        yield Head(placed.text, HeadKind.TITLE, ""), placed
    yield from zip(statement.strategy.heads, reversed(statement.heads), strict=True)


def _answers(asked: Sequence[_Open], guess: str) -> Iterator[tuple[Opening, ...]]:
    likely = (tuple(Opening(one.head, a) for a in _likely(one.placed, guess)) for one in asked)
    return product(*likely)


def _likely(placed: Placed, guess: str) -> tuple[str, ...]:
    """A category that is known is confirmed; what is explained is given none; else anything may be."""
    meaning = placed.meaning or Meaning()
    if meaning.concepts:
        return meaning.concepts[:1]
    if placed.stated:
        return () if meaning.role else (ADVICE,)
    return (ADVICE, guess) if guess else (ADVICE,)


def _supposing(statement: Statement, given: Sequence[Opening], taxonomy: Taxonomy) -> Statement:
    """Return the statement as it would be read with these answers given, wherever the words stand."""
    answers = {
        heading_key(one.head.text): answered_meaning(one.answer, SOMEBODY, taxonomy)
        for one in given
    }
    return replace(
        statement,
        heads=tuple(_answered(placed, answers) for placed in statement.heads),
        context=tuple(_answered(placed, answers) for placed in statement.context),
    )


def _answered(placed: Placed, answers: Mapping[str, Meaning]) -> Placed:
    answer = answers.get(heading_key(placed.text))
    if answer is None or placed.answered:
        return placed
    return replace(placed, meaning=with_answer(placed.meaning or Meaning(), answer))
