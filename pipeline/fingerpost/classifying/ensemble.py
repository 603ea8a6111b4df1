"""The votes of all matchers and the structure in, the labels of every facet with all votes out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from fingerpost.classifying.beliefs import Beliefs
from fingerpost.classifying.pooling import Shares, mixed, pooled, ruled
from fingerpost.classifying.structure import Structure
from fingerpost.classifying.weighing import (
    Scores,
    counted,
    scores_of,
    text_scores,
    with_parents,
    witnesses,
)
from fingerpost.learned import NONE
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Assignment, Suggestion
from fingerpost.taxonomy import CORE_FACETS, UNIVERSAL_AREA, Facet, Taxonomy

_ENOUGH = 0.36
"""The least score of words that give a label alone; one weak vote stays below it."""
_GUESS = 0.2
"""The least probability of a label."""
_STRONG = 0.8
"""What text needs to add a label that the headings do not give."""
_NEAR = 0.7
"""A further label needs this share of the first one's probability …"""
_FURTHER = 0.25
"""… and at least this."""
_AGAINST = 0.85
"""Text contradicts a heading where it speaks this surely for another area, and not for this."""
_SURELY_AGAINST = 0.96
"""So does a probability of this for another area, and next to none for this one."""
_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of all facets; `contradicted` where text speaks against the headings' area."""

    assignments: tuple[Assignment, ...]
    suggestions: tuple[Suggestion, ...]
    contradicted: bool

    def of(self, facet: Facet) -> Assignment:
        """Return the assignment of one facet."""
        return next(a for a in self.assignments if a.facet is facet)


@dataclass(frozen=True, slots=True)
class _Case:
    """All that is said of one statement: the votes that count, what was learned, the headings."""

    votes: tuple[Suggestion, ...]
    beliefs: Beliefs
    structure: Structure
    taxonomy: Taxonomy

    def shares(self, facet: Facet, concepts: Iterable[str] | None = None) -> Shares:
        """Return the probability of each concept of a facet by words alone, or of some of them."""
        names = _classes(facet, self.taxonomy) if concepts is None else concepts
        learned = self.beliefs.facets.get(facet, {})
        return pooled(names, learned, text_scores(self.votes, facet))

    def given(self, facet: Facet, shares: Shares) -> tuple[str, ...]:
        """Return the likeliest concept, and the next where it is near; none where none is likely.

        Where nothing was learned of a facet, words alone must be sure enough.
        """
        (first, top), *others = shares.items()
        if first == NONE or top < _GUESS:
            return ()
        if not self.beliefs.facets.get(facet):
            others = [one for one in others if self._is_firm(facet, one[0])]
            if not self._is_firm(facet, first):
                return ()
        least = max(_FURTHER, _NEAR * top)
        return (first, *(c for c, share in others[:1] if c != NONE and share >= least))

    def _is_firm(self, facet: Facet, concept: str) -> bool:
        """Whether words are sure enough; a weak rule never is, however often its words stand there."""
        sure = text_scores(self.votes, facet).get(concept, 0.0) >= _ENOUGH
        rules = witnesses(concept, self.votes)
        return sure and (len(rules) > 1 or not all(rules.values()))


def label(
    votes: tuple[Suggestion, ...],
    beliefs: Beliefs,
    structure: Structure,
    rulebook: Rulebook,
    text: str,
) -> Labels:
    """Join votes by facet: needs give areas, both give provision, all give standards.

    All votes are kept to be shown; those on words inside longer ones do not count.
    """
    votes = with_parents(votes, rulebook.taxonomy)
    heard = counted(votes, rulebook, text)
    case = _Case(heard, beliefs, structure, rulebook.taxonomy)
    areas = _areas(case)
    assignments = (
        areas,
        _needs(case, areas),
        _ranked(case, Facet.UNIVERSAL),
        _ranked(case, Facet.STANDARD),
        *(_ranked(case, facet) for facet in rulebook.taxonomy.facets[len(CORE_FACETS) :]),
    )
    given = frozenset(concept for one in assignments for concept in one.concepts)
    shown = tuple(dict.fromkeys((*votes, *heard, *beliefs.votes(given))))
    return Labels(assignments, shown, _contradicted(case))


def _classes(facet: Facet, taxonomy: Taxonomy) -> tuple[str, ...]:
    concepts = tuple(c.id for c in taxonomy.concepts if c.facet is facet and not c.retired)
    return (*concepts, UNIVERSAL_AREA) if facet is Facet.AREA else concepts


def _areas(case: _Case) -> Assignment:
    ruling, taxonomy = case.structure.facets[Facet.AREA], case.taxonomy
    shares = case.shares(Facet.AREA)
    ranked = ruled(shares, ruling)
    if ruling.settled or ruling.values == (UNIVERSAL_AREA,):
        return Assignment(Facet.AREA, ruling.values, ruling.settled, ranked=ranked)
    if ruling.values:
        known = taxonomy.cores((*ruling.values, UNIVERSAL_AREA))
        strong = _above(text_scores(case.votes, Facet.AREA), _STRONG, ruling.values)
        concepts = (*ruling.values, *(c for c in strong if taxonomy.core(c) not in known))
        return Assignment(Facet.AREA, concepts[:_AT_MOST], ranked=ranked)
    concepts = case.given(Facet.AREA, shares)
    if UNIVERSAL_AREA in concepts:
        concepts = concepts[:1]
    return Assignment(Facet.AREA, concepts, ranked=ranked)


def _needs(case: _Case, areas: Assignment) -> Assignment:
    """Needs of the areas given; where the area is universal or missing, none.

    How likely each is depends on how likely its area is.
    """
    given = _ranked(case, Facet.NEED, _needs_of(areas.concepts, case.taxonomy))
    shares = mixed(
        (one.probability, case.shares(Facet.NEED, _needs_of((one.concept,), case.taxonomy)))
        for one in areas.ranked
    )
    return replace(given, ranked=ruled(shares, case.structure.facets[Facet.NEED]))


def _needs_of(areas: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    cores = taxonomy.cores(areas)
    return tuple(
        concept.id
        for concept in taxonomy.concepts
        if concept.facet is Facet.NEED
        and not concept.retired
        and taxonomy.core(concept.parent) in cores
    )


def _ranked(case: _Case, facet: Facet, fitting: tuple[str, ...] | None = None) -> Assignment:
    ruling = case.structure.facets[facet]
    known = fitting if fitting is None else tuple(dict.fromkeys((*fitting, *ruling.values)))
    shares = case.shares(facet, known)
    ranked = ruled(shares, ruling)
    if not ruling.values:
        return Assignment(facet, case.given(facet, shares), ranked=ranked)
    scores = text_scores(case.votes, facet)
    own = case.taxonomy.cores(ruling.values)
    strong = (
        c
        for c in _above(scores, _STRONG, ruling.values)
        if (known is None or c in known) and case.taxonomy.core(c) not in own
    )
    concepts = (*ruling.values, *strong)
    return Assignment(facet, concepts[:_AT_MOST], ruling.settled, ranked=ranked)


def _above(scores: Scores, least: float, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(c for c, score in scores.items() if score >= least and c not in known)


def _contradicted(case: _Case) -> bool:
    """Whether words speak against the area of the headings: cues do, or all that was learned."""
    taxonomy = case.taxonomy
    areas = taxonomy.cores(case.structure.facets[Facet.AREA].values)
    if areas <= {UNIVERSAL_AREA}:
        return False
    return _cues_contradict(case, areas) or _learning_contradicts(case, areas)


def _cues_contradict(case: _Case, areas: Collection[str]) -> bool:
    votes, taxonomy = case.votes, case.taxonomy
    firm = tuple(v for v in votes if v.facet is Facet.AREA and not v.weak and not v.structural)
    own = any(taxonomy.core(vote.concept) in areas for vote in firm)
    against = max((s for c, s in scores_of(firm).items() if c != UNIVERSAL_AREA), default=0.0)
    return against >= _AGAINST and not own


def _learning_contradicts(case: _Case, areas: Collection[str]) -> bool:
    if not case.beliefs.facets.get(Facet.AREA):
        return False
    shares = case.shares(Facet.AREA)
    first, top = next(iter(shares.items()))
    own = sum(share for area, share in shares.items() if case.taxonomy.core(area) in areas)
    return first != UNIVERSAL_AREA and top >= _SURELY_AGAINST and own <= 1.0 - _SURELY_AGAINST
