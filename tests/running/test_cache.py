"""Results kept by content: found again for the same bytes, rules and answers, and only for those."""

from dataclasses import replace

import fingerpost
import pytest
from fingerpost.meanings import Meaning, Meanings
from fingerpost.running.processing.batches import DocumentResult, RawDocument
from fingerpost.running.processing.cache import Cache, code_digest, context_digest

from tests.support.shipped import shipped_rules

RAW = RawDocument("guide.docx", b"bytes")
RESULT = DocumentResult(source=RAW.source, digest=RAW.digest)


@pytest.fixture
def cache(tmp_path) -> Cache:
    kept = Cache(tmp_path, "one context")
    kept.put(RAW, RESULT)
    return kept


def test_what_was_put_in_is_found_again(cache):
    assert cache.get(RAW) == RESULT


@pytest.mark.parametrize(
    "other", [RawDocument("guide.docx", b"other bytes"), RawDocument("other name.docx", b"bytes")]
)
def test_other_bytes_or_another_name_are_another_document(cache, other):
    assert cache.get(other) is None


def test_another_context_knows_nothing_of_it(cache):
    assert replace(cache, context="another context").get(RAW) is None


def test_a_damaged_result_counts_as_absent(cache, tmp_path):
    (path,) = tmp_path.rglob("*.pickle")
    path.write_bytes(b"damaged")

    assert cache.get(RAW) is None


def test_the_context_follows_rules_and_answers():
    rulebook = shipped_rules()
    plain = Meanings(rulebook.headings)
    answered = Meanings(rulebook.headings, {"one heading": Meaning(answered_by="Ann")})

    assert context_digest(rulebook, plain) == context_digest(rulebook, plain)
    assert context_digest(rulebook, plain) != context_digest(rulebook, answered)
    assert context_digest(rulebook, plain) != context_digest(
        replace(rulebook, digest="other rules"), plain
    )


@pytest.mark.parametrize("name", ["reading/part.py", "copying/templates/copy.html"])
def test_the_context_follows_the_code_and_the_pages_it_fills_in(name, tmp_path, monkeypatch):
    monkeypatch.setattr(fingerpost, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("before")
    before = code_digest.__wrapped__()
    (tmp_path / name).write_text("after")
    assert code_digest.__wrapped__() != before
