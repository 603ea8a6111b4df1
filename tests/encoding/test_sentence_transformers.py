"""Any Sentence Transformers model, from a folder or the hub's store, and never from the network.

The library is large, so a small package stands in for it, which notes how it is called.
"""

import json
import os
import sys

import numpy as np
import pytest
from fingerpost.encoding import encoder
from fingerpost.errors import EncoderError

LIBRARY = """
import json, os, pathlib
import numpy as np

CALLS = pathlib.Path(__file__).parents[1] / "calls.json"

def note(**call):
    calls = json.loads(CALLS.read_text()) if CALLS.exists() else []
    CALLS.write_text(json.dumps([*calls, call]))

class SentenceTransformer:
    def __init__(self, model, **options):
        note(model=model, options=options, offline=os.environ["HF_HUB_OFFLINE"])
        if not (pathlib.Path(model) / "modules.json").exists():
            raise OSError("no modules.json\\nand more")

    def encode(self, texts, **options):
        note(texts=texts, options=options)
        return np.array([[len(text), 3.0] for text in texts], dtype="float32")
"""
TORCH = "def set_num_threads(count):\n    assert count == 1\n"
HUB = """
import pathlib
def snapshot_download(*, repo_id, local_files_only):
    assert local_files_only
    folder = pathlib.Path(__file__).parents[1] / "store" / repo_id
    if not folder.is_dir():
        raise FileNotFoundError(repo_id)
    return str(folder)
"""


@pytest.fixture
def library(tmp_path, monkeypatch):
    packages = {"sentence_transformers": LIBRARY, "torch": TORCH, "huggingface_hub": HUB}
    for name, text in packages.items():
        (tmp_path / "libraries" / name).mkdir(parents=True)
        (tmp_path / "libraries" / name / "__init__.py").write_text(text)
        monkeypatch.delitem(sys.modules, name, raising=False)
    for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(variable, "0")
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    yield tmp_path / "libraries"
    for name in packages:
        sys.modules.pop(name, None)


def model(folder, text="{}"):
    folder.mkdir(parents=True)
    (folder / "modules.json").write_text(text)
    return folder


def test_a_folder_is_loaded_offline_and_asked_one_text_at_a_time(library, tmp_path):
    folder = model(tmp_path / "model")

    made = encoder(f"sentence-transformers:{folder}")

    assert made is not None
    assert made.name == f"sentence-transformers:{folder}"
    assert made.dim == 2
    assert made.encode(["four", "six six"]) == pytest.approx(
        np.array([[0.8, 0.6], [7 / 58**0.5, 3 / 58**0.5]])
    )
    assert made.encode([]).shape == (0, 2)
    loaded, _, asked = json.loads((library / "calls.json").read_text())
    assert loaded == {
        "model": str(folder),
        "options": {"device": "cpu", "local_files_only": True},
        "offline": "1",
    }
    assert asked["texts"] == ["four", "six six"]
    assert asked["options"]["batch_size"] == 1
    assert os.environ["TRANSFORMERS_OFFLINE"] == "1"


@pytest.mark.parametrize("name", ["owner/some-model", "some-model"])
def test_a_name_is_looked_up_in_the_local_store(library, name):
    owner = "owner" if "/" in name else "sentence-transformers"
    folder = model(library / "store" / owner / "some-model")

    assert encoder(f"sentence-transformers:{name}") is not None

    assert json.loads((library / "calls.json").read_text())[0]["model"] == str(folder)


def test_the_digest_is_that_of_the_name_and_the_files(library, tmp_path):
    def digest(folder):
        made = encoder(f"sentence-transformers:{folder}")
        assert made is not None
        return made.digest

    folder = model(tmp_path / "model")
    before = digest(folder)
    assert digest(folder) == before
    (folder / "modules.json").write_text("[]")
    assert digest(folder) != before


def test_a_model_that_was_not_fetched_is_one_sentence_with_what_to_do(library):
    with pytest.raises(EncoderError) as raised:
        encoder("sentence-transformers:owner/absent")
    assert str(raised.value) == (
        "The encoder 'sentence-transformers:owner/absent' is not on this machine, and nothing is "
        "fetched while working. Put the model into a folder and name that, or fetch it beforehand: "
        "hf download owner/absent"
    )


def test_a_folder_without_a_model_is_one_sentence(library, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(EncoderError, match=r"cannot be loaded from .*empty \(no modules\.json\)\."):
        encoder(f"sentence-transformers:{tmp_path / 'empty'}")


def test_without_the_library_the_line_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError) as raised:
        encoder("sentence-transformers:all-MiniLM-L6-v2")
    assert str(raised.value) == (
        "The encoder 'sentence-transformers:all-MiniLM-L6-v2' needs a library that is not installed. "
        "Run: pip install sentence-transformers (or name another encoder)."
    )
