"""What was read of a document in, its packed copy out, whatever goes wrong."""

from fingerpost.meanings import Meanings
from fingerpost.rulebook import load_rulebook
from fingerpost.running.processing import copies
from fingerpost.running.processing.batches import RawDocument, process
from fingerpost.running.processing.copies import unpacked_copy

from tests.support.program import ROOT
from tests.support.word import docx, p

RAW = RawDocument("a.docx", docx(p("Strategies", outline=0), p("Offer a choice of seats")))


def processed():
    rulebook = load_rulebook(ROOT / "rules")
    return process(RAW, rulebook, Meanings(rulebook.headings))


def test_a_document_that_is_read_has_a_copy_a_fraction_of_its_size():
    packed = processed().copy
    page = unpacked_copy(packed)
    assert page.startswith(b"<!doctype html>")
    assert len(packed) < len(page) / 2


def test_a_copy_that_cannot_be_made_costs_no_document(monkeypatch):
    def fail(*_given):
        raise RecursionError

    monkeypatch.setattr(copies, "copy", fail)
    result = processed()
    assert result.refusal is None
    assert result.extraction is not None
    assert result.copy == b""
