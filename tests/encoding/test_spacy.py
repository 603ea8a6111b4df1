"""Word vectors of a spaCy model: a folder or a package, named by what is in it."""

import shutil

import numpy as np
import pytest
import spacy
from fingerpost.encoding import encoder
from fingerpost.errors import EncoderError

from tests.encoding.stand_ins import word_vectors

WORDS = {"timer": [3.0, 0.0, 0.0], "clock": [1.0, 0.0, 0.1], "ramp": [0.0, 2.0, 0.0]}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return word_vectors(tmp_path_factory.mktemp("model") / "ours", WORDS)


def test_a_folder_gives_the_direction_of_the_mean_of_the_known_words(model):
    made = encoder(f"spacy:{model}")
    assert made is not None

    timer, both, neither, nothing = made.encode(["timer", "timer ramp", "wobble", ""])

    assert made.dim == 3
    assert timer.tolist() == [1, 0, 0]
    assert both == pytest.approx(np.array([3, 2, 0]) / np.sqrt(13))
    assert neither.tolist() == nothing.tolist() == [0, 0, 0]


def test_a_text_has_the_same_vector_alone_and_among_others(model):
    made = encoder(f"spacy:{model}")
    assert made is not None
    texts = ["Use a timer.", "Clear the ramp by the clock.", "clock"]

    together = made.encode(texts)

    assert [made.encode([text])[0].tobytes() for text in texts] == [r.tobytes() for r in together]


def test_a_package_is_found_by_name_and_never_imported(model, tmp_path, monkeypatch):
    package = tmp_path / "xx_our_vectors"
    shutil.copytree(model, package / "xx_our_vectors-1.0.0")
    (package / "__init__.py").write_text("raise AssertionError('the package was imported')")
    monkeypatch.syspath_prepend(tmp_path)

    made = encoder("spacy:xx_our_vectors")

    assert made is not None
    assert made.encode(["ramp"]).tolist() == [[0, 1, 0]]


def test_the_digest_is_that_of_the_files_and_nothing_beside_them(model, tmp_path):
    def digest(folder):
        made = encoder(f"spacy:{folder}")
        assert made is not None
        return made.digest

    place = tmp_path / "model"
    shutil.copytree(model, place)
    before = digest(place)
    (place / "__pycache__").mkdir()
    (place / "__pycache__/x.pyc").write_bytes(b"x")
    (place / ".fetched").write_text("yesterday")
    assert digest(place) == before

    word_vectors(place, {**WORDS, "ramp": [0.0, 2.0, 0.1]})
    assert digest(place) != before


def test_what_is_not_there_is_one_sentence_with_what_to_do(tmp_path):
    with pytest.raises(EncoderError) as raised:
        encoder("spacy:xx_not_here_md", tmp_path / "kept")
    assert str(raised.value) == (
        "The encoder 'spacy:xx_not_here_md' is not here: 'xx_not_here_md' is neither an installed "
        "package nor a folder that holds a spaCy model (config.cfg). "
        "Run: pip install xx_not_here_md (or correct the folder in rules/workspace.yaml)."
    )
    assert not (tmp_path / "kept").exists()


def test_a_model_without_vectors_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(EncoderError, match="has no word vectors"):
        encoder(f"spacy:{tmp_path / 'bare'}")


@pytest.mark.parametrize("spoilt", ["config.cfg", "vocab/vectors", "vocab/strings.json"])
def test_a_damaged_model_is_one_sentence(model, tmp_path, spoilt):
    place = tmp_path / "model"
    shutil.copytree(model, place)
    (place / spoilt).write_bytes(b"{")
    with pytest.raises(EncoderError, match=r"cannot be loaded from .* Install it again"):
        encoder(f"spacy:{place}")
