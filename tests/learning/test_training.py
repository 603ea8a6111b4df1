"""What is learned follows from the examples, whatever their order, and travels in a file unchanged."""

import random

import numpy as np
import pytest
from fingerpost.classifying import lessons
from fingerpost.exemplars import Exemplar
from fingerpost.learned import ADVICE, GATE, OTHER
from fingerpost.learning import digest_of, read_learned, read_vectors, train, write_learned
from fingerpost.learning.vectors import pack, unpack
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.exemplars import CI, SP, advice, some


def vectors_of(examples, size=8):
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(len(examples), size)).astype("float32")
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return {
        one.text: row for one, row in zip(sorted(examples, key=lambda e: e.text), rows, strict=True)
    }


def learn(examples, encoder="none"):
    vectors = vectors_of(examples) if encoder != "none" else {}
    return train(lessons(examples), vectors, encoder, digest_of(examples, encoder))


def believed(learned, text, name=Facet.AREA.value):
    lesson = lessons([Exemplar(text=text)])[0]
    columns = learned.vectors.shape[1]
    features = learned.features([lesson.words], [lesson.voice], np.zeros((1, columns), "float32"))
    question = learned.questions[name]
    return dict(zip(question.classes, question.beliefs(features)[0].tolist(), strict=True))


def test_it_knows_what_it_was_taught():
    learned = learn(some())
    for example in some():
        if example.labels:
            shares = believed(learned, example.text)
            assert max(shares, key=shares.get) == example.labels[Facet.AREA][0]
            assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)


def test_words_never_met_before_change_nothing():
    learned = learn(some())
    assert believed(learned, "Zyzzyva quokka.") == believed(learned, "Xylem okapi.")


def test_advice_and_other_text_are_told_apart():
    learned = learn(some())
    good = believed(learned, "Repeat the instruction in fewer words.", GATE)
    bad = believed(learned, "Struggles to recall instructions.", GATE)
    assert good[ADVICE] > bad[ADVICE]
    assert bad[OTHER] == pytest.approx(1 - bad[ADVICE], abs=1e-5)


def test_the_order_of_examples_does_not_matter():
    examples = list(some())
    shuffled = random.Random(5).sample(examples, len(examples))
    first, second = learn(examples, "e"), learn(shuffled, "e")
    assert first.digest == second.digest
    for name, question in first.questions.items():
        assert np.array_equal(question.words, second.questions[name].words)
        assert np.array_equal(question.dense, second.questions[name].dense)
    assert [one.text for one in first.examples] == [one.text for one in second.examples]


@pytest.mark.parametrize(
    "change",
    [
        lambda examples: examples[1:],
        lambda examples: (*examples, advice("One more.", CI)),
        lambda examples: (advice(examples[0].text, SP), *examples[1:]),
        lambda examples: (Exemplar(text=examples[0].text, role=Role.NOTE), *examples[1:]),
    ],
)
def test_another_lesson_has_another_name(change):
    assert digest_of(change(some()), "e") != digest_of(some(), "e")
    assert digest_of(some(), "e") != digest_of(some(), "f")


def test_a_second_label_teaches_less_than_the_first():
    texts = ("Sing the register slowly.", "Sing the register again.")
    both = (Exemplar(text=text, labels={Facet.AREA: (CI, SP)}) for text in texts)
    shares = believed(learn((*some(), *both)), "Sing the register.")
    assert shares[CI] > shares[SP]


@pytest.mark.parametrize("encoder", ["none", "e"])
def test_what_a_file_holds_is_what_was_learned(tmp_path, encoder):
    learned, path = learn(some(), encoder), tmp_path / "one.npz"
    write_learned(learned, path)
    read = read_learned(path, learned.digest, some())
    assert read is not None
    assert (read.digest, read.encoder, read.voices) == (learned.digest, encoder, learned.voices)
    assert read.examples == learned.examples
    assert np.array_equal(read.vectors, learned.vectors)
    for name, question in learned.questions.items():
        assert np.array_equal(read.questions[name].words, question.words)
        assert np.array_equal(read.questions[name].bias, question.bias)
    text = "Repeat the instruction near the board."
    assert believed(read, text) == pytest.approx(believed(learned, text), abs=1e-4)


def test_the_same_lessons_make_the_same_file(tmp_path):
    for name in ("a", "b"):
        write_learned(learn(some(), "e"), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_file_of_other_lessons_or_a_damaged_one_counts_as_absent(tmp_path):
    learned, path = learn(some(), "e"), tmp_path / "one.npz"
    assert read_learned(path, learned.digest, some()) is None
    write_learned(learned, path)
    assert read_learned(path, "another", some()) is None
    assert read_learned(path, learned.digest, some()[1:]) is None
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"PK no zip", whole[:200] + whole[260:]):
        path.write_bytes(damaged)
        assert read_learned(path, learned.digest, some()) is None
        assert read_vectors(path, "e") == {}


def test_vectors_are_read_back_only_for_their_own_encoder(tmp_path):
    learned, path = learn(some(), "e"), tmp_path / "one.npz"
    write_learned(learned, path)
    kept = read_vectors(path, "e")
    assert set(kept) == {one.text for one in some()}
    assert read_vectors(path, "f") == {}


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3), max_size=5))
def test_a_packed_vector_is_within_half_a_share_of_what_it_was(rows):
    vectors = np.asarray(rows, "float32").reshape(-1, 3)
    packed, scales = pack(vectors)
    assert np.all(np.abs(unpack(packed, scales) - vectors) <= scales[:, None] * 0.51 + 1e-12)
    again, _ = pack(unpack(packed, scales))
    assert np.array_equal(again, packed)
