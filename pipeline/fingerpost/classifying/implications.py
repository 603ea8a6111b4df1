"""The joint score of one concept in, weak votes for what usually goes with it out.

A need usually comes with one kind of provision, a kind of provision with one teachers' standard,
and provision for all with no single area. The strengths are the usual companions of the taxonomy,
weighed on labelled statements of several councils; they never decide alone.
"""

from collections.abc import Iterator, Mapping

from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_WHOLE_SCHOOL = {
    "wsu-leadership": {UNIVERSAL_AREA: 0.7, "ts-8": 0.5, "ts-1": 0.3},
    "wsu-outcomes": {UNIVERSAL_AREA: 0.8, "ts-2": 0.5, "ts-1": 0.3},
    "wsu-assessment": {UNIVERSAL_AREA: 0.8, "ts-6": 0.75},
    "wsu-teaching": {UNIVERSAL_AREA: 0.4, "ts-5": 0.2, "ts-4": 0.35},
    "wsu-environment": {UNIVERSAL_AREA: 0.35, "ts-1": 0.4, "ts-5": 0.25},
    "wsu-resources": {UNIVERSAL_AREA: 0.4, "ts-5": 0.35},
    "wsu-pastoral": {UNIVERSAL_AREA: 0.35, "ts-7": 0.5, "ts-1": 0.4},
    "wsu-transition": {UNIVERSAL_AREA: 0.6, "ts-8": 0.45, "ts-5": 0.2},
    "wsu-voice": {UNIVERSAL_AREA: 0.9, "ts-8": 0.75},
    "wsu-workforce": {UNIVERSAL_AREA: 0.65, "ts-8": 0.75},
    "wsu-multiagency": {UNIVERSAL_AREA: 0.7, "ts-8": 0.75},
}
_LANGUAGE = {"wsu-teaching": 0.4, "ts-5": 0.35}
_LEARNING = {"wsu-teaching": 0.4, "ts-5": 0.35}
_FEELING = {"wsu-pastoral": 0.45, "ts-7": 0.45, "ts-1": 0.2}
_NEEDS = {
    "ci-expressive": _LANGUAGE,
    "ci-receptive": _LANGUAGE,
    "ci-speech": _LANGUAGE,
    "ci-attention": _LANGUAGE,
    "ci-social": {"wsu-teaching": 0.3, "wsu-pastoral": 0.3, "ts-5": 0.3},
    "ci-autism": _LANGUAGE,
    "ci-aac": _LANGUAGE,
    "cl-literacy": _LEARNING,
    "cl-numeracy": _LEARNING,
    "cl-memory": _LEARNING,
    "cl-metacognition": {"wsu-teaching": 0.4, "ts-2": 0.5, "ts-5": 0.25},
    "cl-general": _LEARNING,
    "cl-complex": _LEARNING,
    "semh-regulation": _FEELING,
    "semh-relationships": {"wsu-pastoral": 0.5, "ts-7": 0.4, "ts-1": 0.4},
    "semh-anxiety": {"wsu-pastoral": 0.5, "ts-7": 0.4, "ts-5": 0.2},
    "semh-attention": {"wsu-teaching": 0.3, "ts-5": 0.3, "ts-7": 0.3},
    "semh-behaviour": {"wsu-pastoral": 0.5, "ts-7": 0.7},
    "semh-trauma": {"wsu-pastoral": 0.5, "ts-7": 0.45},
    "semh-attendance": {"wsu-pastoral": 0.35, "wsu-outcomes": 0.3, "ts-1": 0.3},
    "sp-hearing": {"ts-5": 0.4},
    "sp-vision": {"wsu-resources": 0.25, "ts-5": 0.4},
    "sp-msi": {"ts-5": 0.4},
    "sp-physical": {"wsu-environment": 0.3, "ts-5": 0.4},
    "sp-motor": {"wsu-teaching": 0.25, "ts-5": 0.4},
    "sp-sensory": {"wsu-environment": 0.3, "ts-5": 0.4},
    "sp-medical": {"ts-8": 0.4, "ts-5": 0.2},
}
_AREAS = {
    "communication-and-interaction": {"wsu-teaching": 0.25, "ts-5": 0.3},
    "cognition-and-learning": {"wsu-teaching": 0.35, "ts-5": 0.3},
    "semh": {"wsu-pastoral": 0.4, "ts-7": 0.3, "ts-1": 0.25},
    "sensory-and-physical": {"ts-5": 0.3},
}
COMPANIONS: Mapping[str, Mapping[str, float]] = {**_WHOLE_SCHOOL, **_NEEDS, **_AREAS}
"""For each concept, what usually goes with it and how surely."""


_LEAST = 0.02
"""A fainter echo than this is not worth showing."""


def companions(concept: str, score: float, evidence: Evidence) -> Iterator[Suggestion]:
    """Yield what a concept, believed with this score, says of other facets."""
    for target, strength in COMPANIONS.get(concept, {}).items():
        implied = round(score * strength, 4)
        if implied >= _LEAST:
            because = Evidence("implications", evidence.quote, f"{concept} → {target}")
            yield Suggestion(_facet(target), target, implied, because, weak=True)


def _facet(target: str) -> Facet:
    if target == UNIVERSAL_AREA:
        return Facet.AREA
    return Facet.UNIVERSAL if target.startswith("wsu-") else Facet.STANDARD
