"""What one matcher says about one statement: labels, and values of fields and of the gate."""

from dataclasses import dataclass

from fingerpost.cues import Target
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy


@dataclass(frozen=True, slots=True)
class FieldVote:
    """A matcher's word on a field or the gate; `place` is the character where its words begin.

    Votes of headings count their place by distance: 0 is the nearest heading.
    """

    target: Target
    value: str
    score: float
    evidence: Evidence
    place: int = 0
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Votes:
    """All that one matcher says about one statement."""

    labels: tuple[Suggestion, ...] = ()
    fields: tuple[FieldVote, ...] = ()


def together(parts: tuple[Votes, ...]) -> Votes:
    """Lay the votes of several matchers side by side, in the matchers' order."""
    return Votes(
        labels=tuple(label for part in parts for label in part.labels),
        fields=tuple(field for part in parts for field in part.fields),
    )


def joined(scores: tuple[float, ...]) -> float:
    """Join scores of separate witnesses: each takes its share of the doubt that is left."""
    doubt = 1.0
    for score in scores:
        doubt *= 1.0 - score
    return 1.0 - doubt


def facet_of(concept: str, taxonomy: Taxonomy) -> Facet | None:
    """Return the facet of a concept id; one that is retired or that the taxonomy lacks has none."""
    if concept in taxonomy:
        known = taxonomy[concept]
        return None if known.retired else known.facet
    return Facet.AREA if concept == UNIVERSAL_AREA else None
