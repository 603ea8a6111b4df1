"""Statements with the meanings of their headings in, votes of the document's own structure out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.classifying.statements import Placed, Statement
from fingerpost.classifying.votes import FieldVote, Votes, facet_of
from fingerpost.cues import Target
from fingerpost.meanings import Meaning
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy

_STATED = 0.95
_PARTLY_STATED = 0.75
_OVERRULED = 0.3
_CONTEXT = 0.5


@dataclass(frozen=True, slots=True)
class Headings:
    """Votes for what the headings say, nearest first; title, file and folder speak lower."""

    taxonomy: Taxonomy

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(
            Votes(tuple(self._labels(statement)), tuple(_fields(statement)))
            for statement in statements
        )

    def _labels(self, statement: Statement) -> Iterator[Suggestion]:
        seen: set[Facet] = set()
        for placed, score in _scored(statement):
            votes = tuple(self._of(placed, score, seen))
            seen.update(vote.facet for vote in votes)
            yield from votes

    def _of(self, placed: Placed, score: float, seen: set[Facet]) -> Iterator[Suggestion]:
        for concept in placed.meaning.concepts if placed.meaning else ():
            facet = facet_of(concept, self.taxonomy)
            if facet:
                strength = min(score, _OVERRULED) if facet in seen else score
                yield Suggestion(facet, concept, strength, _evidence(placed), structural=True)


def _scored(statement: Statement) -> Iterator[tuple[Placed, float]]:
    for placed in statement.heads:
        yield placed, _STATED if placed.stated else _PARTLY_STATED
    for placed in reversed(statement.context):
        yield placed, _CONTEXT


def _fields(statement: Statement) -> Iterator[FieldVote]:
    for distance, (placed, score) in enumerate(_scored(statement)):
        if placed.meaning:
            for target, value in _values(placed.meaning):
                yield FieldVote(target, value, score, _evidence(placed), distance)


def _values(meaning: Meaning) -> Iterator[tuple[Target, str]]:
    if meaning.role:
        yield Target.GATE, meaning.role.value
    if meaning.tier:
        yield Target.TIER, meaning.tier
    if meaning.actor:
        yield Target.ACTOR, meaning.actor
    for phase in meaning.phases:
        yield Target.PHASE, phase


def _evidence(placed: Placed) -> Evidence:
    meaning = placed.meaning or Meaning()
    rule = f"answered by {meaning.answered_by}" if meaning.answered_by else meaning.rule
    return Evidence("headings", placed.text, rule)


def build(rulebook: Rulebook) -> Headings:
    """Make the matcher; what headings mean comes with the statements."""
    return Headings(rulebook.taxonomy)
