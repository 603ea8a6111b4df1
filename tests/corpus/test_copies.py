"""Items of the public corpus in: each is found from its locator alone and marked in its copy."""

import random
from pathlib import Path

import pytest
from fingerpost.errors import DocumentRefused

from tests.corpus.balance import CORPUS, corpus_files, meanings
from tests.support.copies import Copied, copied, faults, find_paragraph, letters, solid

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not CORPUS.is_dir(), reason="shared/corpus is not beside the checkout"),
]
ITEMS = 100


@pytest.fixture(scope="module")
def made() -> dict[Path, Copied]:
    found = {}
    for path in corpus_files():
        try:
            found[path] = copied(path.read_bytes(), meanings(), f"{path.parent.name}/{path.name}")
        except DocumentRefused:
            continue
    return found


def test_a_hundred_random_items_are_found_and_marked_alike(made: dict[Path, Copied]) -> None:
    every = [(path, one) for path, each in made.items() for one in each.extraction.strategies]
    for path, one in random.Random(17).sample(every, ITEMS):
        first_line = one.source_text.partition("\n")[0]
        # A tick box is shown by what a form field is set to; the words are what must be there.
        assert letters(first_line) in letters(find_paragraph(path, one.locator)), path
        assert solid(made[path].marked[one.locator, one.part]) == solid(one.source_text)


def test_the_words_of_every_copy_are_those_of_its_document(made: dict[Path, Copied]) -> None:
    wrong = {path.name: list(faults(each)) for path, each in made.items()}
    assert {name: found for name, found in wrong.items() if found} == {}
    assert len(made) > 300
