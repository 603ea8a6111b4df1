"""The learned matcher as plain arrays: a statement's words and vector in, beliefs in each label out.

It is trained elsewhere (`learning`), so that whoever uses it needs no library of learning.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from fingerpost.exemplars import Exemplar

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Array = npt.NDArray[np.float32]
NONE = ""
"""The class of statements for which no label of a facet is right."""
GATE = "gate"
"""The question whether a text is advice, with the two answers there are."""
ADVICE, OTHER = "advice", "other"


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example with what its text was taken to: lemmas and voice."""

    example: Exemplar
    words: tuple[str, ...]
    voice: str


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What is known of statements, a row each: their words' weights, and vector and voice side by side."""

    words: "csr_matrix"
    vectors: Array
    dense: Array


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A linear model of one facet, or of the gate: a column of weights for each class."""

    classes: tuple[str, ...]
    words: Array
    dense: Array
    bias: Array

    def beliefs(self, features: "Features") -> Array:
        """Return a row of probabilities for each statement, in the order of the classes."""
        scores = features.words @ self.words + product(features.dense, self.dense) + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Array = (powers / powers.sum(axis=1, keepdims=True)).astype("float32")
        return shares


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The terms (words and pairs of words, as lemmas) that count, and how telling each is."""

    terms: Mapping[str, int]
    weights: Array

    def features(self, texts: Sequence[Sequence[str]]) -> "csr_matrix":
        """Return a row of unit length for each text: TF-IDF, counts by their logarithm."""
        from scipy.sparse import csr_matrix

        places: list[int] = []
        values: list[float] = []
        ends = [0]
        for words in texts:
            row = self.row(words)
            places.extend(row)
            values.extend(row.values())
            ends.append(len(places))
        shape = (len(texts), len(self.terms))
        made: csr_matrix = csr_matrix((np.asarray(values, "float32"), places, ends), shape=shape)
        return made

    def row(self, words: Sequence[str]) -> dict[int, float]:
        """Return the weight of each known term of one text, by the term's place."""
        counts = Counter(self.terms[term] for term in terms_of(words) if term in self.terms)
        raw = {
            place: (1 + math.log(count)) * float(self.weights[place])
            for place, count in sorted(counts.items())
        }
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {place: value / length for place, value in raw.items()}


@dataclass(frozen=True, eq=False)
class Learned:
    """All that was learned: `questions` by facet (its value) or `GATE`.

    `examples` are what it was learned from, `vectors` theirs in the same order (no columns where
    there is no encoder), `counted` their words. `encoder` is the encoder's name in the rules;
    `voices` are the ways of speaking it tells apart; `digest` names everything this depends on.
    """

    digest: str
    encoder: str
    vocabulary: Vocabulary
    voices: tuple[str, ...]
    questions: Mapping[str, Question]
    examples: tuple[Exemplar, ...]
    vectors: Array
    counted: "csr_matrix"

    @cached_property
    def told_digest(self) -> str:
        """Name what votes say besides: where each example comes from, and who decided it."""
        origins = (f"{one.text}\n{one.origin}" for one in self.examples)
        return hashlib.sha256("\n".join((self.digest, *origins)).encode()).hexdigest()

    @cached_property
    def _columns(self) -> Array:
        """The examples' vectors as columns, with the digits that `product` sums in."""
        columns: Array = self.vectors.T.astype("float64")
        return columns

    def features(
        self, words: Sequence[Sequence[str]], voices: Sequence[str], vectors: Array
    ) -> Features:
        """Return the features of statements of which lemmas, voice and vector are given."""
        return features_of(self.vocabulary, self.voices, words, voices, vectors)

    def likeness(self, features: Features) -> Array:
        """Return how like each statement is to each example, 0 to 1: by vector, else by words."""
        if self.vectors.shape[1]:
            return product(features.vectors, self._columns)
        return np.asarray((features.words @ self.counted.T).toarray(), "float32")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a classifier knows beyond the rules: what was learned, and the folder that keeps vectors."""

    learned: Learned | None = None
    vectors: Path | None = None

    @property
    def digest(self) -> str:
        """The name of what was learned and of what it quotes; empty where nothing was."""
        return self.learned.told_digest if self.learned else ""


UNTAUGHT = Judgement()
"""Knows the rules and nothing else."""


def product(rows: Array, columns: Array) -> Array:
    """Multiply with digits to spare: the last one may depend on how many rows stand side by side."""
    made: Array = (rows.astype("float64") @ columns.astype("float64")).astype("float32")
    return made


def features_of(
    vocabulary: Vocabulary,
    known_voices: Sequence[str],
    words: Sequence[Sequence[str]],
    voices: Sequence[str],
    vectors: Array,
) -> Features:
    """Lay side by side what is known of each statement."""
    spoken = np.asarray([[voice == one for one in known_voices] for voice in voices], "float32")
    dense = np.hstack([vectors, spoken.reshape(len(voices), len(known_voices))])
    return Features(vocabulary.features(words), vectors, dense)


def terms_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a text and each pair of neighbours."""
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return (*words, *pairs)
