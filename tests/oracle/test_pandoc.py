"""The sample documents in, agreement with a reader that has nothing to do with the oracle out.

pandoc drops text boxes, headers, footers, comments and the results of simple fields, and shows
hidden text; beyond those the two must read the same words.
"""

import json
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.words import count_words, read

pypandoc = pytest.importorskip("pypandoc")

RAW = Path(__file__).parents[2] / "data" / "raw"
SAMPLES = sorted(RAW.rglob("*.docx"))
_DROPPED = re.compile(r"<w:(txbxContent|fldSimple)\b.*?</w:\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_INLINE = {"Str", "Link", "Image", "Span", "Strong", "Emph", "Underline", "Superscript"}
_INLINE |= {"Subscript", "Strikeout", "SmallCaps", "Quoted", "Cite"}


def pandoc_texts(node: Any) -> Iterator[str]:
    """Yield the text of a pandoc tree; what is no inline element stands apart."""
    if isinstance(node, list):
        for each in node:
            yield from pandoc_texts(each)
    elif isinstance(node, dict) and "t" in node:
        edge = "" if node["t"] in _INLINE else " "
        content = node.get("c", [])
        yield edge
        yield from [content] if node["t"] == "Str" else pandoc_texts(content)
        yield edge


def pandoc_words(path: Path) -> Counter[str]:
    command = [pypandoc.get_pandoc_path(), "--from=docx", "--to=json", str(path)]
    tree = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    title = list(pandoc_texts([list(tree["meta"].values())]))
    return count_words(["".join((*title, " ", *pandoc_texts(tree["blocks"])))])


def dropped_by_pandoc(path: Path) -> Counter[str]:
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    return count_words(_TAG.sub(" ", found[0]) for found in _DROPPED.finditer(body))


@pytest.mark.skipif(not SAMPLES, reason="data/raw holds no sample documents")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_oracle_and_pandoc_read_the_same_words(path: Path) -> None:
    reading = read(path.read_bytes())
    ours, theirs = reading.words("visible", "body", "footnote", "endnote"), pandoc_words(path)
    only_theirs = theirs - ours - reading.words("hidden")
    assert set(only_theirs) <= set(reading.asides.get("alt-text", ()))
    assert set(ours - theirs) <= set(dropped_by_pandoc(path))
