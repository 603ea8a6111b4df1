"""Statements with the heading whose colour they have in, a weak vote for its area each out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.classifying.statements import Statement
from fingerpost.classifying.votes import Votes, facet_of
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy

_HINT = 0.35
"""A colour alone gives no label; with any other word for the area it does."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Votes for the area that a colour stands for in the document itself."""

    taxonomy: Taxonomy

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(Votes(tuple(self._labels(statement))) for statement in statements)

    def _labels(self, statement: Statement) -> Iterator[Suggestion]:
        meaning = statement.hint.meaning if statement.hint else None
        for concept in meaning.concepts if meaning else ():
            if facet_of(concept, self.taxonomy) is Facet.AREA:
                evidence = Evidence("colours", statement.strategy.hint, "the same colour")
                yield Suggestion(Facet.AREA, concept, _HINT, evidence, weak=True)


def build(rulebook: Rulebook) -> Colours:
    """Make the matcher; what colours stand for comes with the statements."""
    return Colours(rulebook.taxonomy)
