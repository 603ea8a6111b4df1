"""Statements and what was learned in, what the learned matcher believes of each, and why, out."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from fingerpost.classifying.lessons import words_of
from fingerpost.classifying.statements import Statement
from fingerpost.exemplars import Exemplar
from fingerpost.learned import ADVICE, GATE, NONE, Array, Learned, Question
from fingerpost.strategies import Role
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Facet
from fingerpost.words import language

if TYPE_CHECKING:
    from fingerpost.encoding import Encoder

MATCHER = "learned"
_NEIGHBOURS = 15
"""How many of the most similar examples have a say."""
_CLOSER = 8.0
"""How much more the closer ones say: the exponent of their likeness."""
_SHARES = (1.0, 0.5)
"""What the first and the second label of a neighbour count."""
_FLOOR = 1e-3
_SHOWN = 0.15
"""A fainter belief than this is no vote worth showing."""
_TELLING = 3
"""How many of a statement's words are quoted as what speaks for a label."""
_AT_ONCE = 512
"""Statements worked on together, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An example, and how like the statement it is, 0 to 1."""

    example: Exemplar
    likeness: float


@dataclass(frozen=True, eq=False)
class Grounds:
    """What a statement's votes are drawn from: its words, those that were learned, its neighbours."""

    learned: Learned
    statement: Statement
    words: tuple[str, ...]
    near: tuple[Neighbour, ...]

    @cached_property
    def known(self) -> Mapping[str, tuple[int, float]]:
        """The place and the weight of each single word that counts."""
        vocabulary = self.learned.vocabulary
        row, terms = vocabulary.row(self.words), vocabulary.terms
        return {word: (terms[word], row[terms[word]]) for word in self.words if word in terms}

    @cached_property
    def stands(self) -> Mapping[str, int]:
        """The token at which each lemma of the action first stands, in the text's order."""
        return _first_places(self.statement)

    def vote(self, facet: Facet, label: str, share: float) -> Suggestion:
        """Say what speaks for a label: the most telling words, and the nearest example that has it."""
        telling = _telling(self.known, self.learned.questions[facet.value], label)
        quote = _quoted(self.statement, self.stands, telling) or self.statement.strategy.text
        rule = _because(facet, label, self.near)
        return Suggestion(facet, label, round(share, 4), Evidence(MATCHER, quote, rule))


@dataclass(frozen=True, slots=True, eq=False)
class Beliefs:
    """What was learned says of one statement: a probability for each label of each facet.

    `advice` is the belief that it is advice, `grounds` what its votes are drawn from.
    """

    facets: Mapping[Facet, Mapping[str, float]] = field(default_factory=dict)
    advice: float | None = None
    grounds: Grounds | None = None

    def votes(self, given: Collection[str] = ()) -> tuple[Suggestion, ...]:
        """Return a vote for each label that is believed enough to be shown, or was given."""
        return tuple(
            self.grounds.vote(facet, label, share)
            for facet, shares in self.facets.items()
            for label, share in shares.items()
            if self.grounds and label != NONE and (share >= _SHOWN or label in given)
        )


@dataclass(frozen=True, slots=True)
class Believer:
    """The learned matcher with the encoder it needs, if it needs one."""

    learned: Learned
    encoder: "Encoder | None"

    def beliefs(self, statements: Sequence[Statement]) -> tuple[Beliefs, ...]:
        """Return beliefs for each statement, each by itself."""
        return tuple(
            one
            for start in range(0, len(statements), _AT_ONCE)
            for one in self._portion(statements[start : start + _AT_ONCE])
        )

    def _portion(self, statements: Sequence[Statement]) -> Iterator[Beliefs]:
        learned = self.learned
        words = tuple(words_of(statement) for statement in statements)
        voices = tuple(statement.voice for statement in statements)
        features = learned.features(words, voices, self._vectors(statements))
        likeness = learned.likeness(features)
        shares = {name: one.beliefs(features) for name, one in learned.questions.items()}
        for row, statement in enumerate(statements):
            near = self._near(likeness[row])
            facets = {
                Facet(name): _pooled(question.classes, shares[name][row], near, Facet(name))
                for name, question in learned.questions.items()
                if name != GATE
            }
            grounds = Grounds(learned, statement, words[row], near)
            yield Beliefs(facets, self._advice(shares, row), grounds)

    def _vectors(self, statements: Sequence[Statement]) -> Array:
        if self.encoder is None:
            return np.zeros((len(statements), 0), "float32")
        return self.encoder.encode([statement.judged for statement in statements])

    def _near(self, likeness: Array) -> tuple[Neighbour, ...]:
        count = min(_NEIGHBOURS, len(likeness))
        nearest = np.argpartition(-likeness, count - 1)[:count]
        ordered = sorted(nearest.tolist(), key=lambda i: (-round(float(likeness[i]), 6), i))
        examples = self.learned.examples
        return tuple(Neighbour(examples[i], round(float(likeness[i]), 4)) for i in ordered)

    def _advice(self, shares: Mapping[str, Array], row: int) -> float | None:
        if GATE not in shares:
            return None
        place = self.learned.questions[GATE].classes.index(ADVICE)
        return round(float(shares[GATE][row][place]), 4)


def _telling(
    known: Mapping[str, tuple[int, float]], question: Question, label: str
) -> frozenset[str]:
    """The single words that speak most for a label, beyond what they say for labels on average."""
    if not known or label not in question.classes:
        return frozenset()
    weights = question.words[[place for place, _ in known.values()]]
    beyond = (weights[:, question.classes.index(label)] - weights.mean(axis=1)).tolist()
    worth = {
        word: weight * more for (word, (_, weight)), more in zip(known.items(), beyond, strict=True)
    }
    stops = language().vocab
    telling = (word for word in worth if worth[word] > 0 and not stops[word].is_stop)
    return frozenset(sorted(telling, key=lambda word: (-worth[word], word))[:_TELLING])


def _pooled(
    classes: Sequence[str], shares: Array, near: Sequence[Neighbour], facet: Facet
) -> dict[str, float]:
    """Join the linear model and the neighbours: the product of what both believe, surest first."""
    counts = dict.fromkeys(classes, 0.0)
    for one in near:
        closeness = math.exp(_CLOSER * one.likeness)
        for label, share in _said(one.example, facet):
            if label in counts:
                counts[label] += share * closeness
    total = sum(counts.values()) or 1.0
    raw = {
        label: float(share) * (_FLOOR + counts[label] / total)
        for label, share in zip(classes, shares, strict=True)
    }
    whole = sum(raw.values())
    ranked = sorted(raw.items(), key=lambda one: (-round(one[1] / whole, 6), one[0]))
    return {label: round(share / whole, 6) for label, share in ranked}


def _said(example: Exemplar, facet: Facet) -> Iterator[tuple[str, float]]:
    if example.role is Role.STRATEGY and facet in example.labels:
        yield from zip(example.labels[facet] or (NONE,), _SHARES, strict=False)


def _first_places(statement: Statement) -> dict[str, int]:
    """The token at which each lemma of the action first stands, in the text's order."""
    places: dict[str, int] = {}
    for token in statement.doc:
        if token.idx < statement.action_end:
            places.setdefault(token.lemma_, token.i)
    return places


def _quoted(statement: Statement, stands: Mapping[str, int], lemmas: frozenset[str]) -> str:
    """The first words of the statement with these lemmas, in its order, as the council wrote them."""
    places = (place for lemma, place in stands.items() if lemma in lemmas)
    return " … ".join(statement.quote(place, place + 1) for place in places)


def _because(facet: Facet, label: str, near: Sequence[Neighbour]) -> str:
    """Name the nearest example that has the label, where one is near."""
    alike = (one.example for one in near if label in dict(_said(one.example, facet)))
    example = next(alike, None)
    return f"like “{example.text}” ({example.origin})" if example else "words of its examples"
