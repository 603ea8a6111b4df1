"""All that the stages of classifying have found on one statement, for whoever judges it."""

from dataclasses import dataclass

from fingerpost.classifying.ensemble import Labels
from fingerpost.classifying.fields import Fields
from fingerpost.classifying.gate import Gate
from fingerpost.classifying.statements import Statement
from fingerpost.classifying.structure import Structure
from fingerpost.classifying.votes import FieldVote
from fingerpost.facet_rules import FacetRule
from fingerpost.suggestions import Evidence
from fingerpost.taxonomy import Facet, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that the stages before have found on one statement; `broken` are facet rules it breaks."""

    statement: Statement
    structure: Structure
    labels: Labels
    fields: Fields
    votes: tuple[FieldVote, ...]
    gate: Gate
    personal: tuple[Evidence, ...]
    taxonomy: Taxonomy
    broken: tuple[FacetRule, ...] = ()

    def given(self, facet: Facet) -> tuple[str, ...]:
        """Return the labels of one facet, primary first; none where nothing is said of it."""
        return next((a.concepts for a in self.labels.assignments if a.facet is facet), ())
