"""Encoders are known by name, and whoever names none or one that is not there is told what to do."""

import socket
import subprocess
import sys

import pytest
from fingerpost.encoding import encoder
from fingerpost.encoding.schemes import SHIPPED
from fingerpost.errors import EncoderError

THERE_ARE = (
    "There are: minilm-int8, none, sentence-transformers:<model or folder>, "
    "spacy:<package or folder>. Name one of them in rules/workspace.yaml."
)


def test_none_is_no_encoder(tmp_path):
    assert encoder("none", tmp_path / "kept") is None
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "name", ["minilm", "", "minilm-int8:large", "spacy", "spacy:", "none:x", "minilm_int8"]
)
def test_an_unknown_name_is_told_what_there_is(name):
    with pytest.raises(EncoderError) as raised:
        encoder(name)
    assert str(raised.value) == f"No encoder is called '{name}'. {THERE_ARE}"


def test_every_shipped_encoder_has_its_module_and_its_tests(root):
    shipped = {
        path.stem.replace("_", "-")
        for path in (root / "pipeline/fingerpost/encoding/schemes").glob("[a-z]*.py")
    }
    assert set(SHIPPED) == shipped == {"minilm-int8", "sentence-transformers", "spacy"}
    for name in SHIPPED:
        assert (root / f"tests/encoding/test_{name.replace('-', '_')}.py").exists()


THEIRS = """\
from tests.encoding.stand_ins import Counting

def build(rest):
    made = Counting()
    made.name = f"theirs:{rest}"
    return made
"""


def installed(folder, points: str):
    (folder / "theirs.py").write_text(THEIRS)
    about = folder / "theirs-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[fingerpost.encoders]\n{points}\n")


def test_a_package_of_others_adds_an_encoder(tmp_path, monkeypatch):
    installed(tmp_path, "theirs = theirs:build")
    monkeypatch.syspath_prepend(tmp_path)

    made = encoder("theirs:big")

    assert made is not None
    assert made.name == "theirs:big"
    assert made.encode(["Use a timer."]).shape == (1, 8)
    with pytest.raises(EncoderError, match=r"spacy:<package or folder>, theirs\. Name"):
        encoder("unknown")


def test_a_package_of_others_takes_no_shipped_place_and_is_named_when_broken(tmp_path, monkeypatch):
    installed(tmp_path, "minilm-int8 = theirs:build\ngone = theirs:gone")
    monkeypatch.syspath_prepend(tmp_path)

    made = encoder("minilm-int8")
    assert made is not None
    assert made.dim == 384
    with pytest.raises(EncoderError) as raised:
        encoder("gone")
    assert str(raised.value).startswith("The encoder 'gone' cannot be loaded from theirs:gone (")


def test_encoding_asks_no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    made = encoder("minilm-int8")

    assert made is not None
    assert made.encode(["Use a timer."]).shape == (1, 384)


def test_naming_an_encoder_imports_no_heavy_library():
    code = (
        "import sys\n"
        "from fingerpost.encoding import encoder\n"
        "assert encoder('none') is None\n"
        "try:\n    encoder('unknown')\n"
        "except Exception as error:\n    assert 'There are' in str(error)\n"
        "print([name for name in ('onnxruntime', 'tokenizers', 'spacy', 'numpy', 'torch')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
