"""The votes of all matchers and the structure in, the labels of every facet with all votes out."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fingerpost.classifying.beliefs import Beliefs
from fingerpost.classifying.implications import companions, source_of
from fingerpost.classifying.pooling import Shares, mixed, pooled, ruled
from fingerpost.classifying.structure import Structure
from fingerpost.classifying.votes import joined
from fingerpost.learned import NONE
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Assignment, Evidence, Suggestion
from fingerpost.taxonomy import CORE_FACETS, UNIVERSAL_AREA, Facet, Taxonomy
from fingerpost.words import fold

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
_AGAIN = 0.8
"""What further words for the same rule are worth beside its surest ones."""
_AGAINST = 0.85
"""Text contradicts a heading where it speaks this surely for another area, and not for this."""
_SURELY_AGAINST = 0.96
"""So does a probability of this for another area, and next to none for this one."""
_AT_MOST = 2

_FROM = (
    (Facet.UNIVERSAL, (Facet.NEED, Facet.AREA)),
    (Facet.AREA, (Facet.UNIVERSAL,)),
    (Facet.STANDARD, (Facet.UNIVERSAL, Facet.NEED, Facet.AREA)),
)
"""For each facet in turn, the facets whose labels usually come with its own."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

Scores = Mapping[str, float]


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
        witnesses = _witnesses(concept, self.votes)
        return sure and (len(witnesses) > 1 or not all(witnesses.values()))


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
    words = f" {' '.join(_WORD.findall(fold(text).casefold()))} "
    votes = (*votes, *_parents(votes, rulebook.taxonomy))
    counted = _derived(tuple(_unshadowed(votes, words)), rulebook)
    case = _Case(counted, beliefs, structure, rulebook.taxonomy)
    areas = _areas(case)
    assignments = (
        areas,
        _needs(case, areas),
        _ranked(case, Facet.UNIVERSAL),
        _ranked(case, Facet.STANDARD),
        *(_ranked(case, facet) for facet in rulebook.taxonomy.facets[len(CORE_FACETS) :]),
    )
    given = frozenset(concept for one in assignments for concept in one.concepts)
    shown = tuple(dict.fromkeys((*votes, *counted, *beliefs.votes(given))))
    return Labels(assignments, shown, _contradicted(case))


def _derived(votes: tuple[Suggestion, ...], rulebook: Rulebook) -> tuple[Suggestion, ...]:
    for target, sources in _FROM:
        votes = (*votes, *_implied(votes, sources, target, rulebook))
    return votes


def text_scores(votes: Iterable[Suggestion], facet: Facet) -> Scores:
    """Join what the words say, concept by concept, surest first."""
    return _scores(vote for vote in votes if vote.facet is facet and not vote.structural)


def _scores(votes: Iterable[Suggestion]) -> Scores:
    """Join the scores of each concept; further words for the same rule count a little less."""
    rules: dict[str, dict[tuple[str, str], dict[str, float]]] = {}
    for vote in votes:
        evidence = vote.evidence
        quotes = rules.setdefault(vote.concept, {}).setdefault(
            (evidence.matcher, evidence.rule), {}
        )
        quote = evidence.quote.casefold()
        quotes[quote] = max(quotes.get(quote, 0.0), vote.score)
    scores = {
        concept: joined(tuple(_shares(by_rule.values()))) for concept, by_rule in rules.items()
    }
    return dict(sorted(scores.items(), key=lambda item: (-round(item[1], 9), item[0])))


def _shares(rules: Iterable[Mapping[str, float]]) -> Iterator[float]:
    """The score of each rule's surest words, and a share of those of its other words, in order."""
    surest = [sorted(quotes.values(), reverse=True) for quotes in rules]
    yield from sorted(
        score * _AGAIN ** (place > 0) for q in surest for place, score in enumerate(q)
    )


def _unshadowed(votes: tuple[Suggestion, ...], text: str) -> Iterator[Suggestion]:
    """Drop votes on words that stand only inside longer words of another concept.

    "Emotional literacy" speaks of feelings; its "literacy" does not speak of reading.
    """
    quotes = {(v.facet, v.concept, _edged(v)) for v in votes if v.evidence.matcher == "patterns"}
    for vote in votes:
        inner = _edged(vote)
        longer = {q for facet, c, q in quotes if facet is vote.facet and c != vote.concept}
        around = [outer for outer in longer if inner in outer and inner != outer]
        if vote.structural or not around or _stands_alone(inner, around, text):
            yield vote


def _edged(vote: Suggestion) -> str:
    return f" {' '.join(_WORD.findall(fold(vote.evidence.quote).casefold()))} "


def _stands_alone(inner: str, around: list[str], text: str) -> bool:
    for outer in sorted(around, key=lambda words: (-len(words), words)):
        text = text.replace(outer, " · ")
    return inner in text


def _parents(votes: Sequence[Suggestion], taxonomy: Taxonomy) -> Iterator[Suggestion]:
    for vote in votes:
        if vote.facet is Facet.NEED and not vote.structural:
            parent = taxonomy[vote.concept].parent
            because = Evidence(vote.evidence.matcher, vote.evidence.quote, vote.evidence.rule)
            yield Suggestion(Facet.AREA, parent, vote.score, because, weak=vote.weak)


def _implied(
    votes: tuple[Suggestion, ...], sources: tuple[Facet, ...], target: Facet, rulebook: Rulebook
) -> Iterator[Suggestion]:
    for source in sources:
        of_source = tuple(vote for vote in votes if vote.facet is source)
        for concept, score in _scores(of_source).items():
            evidence = _best(of_source, concept).evidence
            for vote in companions(concept, score, evidence, rulebook):
                if vote.facet is target:
                    yield vote


def _witnesses(
    concept: str, votes: Sequence[Suggestion], seen: frozenset[str] = frozenset()
) -> dict[tuple[str, str], bool]:
    """Return the rules on which a concept rests in the end, and whether each is weak."""
    found: dict[tuple[str, str], bool] = {}
    for vote in votes:
        if vote.concept != concept or vote.structural or concept in seen:
            continue
        if source := source_of(vote.evidence):
            found.update(_witnesses(source, votes, seen | {concept}))
        else:
            found[vote.evidence.matcher, vote.evidence.rule] = vote.weak
    return found


def _best(votes: Sequence[Suggestion], concept: str) -> Suggestion:
    return max(
        (vote for vote in votes if vote.concept == concept),
        key=lambda vote: (vote.score, vote.evidence.matcher, vote.evidence.rule),
    )


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
        return Assignment(Facet.AREA, concepts[:2], ranked=ranked)
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
    against = max((s for c, s in _scores(firm).items() if c != UNIVERSAL_AREA), default=0.0)
    return against >= _AGAINST and not own


def _learning_contradicts(case: _Case, areas: Collection[str]) -> bool:
    if not case.beliefs.facets.get(Facet.AREA):
        return False
    shares = case.shares(Facet.AREA)
    first, top = next(iter(shares.items()))
    own = sum(share for area, share in shares.items() if case.taxonomy.core(area) in areas)
    return first != UNIVERSAL_AREA and top >= _SURELY_AGAINST and own <= 1.0 - _SURELY_AGAINST
