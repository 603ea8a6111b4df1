"""The concepts' own words in, weak votes for those a statement shares its telling words with out."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.classifying.statements import Statement
from fingerpost.classifying.votes import Votes
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Concept, Facet, Taxonomy
from fingerpost.words import fold, language

_MOST = 0.35
"""Shared words alone are never worth more than this."""
_LEAST = 0.05
_FULL = 5.0
"""The sum of word weights (natural logarithms) that is worth `_MOST`."""
_SHORTEST = 3
_EVERYWHERE = frozenset(
    (
        *("pupil", "pupils", "child", "children", "learner", "learners", "student", "students"),
        *("school", "schools", "setting", "settings", "need", "needs", "support", "use", "used"),
        *("help", "make", "difficulty", "difficulties", "send", "sen", "whole", "kind", "beyond"),
        *("general", "good", "work", "working"),
    )
)
"""Words of this field that tell no concept from another."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Votes by the words that statement and concept share, rare ones counting more."""

    lemmas: Mapping[str, tuple[tuple[Concept, float], ...]]

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(Votes(tuple(self._of(statement))) for statement in statements)

    def _of(self, statement: Statement) -> Iterator[Suggestion]:
        sums: dict[str, float] = {}
        best: dict[str, tuple[float, int, Concept]] = {}
        for token, lemma in _first_words(statement):
            for concept, weight in self.lemmas.get(lemma, ()):
                sums[concept.id] = sums.get(concept.id, 0.0) + weight
                best[concept.id] = max(
                    best.get(concept.id, (0.0, 0, concept)), (weight, -token, concept), key=_order
                )
        for concept_id, total in sums.items():
            score = round(min(total / _FULL, 1.0) * _MOST, 4)
            if score >= _LEAST:
                _, token, concept = best[concept_id]
                yield _suggestion(statement, concept, -token, score)


def _order(entry: tuple[float, int, Concept]) -> tuple[float, int]:
    return entry[:2]


def _first_words(statement: Statement) -> Iterator[tuple[int, str]]:
    """Yield each different lemma of the action once, with its token."""
    seen: set[str] = set()
    for token in statement.doc:
        if token.idx >= statement.action_end:
            return
        if token.lemma_ not in seen:
            seen.add(token.lemma_)
            yield token.i, token.lemma_


def _suggestion(statement: Statement, concept: Concept, token: int, score: float) -> Suggestion:
    evidence = Evidence("definitions", statement.quote(token, token + 1), concept.id)
    return Suggestion(concept.facet, concept.id, score, evidence, weak=True)


def build(rulebook: Rulebook) -> Definitions:
    """Index the telling words of labels, other names and definitions, facet by facet."""
    index: dict[str, list[tuple[Concept, float]]] = {}
    for facet in Facet:
        for lemma, concept, weight in _weighted(rulebook.taxonomy, facet):
            index.setdefault(lemma, []).append((concept, weight))
    return Definitions({lemma: tuple(entries) for lemma, entries in index.items()})


def _weighted(taxonomy: Taxonomy, facet: Facet) -> Iterator[tuple[str, Concept, float]]:
    concepts = [c for c in taxonomy.concepts if c.facet is facet and not (c.own or c.retired)]
    words = {concept.id: _words(concept) for concept in concepts}
    spread = Counter(lemma for lemmas in words.values() for lemma in lemmas)
    for concept in concepts:
        for lemma in sorted(words[concept.id]):
            weight = math.log((1 + len(concepts)) / spread[lemma])
            if weight > 0:
                yield lemma, concept, weight


def _words(concept: Concept) -> set[str]:
    text = " ".join((concept.core_label, concept.definition, *concept.alternates))
    return {
        token.lemma_
        for token in language()(fold(text))
        if token.is_alpha and len(token.lemma_) >= _SHORTEST and not _is_common(token.lower_)
    }


def _is_common(word: str) -> bool:
    return bool(language().vocab[word].is_stop) or word in _EVERYWHERE
