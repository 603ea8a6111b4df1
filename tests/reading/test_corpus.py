"""Every public Word file beside the checkout: read whole or refused by name."""

from pathlib import Path

import pytest
from fingerpost.documents import Document, count_letters, paragraphs
from fingerpost.errors import DocumentRefused
from fingerpost.reading import read


def told(path: Path) -> Document | DocumentRefused:
    try:
        return read(path.name, path.read_bytes())
    except DocumentRefused as refused:
        return refused


@pytest.mark.slow
def test_every_public_file_is_read_whole_or_refused_by_name(shared):
    files = sorted(path for path in (shared / "corpus").glob("*/*") if path.is_file())
    readable = 0
    for path in files:
        document = told(path)
        if isinstance(document, DocumentRefused):
            assert document.code, path
            assert document.reason.endswith("."), path
            assert document.remedy.endswith("."), path
            continue
        readable += 1
        lines = [line for story in document.stories for line in paragraphs(story.blocks)]
        letters = sum(count_letters(span.text) for line in lines for span in line.spans)
        assert letters == document.letters, path
        assert len({line.locator for line in lines}) == len(lines), path
    assert readable > len(files) / 2
