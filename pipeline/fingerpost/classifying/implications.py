"""The joint score of one concept in, weak votes for what the rules say usually goes with it out."""

from collections.abc import Iterator

from fingerpost.classifying.votes import facet_of
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion

_MATCHER = "implications"
_LEADS_TO = " → "
_LEAST = 0.02
"""A fainter echo than this is not worth showing."""


def companions(
    concept: str, score: float, evidence: Evidence, rulebook: Rulebook
) -> Iterator[Suggestion]:
    """Yield what a concept, believed with this score, says of other facets; none decides alone."""
    for target, strength in rulebook.companions.get(concept, {}).items():
        implied, facet = round(score * strength, 4), facet_of(target, rulebook.taxonomy)
        if facet and implied >= _LEAST:
            because = Evidence(_MATCHER, evidence.quote, f"{concept}{_LEADS_TO}{target}")
            yield Suggestion(facet, target, implied, because, weak=True)


def source_of(evidence: Evidence) -> str:
    """Return the concept that a companion's vote comes from; empty for any other vote."""
    return evidence.rule.partition(_LEADS_TO)[0] if evidence.matcher == _MATCHER else ""
