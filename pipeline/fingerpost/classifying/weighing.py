"""The votes of all matchers in, those that count and how surely they speak for each concept out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fingerpost.classifying.implications import companions, source_of
from fingerpost.classifying.votes import joined
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy
from fingerpost.words import fold

_AGAIN = 0.8
"""What further words for the same rule are worth beside its surest ones."""

_FROM = (
    (Facet.UNIVERSAL, (Facet.NEED, Facet.AREA)),
    (Facet.AREA, (Facet.UNIVERSAL,)),
    (Facet.STANDARD, (Facet.UNIVERSAL, Facet.NEED, Facet.AREA)),
)
"""For each facet in turn, the facets whose labels usually come with its own."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

Scores = Mapping[str, float]


def with_parents(votes: tuple[Suggestion, ...], taxonomy: Taxonomy) -> tuple[Suggestion, ...]:
    """Add to the votes on needs the same votes on the areas they belong to."""
    return (*votes, *_parents(votes, taxonomy))


def counted(votes: tuple[Suggestion, ...], rulebook: Rulebook, text: str) -> tuple[Suggestion, ...]:
    """Return the votes that count, with those on what usually goes with their concepts.

    Votes on words of a text that stand only inside longer ones do not count.
    """
    words = f" {' '.join(_WORD.findall(fold(text).casefold()))} "
    found = tuple(_unshadowed(votes, words))
    for target, sources in _FROM:
        found = (*found, *_implied(found, sources, target, rulebook))
    return found


def text_scores(votes: Iterable[Suggestion], facet: Facet) -> Scores:
    """Join what the words say, concept by concept, surest first."""
    return scores_of(vote for vote in votes if vote.facet is facet and not vote.structural)


def scores_of(votes: Iterable[Suggestion]) -> Scores:
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
        for concept, score in scores_of(of_source).items():
            evidence = _best(of_source, concept).evidence
            for vote in companions(concept, score, evidence, rulebook):
                if vote.facet is target:
                    yield vote


def witnesses(
    concept: str, votes: Sequence[Suggestion], seen: frozenset[str] = frozenset()
) -> dict[tuple[str, str], bool]:
    """Return the rules on which a concept rests in the end, and whether each is weak."""
    found: dict[tuple[str, str], bool] = {}
    for vote in votes:
        if vote.concept != concept or vote.structural or concept in seen:
            continue
        if source := source_of(vote.evidence):
            found.update(witnesses(source, votes, seen | {concept}))
        else:
            found[vote.evidence.matcher, vote.evidence.rule] = vote.weak
    return found


def _best(votes: Sequence[Suggestion], concept: str) -> Suggestion:
    return max(
        (vote for vote in votes if vote.concept == concept),
        key=lambda vote: (vote.score, vote.evidence.matcher, vote.evidence.rule),
    )
