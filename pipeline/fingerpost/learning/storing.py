"""The learned matcher into a file of plain arrays and back; nothing in such a file is ever run."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from fingerpost.exemplars import Exemplar
from fingerpost.files import replace_file
from fingerpost.learned import Array, Learned, Question, Vocabulary
from fingerpost.learning.vectors import pack, unpack

_FAULTS = (OSError, ValueError, KeyError, TypeError, BadZipFile, EOFError)
_HEAD, _BIAS, _WORDS, _DENSE = "head", ".bias", ".words", ".dense"


def write_learned(learned: Learned, path: Path) -> None:
    """Write all but the examples themselves, which stand in the rules and in the log."""
    head = {
        "digest": learned.digest,
        "encoder": learned.encoder,
        "voices": learned.voices,
        "terms": list(learned.vocabulary.terms),
        "classes": {name: one.classes for name, one in learned.questions.items()},
        "texts": [one.text for one in learned.examples],
    }
    packed, scales = pack(learned.vectors)
    counted = learned.counted
    arrays: dict[str, Any] = {
        _HEAD: np.frombuffer(json.dumps(head, ensure_ascii=False).encode(), "uint8"),
        "telling": learned.vocabulary.weights,
        "packed": packed,
        "scales": scales,
        "data": counted.data.astype("float16"),
        "indices": counted.indices.astype("uint32"),
        "indptr": counted.indptr.astype("uint32"),
    }
    for name, one in learned.questions.items():
        arrays[name + _WORDS] = one.words.astype("float16")
        arrays[name + _DENSE] = one.dense.astype("float16")
        arrays[name + _BIAS] = one.bias.astype("float16")
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    replace_file(path, buffer.getvalue())


def read_learned(path: Path, digest: str, examples: Sequence[Exemplar]) -> Learned | None:
    """Return what a file holds, if it was learned from just these examples in this way; else None."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            head = _head(arrays)
            return _learned(arrays, head, examples) if head["digest"] == digest else None
    except _FAULTS:
        return None


def read_vectors(path: Path, encoder: str) -> Mapping[str, Array]:
    """Return the vectors that a file holds, by text; none where another encoder made them."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            head = _head(arrays)
            if head["encoder"] != encoder:
                return {}
            vectors = unpack(arrays["packed"], arrays["scales"])
            return dict(zip(head["texts"], vectors, strict=True))
    except _FAULTS:
        return {}


def _head(arrays: Any) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(arrays[_HEAD].tobytes())
    return head


def _learned(arrays: Any, head: Mapping[str, Any], examples: Sequence[Exemplar]) -> Learned:
    from scipy.sparse import csr_matrix

    known = {one.text: one for one in examples}
    counted = (arrays["data"].astype("float32"), arrays["indices"], arrays["indptr"])
    return Learned(
        digest=head["digest"],
        encoder=head["encoder"],
        vocabulary=Vocabulary({term: i for i, term in enumerate(head["terms"])}, arrays["telling"]),
        voices=tuple(head["voices"]),
        questions={name: _question(arrays, name, names) for name, names in head["classes"].items()},
        examples=tuple(known[text] for text in head["texts"]),
        vectors=unpack(arrays["packed"], arrays["scales"]),
        counted=csr_matrix(counted, shape=(len(head["texts"]), len(head["terms"]))),
    )


def _question(arrays: Any, name: str, classes: Sequence[str]) -> Question:
    return Question(
        classes=tuple(classes),
        words=arrays[name + _WORDS].astype("float32"),
        dense=arrays[name + _DENSE].astype("float32"),
        bias=arrays[name + _BIAS].astype("float32"),
    )
