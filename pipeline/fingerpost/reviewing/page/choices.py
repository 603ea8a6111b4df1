"""An item in, the labels that it may have, each with what speaks for it in words, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.suggestions import Ranked, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy

MOST = 9
"""Labels that are offered: there are nine keys for them."""

_LIKELY = 0.1
"""A label that is not given is offered from this probability on."""
_EACH = 2
"""Labels of one kind that are offered beside those given."""
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """One label that may be right; `given` says whether it is proposed."""

    facet: Facet
    label: str
    because: str
    given: bool


def label_choices(item: Item, taxonomy: Taxonomy) -> tuple[LabelChoice, ...]:
    """Return the labels that are proposed, kind by kind, with the likeliest others among them."""
    given = {facet: item.concepts(facet) for facet in taxonomy.facets}
    room = MOST - sum(map(len, given.values()))
    found: dict[tuple[Facet, str], LabelChoice] = {}
    for facet in taxonomy.facets:
        others = tuple(_others(item, facet, given[facet]))[: min(_EACH, max(room, 0))]
        for concept in (*given[facet], *others):
            label = taxonomy.label(concept)
            choice = LabelChoice(facet, label, _because(item, concept), concept in given[facet])
            if (facet, label) not in found:
                found[facet, label] = choice
                room -= not choice.given
    return tuple(found.values())[:MOST]


def _others(item: Item, facet: Facet, given: Iterable[str]) -> Iterator[str]:
    """Yield what else may be right, the likeliest first: what was ranked, then what was voted for."""
    taken = {*given, ""}
    ranked = [one for one in _ranked(item, facet) if one.probability >= _LIKELY]
    votes = [one for one in item.classified.suggestions if one.facet is facet and not one.weak]
    votes.sort(key=lambda one: (-one.score, one.concept))
    for concept in (*(one.concept for one in ranked), *(one.concept for one in votes)):
        if concept not in taken:
            taken.add(concept)
            yield concept


def _ranked(item: Item, facet: Facet) -> tuple[Ranked, ...]:
    found = (one.ranked for one in item.classified.assignments if one.facet is facet)
    return next(found, ())


def _because(item: Item, concept: str) -> str:
    """Say what speaks for a label: a person, its heading, some words; empty where all words do."""
    verdict = item.verdict
    if verdict and any(concept in labels for labels in verdict.labels.values()):
        return f"{verdict.reviewer or 'somebody'} chose it"
    votes = [one for one in item.classified.suggestions if one.concept == concept]
    best = max(votes, key=lambda one: (one.structural, one.score), default=None)
    return _grounds(best, item) if best else ""


def _grounds(vote: Suggestion, item: Item) -> str:
    quote = vote.evidence.quote
    if vote.structural:
        return f"the heading says “{quote}”"
    if vote.evidence.matcher == "colours":
        return "it has this colour"
    if vote.evidence.matcher == "implications":
        return "it goes with another label"
    if quote and quote != item.classified.strategy.text and len(quote) <= _LONGEST_QUOTE:
        return f"the words “{quote}”"
    return ""
