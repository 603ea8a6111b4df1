"""What matchers said of an item in, lines that say which label rests on what out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.classifying.evaluating.wording import percent
from fingerpost.directory import Item
from fingerpost.suggestions import Assignment, Ranked, Suggestion
from fingerpost.taught import RULE_KEY
from fingerpost.taxonomy import Facet, Taxonomy

KINDS = {
    Facet.AREA: "area",
    Facet.NEED: "need",
    Facet.UNIVERSAL: "whole school",
    Facet.STANDARD: "standard",
    Facet.STAGE: "stage",
}
_MATCHERS = {
    "headings": "headings",
    "colours": "colour",
    "patterns": "words",
    "definitions": "definition",
    "forms": "form",
    "learned": "examples",
    "implications": "follows",
}
"""What each matcher goes by, in a word."""
_SPEAKS = 0.5
"""Words that are less sure than this contradict no heading."""
_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Conflict:
    """Headings state some labels of a facet, and words speak for another."""

    facet: Facet
    stated: tuple[str, ...]
    vote: Suggestion


def conflicts(item: Item) -> tuple[Conflict, ...]:
    """Return where headings and words disagree, facet by facet."""
    return tuple(found for facet in Facet if (found := _conflict(item, facet)))


def _conflict(item: Item, facet: Facet) -> Conflict | None:
    votes = [vote for vote in item.classified.suggestions if vote.facet is facet]
    stated = {vote.concept for vote in votes if vote.structural}
    given = tuple(c for c in item.classified.concepts(facet) if c in stated)
    words = _surest(vote for vote in votes if not (vote.structural or vote.weak))
    spoken = words[0] if words and words[0].score >= _SPEAKS else None
    if not given or spoken is None or spoken.concept in stated:
        return None
    return Conflict(facet, given, spoken)


def label_lines(item: Item, taxonomy: Taxonomy) -> Iterator[str]:
    """Say of each facet what the labels are, why, what else is likely, and what speaks against."""
    known = {one.facet: one for one in item.classified.assignments}
    against = {one.facet: one for one in conflicts(item)}
    for facet in Facet:
        labels, assignment = item.concepts(facet), known.get(facet)
        if labels:
            names = "; ".join(taxonomy.label(label) for label in labels)
            yield f"  {KINDS[facet]}: {names}, because {_because(item, labels[0])}"
        elif facet is Facet.AREA:
            yield f"  {KINDS[facet]}: none that is likely enough"
        if assignment and (likely := _likely(assignment, taxonomy)):
            yield f"    how likely: {likely}"
        if facet in against:
            yield f"    but {_told(against[facet], taxonomy)}"


def _because(item: Item, concept: str) -> str:
    votes = _surest(vote for vote in item.classified.suggestions if vote.concept == concept)
    if not votes:
        return "a person said so"
    return _grounds(max(votes, key=lambda vote: (vote.structural, vote.score)))


def _grounds(vote: Suggestion) -> str:
    """Say what a vote rests on: a heading, words, or an example that it is like."""
    evidence = vote.evidence
    if vote.structural:
        return f"its heading says “{evidence.quote}”"
    if evidence.matcher == "learned":
        example, _, _ = evidence.rule.rpartition(" (")
        return f"of “{evidence.quote}”, {example or evidence.rule}"
    rule = f", by the rule {evidence.rule}" if evidence.rule.startswith(RULE_KEY) else ""
    return f"of “{evidence.quote}”{rule}"


def _likely(assignment: Assignment, taxonomy: Taxonomy) -> str:
    """Name what is likely at all, where there is more than one such label."""
    shown = [one for one in assignment.ranked if one.probability >= _LEAST]
    told = ", ".join(f"{_named(one, taxonomy)} {percent(one.probability)}" for one in shown)
    return told if len(shown) > 1 else ""


def _named(one: Ranked, taxonomy: Taxonomy) -> str:
    return taxonomy.label(one.concept) if one.concept else "none of them"


def _told(conflict: Conflict, taxonomy: Taxonomy) -> str:
    stated = " and ".join(taxonomy.label(concept) for concept in conflict.stated)
    spoken = taxonomy.label(conflict.vote.concept)
    return f"the headings say {stated}, the words say {spoken}: {_grounds(conflict.vote)}"


def vote_lines(votes: Sequence[Suggestion], taxonomy: Taxonomy) -> Iterator[str]:
    """List every vote by facet and label, the surest first, with its rule and its words."""
    for facet in Facet:
        of_facet = [vote for vote in votes if vote.facet is facet]
        if of_facet:
            yield f"What speaks for which {KINDS[facet]}:"
        for concept in dict.fromkeys(vote.concept for vote in _surest(of_facet)):
            yield f"  {taxonomy.label(concept)}"
            yield from (
                _vote(vote) for vote in _surest(one for one in of_facet if one.concept == concept)
            )


def _vote(vote: Suggestion) -> str:
    evidence = vote.evidence
    matcher = _MATCHERS.get(evidence.matcher, evidence.matcher)
    weak = ", weak" if vote.weak else ""
    return f"    {vote.score:.2f}  {matcher} “{evidence.quote}” ({evidence.rule}{weak})"


def _surest(votes: "Iterator[Suggestion] | Sequence[Suggestion]") -> list[Suggestion]:
    return sorted(votes, key=lambda vote: (-vote.score, vote.evidence.matcher, vote.evidence.rule))
