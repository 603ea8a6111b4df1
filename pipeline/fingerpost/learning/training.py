"""Labelled statements in, the learned matcher out; the same in gives the same out.

A multinomial logistic regression for each facet and for the gate, on TF-IDF of lemmas and, where an
encoder is named, the statement's vector: on few labels the strongest of the linear models tried
(`benchmarks/classification`). Weights are rounded, so that the last digits of a processor's
arithmetic seldom matter.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fingerpost.exemplars import Exemplar
from fingerpost.learned import (
    ADVICE,
    GATE,
    NONE,
    OTHER,
    Array,
    Learned,
    Lesson,
    Question,
    Vocabulary,
    features_of,
    terms_of,
)
from fingerpost.learning.vectors import pack, unpack
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

VERSION = "1"
"""Changes whenever training does, so that what was trained before is trained anew."""
_SHARES = {1: (1.0,), 2: (0.7, 0.3)}
"""What the labels of one facet of one statement weigh, primary first."""
_SOFTNESS = {False: 10.0, True: 3.0}
"""The inverse of the regularisation (scikit-learn's C) for facets and for the gate."""
_LEAST_TEXTS = 2
"""A term counts if at least so many statements hold it."""
_ROUNDS = 500
_NEAR_ENOUGH = 1e-3


@dataclass(frozen=True, slots=True)
class _Taught:
    """One row of features, the class it teaches, and its weight."""

    row: int
    name: str
    weight: float


def digest_of(examples: Iterable[Exemplar], encoder: str) -> str:
    """Name what a matcher is learned from and how; two of one name are the same."""
    said = sorted(
        json.dumps([one.text, one.role, sorted(one.labels.items())], ensure_ascii=False)
        for one in examples
    )
    return hashlib.sha256("\n".join((VERSION, encoder, *said)).encode()).hexdigest()


def train(
    lessons: Sequence[Lesson], vectors: Mapping[str, Array], encoder: str, digest: str
) -> Learned:
    """Learn from lessons; `vectors` has the vector of each text, or nothing without an encoder.

    `encoder` is the encoder's name and `digest` the name of what is learned (see `digest_of`).
    """
    from scipy.sparse import csr_matrix, hstack

    lessons = sorted(lessons, key=lambda one: (one.example.text, one.example.origin))
    examples = tuple(one.example for one in lessons)
    known = _as_kept([vectors[one.text] for one in examples if vectors], len(examples))
    vocabulary = _vocabulary([one.words for one in lessons])
    voices = tuple(sorted({one.voice for one in lessons}))
    features = features_of(
        vocabulary, voices, [one.words for one in lessons], [one.voice for one in lessons], known
    )
    matrix = hstack([features.words, csr_matrix(features.dense)]).tocsr()
    taught = {facet.value: _about_facet(facet, examples) for facet in Facet}
    taught[GATE] = _about_role(examples)
    return Learned(
        digest=digest,
        encoder=encoder,
        vocabulary=vocabulary,
        voices=voices,
        questions={
            name: _question(rows_, matrix, len(vocabulary.terms), _SOFTNESS[name == GATE])
            for name, rows_ in taught.items()
            if len({one.name for one in rows_}) > 1
        },
        examples=examples,
        vectors=known,
        counted=features.words,
    )


def _as_kept(vectors: Sequence[Array], rows: int) -> Array:
    """Return vectors as a file would give them back; no columns where there are none."""
    if not vectors:
        return np.zeros((rows, 0), "float32")
    return unpack(*pack(np.asarray(vectors, "float32")))


def _vocabulary(texts: Sequence[Sequence[str]]) -> Vocabulary:
    spread = Counter(term for words in texts for term in set(terms_of(words)))
    terms = sorted(term for term, count in spread.items() if count >= _LEAST_TEXTS)
    weights = [1 + math.log((1 + len(texts)) / (1 + spread[term])) for term in terms]
    return Vocabulary({term: i for i, term in enumerate(terms)}, np.asarray(weights, "float32"))


def _about_facet(facet: Facet, examples: Sequence[Exemplar]) -> tuple[_Taught, ...]:
    return tuple(
        _Taught(row, label, share)
        for row, one in enumerate(examples)
        if one.role is Role.STRATEGY and facet in one.labels
        for label, share in _shares(one.labels[facet])
    )


def _shares(labels: Sequence[str]) -> Iterator[tuple[str, float]]:
    chosen = tuple(labels[:2]) or (NONE,)
    return zip(chosen, _SHARES[len(chosen)], strict=True)


def _about_role(examples: Sequence[Exemplar]) -> tuple[_Taught, ...]:
    """Teach advice against everything else, both weighing the same."""
    good = [one.role is Role.STRATEGY for one in examples]
    weight = {kind: len(good) / (2 * max(good.count(kind), 1)) for kind in (True, False)}
    return tuple(
        _Taught(row, ADVICE if kind else OTHER, weight[kind]) for row, kind in enumerate(good)
    )


def _question(
    taught: Sequence[_Taught], features: "csr_matrix", terms: int, softness: float
) -> Question:
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    model = LogisticRegression(C=softness, max_iter=_ROUNDS, tol=_NEAR_ENOUGH)
    names = [one.name for one in taught]
    weights = [one.weight for one in taught]
    with threadpool_limits(1):  # sums in one order, and quicker than threads that wait
        model.fit(features[[one.row for one in taught]], names, sample_weight=weights)
    columns = _kept(_columns(model.coef_).T)
    return Question(
        classes=tuple(str(name) for name in model.classes_),
        words=columns[:terms],
        dense=columns[terms:],
        bias=_kept(_columns(model.intercept_[:, None])[:, 0]),
    )


def _columns(weights: Array) -> Array:
    """Give each of two classes its own weights, where the library keeps only the difference."""
    if len(weights) > 1:
        return weights
    return np.concatenate([-weights, weights]) * np.float32(0.5)


def _kept(weights: Array) -> Array:
    """Round weights to what a file keeps, so that kept ones and fresh ones are the same."""
    rounded: Array = weights.astype("float16").astype("float32")
    return rounded
