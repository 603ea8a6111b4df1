"""All that people are asked in, smaller parts of it for one person each out; pure.

A part holds questions about headings and statements; what is to be skimmed, and the rules that are
proposed, stay in the workbook for everybody. Statements that only wait for a heading stay out too:
whoever answers about the heading settles them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, floor, inf

from fingerpost.meanings import heading_key
from fingerpost.reviewing.asking.pace import Pace
from fingerpost.reviewing.review import (
    HeadingQuestion,
    Lever,
    QueueRow,
    Review,
    Standing,
)
from fingerpost.taxonomy import Facet

_Question = HeadingQuestion | QueueRow

_ROUNDING = 1e-9

TOGETHER = 8
"""Statements that are alike and stay with one person, so that shares are still fair."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What goes to one person: a heading, or statements that are alike, by their places in order."""

    places: tuple[int, ...]
    each: float

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.each * len(self.places)

    def as_far_as(self, seconds: float) -> "_Piece":
        """Cut it to what fits into a time."""
        fits = floor(seconds / self.each + _ROUNDING) if seconds < self.seconds else None
        return replace(self, places=self.places[:fits])


def within(review: Review, area: str) -> Review:
    """Keep what is about one area: statements that have it, and headings that such ones wait for."""
    rows = tuple(row for row in review.queue if area in row.item.concepts(Facet.AREA))
    keys = {heading_key(name) for row in rows for name in row.headings}
    asked = tuple(one for one in review.headings if one.key in keys)
    return replace(review, headings=asked, queue=rows)


def without(review: Review, ids: Collection[str]) -> Review:
    """Leave out questions that somebody has already, by the ids of statements and headings."""
    return replace(
        review,
        headings=tuple(one for one in review.headings if one.ref.id not in ids),
        queue=tuple(row for row in review.queue if row.ref.id not in ids),
    )


def divided(review: Review, people: int, minutes: int = 0) -> tuple[Review, ...]:
    """Give each of several people an equal share of the time; no question goes to two of them.

    What comes first in the order of work is shared out first, headings before statements, and no
    share takes longer than `minutes`, where that is not 0; what is left over is in no share. Shares
    differ by no more than the time of one heading or of `TOGETHER` statements.
    """
    questions = _questions(review)
    most = minutes * 60.0 if minutes else inf
    chosen = _first(_pieces(questions, review.pace), most * people)
    hands = _dealt(tuple(chosen), people, most)
    return tuple(_part(review, [questions[place] for place in sorted(hand)]) for hand in hands)


def asked_ids(review: Review) -> tuple[str, ...]:
    """Return the ids of the headings and statements that a part asks about, in order."""
    return tuple(one.ref.id for one in _questions(review))


def _questions(review: Review) -> list[_Question]:
    headings = (one for one in review.headings if one.standing is Standing.OPEN)
    return [*headings, *(row for row in review.queue if not row.headings)]


def _pieces(questions: Sequence[_Question], pace: Pace) -> Iterator[_Piece]:
    for _, group in groupby(enumerate(questions), key=lambda one: _kinship(*one)):
        members = tuple(group)
        is_heading = isinstance(members[0][1], HeadingQuestion)
        for start in range(0, len(members), TOGETHER):
            places = tuple(place for place, _ in members[start : start + TOGETHER])
            yield _Piece(places, pace.heading if is_heading else pace.statement)


def _kinship(place: int, question: _Question) -> int:
    """Return what a statement shares with those like it; a heading has nothing like it."""
    return question.group if isinstance(question, QueueRow) else -1 - place


def _first(pieces: Iterable[_Piece], seconds: float) -> Iterator[_Piece]:
    """Yield pieces from the beginning for as long as there is time; the last may be cut."""
    for piece in pieces:
        yield piece.as_far_as(seconds)
        if piece.seconds > seconds:
            return
        seconds -= piece.seconds


def _dealt(pieces: Sequence[_Piece], people: int, most: float) -> list[list[int]]:
    """Give the longest piece first, each to whoever has least so far, as far as there is time."""
    hands: list[list[int]] = [[] for _ in range(people)]
    times = [0.0] * people
    for piece in sorted(pieces, key=lambda one: (-one.seconds, one.places)):
        least = times.index(min(times))
        given = piece.as_far_as(most - times[least])
        hands[least] += given.places
        times[least] += given.seconds
    return hands


def minutes_of(review: Review) -> int:
    """Return how long a part takes, rounded up."""
    pace = review.pace
    seconds = review.open_questions * pace.heading + review.statements * pace.statement
    return ceil(seconds / 60)


def _part(review: Review, questions: Sequence[_Question]) -> Review:
    headings = tuple(one for one in questions if isinstance(one, HeadingQuestion))
    return replace(
        review,
        headings=headings,
        queue=tuple(one for one in questions if isinstance(one, QueueRow)),
        skim=(),
        lever=_lever(review, {one.key: n for n, one in enumerate(headings, 1)}),
        rules=(),
        by_lot=(),
        audit=None,
    )


def _lever(review: Review, places: Mapping[str, int]) -> Lever:
    """Return what a part's headings settle by themselves, of all that waits."""
    needed = [{heading_key(name) for name in row.headings} for row in review.queue if row.headings]
    reach = [max(places[key] for key in keys) for keys in needed if keys <= places.keys()]
    return Lever(questions=max(reach, default=0), settled=len(reach), waiting=len(review.queue))
