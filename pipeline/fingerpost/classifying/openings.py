"""A statement that its headings leave open in, the fewest answers about headings that settle it out.

The answers are supposed, and the statement is judged again: what settles is written down once, in
`structure` and `reasons`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from fingerpost.classifying.statements import Placed, Statement
from fingerpost.meanings import ADVICE, Meaning, answered_meaning, with_answer
from fingerpost.strategies import Head, HeadKind
from fingerpost.suggestions import Opening
from fingerpost.taxonomy import Taxonomy

MOST_MORE = 2
"""How many headings may be asked about for one statement, besides those that only look like one."""

SOMEBODY = "somebody"
"""Who gives the answers that are only supposed."""

Openings = tuple[tuple[Opening, ...], ...]


@dataclass(frozen=True, slots=True)
class _Supposed:
    """An answer that a person might give, and the place as it would then be read."""

    opening: Opening
    before: Placed
    after: Placed


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
    places = tuple(_open_places(statement))
    needed = tuple(place for place in places if place[0].inferred and not place[1].stated)
    others = tuple(place for place in places if place not in needed)
    for size in range(MOST_MORE + 1):
        sets = ((*needed, *more) for more in combinations(others, size))
        supposed = (
            answers
            for chosen in sets
            for answers in product(*(_answers(*place, taxonomy, guess) for place in chosen))
        )
        found = [answers for answers in supposed if settles(_with(statement, answers))]
        if found:
            return tuple(tuple(one.opening for one in answers) for answers in found)
    return ()


def _open_places(statement: Statement) -> Iterator[tuple[Head, Placed]]:
    """Yield what may be asked about, outermost first: the title (or name), then the headings."""
    for placed in statement.context[-1:]:
        if not placed.answered:
            yield Head(placed.text, HeadKind.TITLE, ""), placed
    for head, placed in zip(statement.strategy.heads, reversed(statement.heads), strict=True):
        if not placed.answered:
            yield head, placed


def _answers(head: Head, placed: Placed, taxonomy: Taxonomy, guess: str) -> Iterator[_Supposed]:
    by_rule = placed.meaning or Meaning()
    for answer in _likely(by_rule, placed.stated, guess):
        meaning = with_answer(by_rule, answered_meaning(answer, SOMEBODY, taxonomy))
        yield _Supposed(Opening(head, answer), placed, replace(placed, meaning=meaning))


def _likely(by_rule: Meaning, stated: bool, guess: str) -> tuple[str, ...]:
    """A category that is known is confirmed; what is explained is given none; else anything may be."""
    if by_rule.concepts:
        return by_rule.concepts[:1]
    if stated:
        return () if by_rule.role else (ADVICE,)
    return (ADVICE, guess) if guess else (ADVICE,)


def _with(statement: Statement, answers: Sequence[_Supposed]) -> Statement:
    after = {id(one.before): one.after for one in answers}

    def answered(places: Sequence[Placed]) -> tuple[Placed, ...]:
        return tuple(after.get(id(placed), placed) for placed in places)

    return replace(statement, heads=answered(statement.heads), context=answered(statement.context))
