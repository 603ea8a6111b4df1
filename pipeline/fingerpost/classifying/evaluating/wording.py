"""Figures and facets in, words for people out."""

from fingerpost.classifying.evaluating.intervals import Interval, Measure, Share
from fingerpost.classifying.evaluating.rows import NO_LABEL
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy

FACETS = {
    Facet.AREA: "area",
    Facet.NEED: "need",
    Facet.UNIVERSAL: "whole school",
    Facet.STANDARD: "standard",
    Facet.STAGE: "stage",
}
_NEARLY_ALL = 0.995
_UNNAMED = {NO_LABEL: "no label", UNIVERSAL_AREA: "every area"}


def percent(share: float) -> str:
    """Write a share as people say it, without claiming all where something is missing."""
    return "over 99 %" if _NEARLY_ALL <= share < 1 else f"{share:.0%}".replace("%", " %")


def within(ends: Interval) -> str:
    """Write an interval."""
    low, high = ends
    return f"{low:.3f} to {high:.3f}"


def told(share: Share) -> str:
    """Write a share with its interval; of nothing, nothing is said."""
    return f"{share.value:.3f} ({within(share.interval)})" if share.of else "–"


def briefly(share: Share) -> str:
    """Write a share with its interval and what it is of, for a narrow column."""
    low, high = share.interval
    return f"{share.value:.2f} ({low:.2f} to {high:.2f}) of {share.of}" if share.of else "–"


def measured(measure: Measure | None) -> str:
    """Write a measure with its interval."""
    return (
        "–" if measure is None else f"{measure.value:.3f} ({within((measure.low, measure.high))})"
    )


def name_of(concept: str, taxonomy: Taxonomy) -> str:
    """Return the council's words for a label, or for its absence."""
    return taxonomy.label(concept) if concept in taxonomy else _UNNAMED.get(concept, concept)
