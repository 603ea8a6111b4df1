"""What a note or an open comment says against a statement makes it wait."""

import pytest

from tests.support.guidance import guidance
from tests.support.word import bullets, docx, footnote, lists, note_mark, p

HEADS = (p("Communication and interaction", outline=0), p("Strategies", outline=1))


def doubts(*content, **parts):
    items = (p(*content, num=(1, 0)), p("Face the class.", num=(1, 0)))
    found = guidance(docx(*HEADS, *items, numbering=lists(bullets()), **parts))
    first, second = (strategy.doubts for strategy in found.extraction.strategies)
    assert second == ()
    return first


def commented(words):
    comment = f'<w:comment w:id="1" w:author="A">{p(words)}</w:comment>'
    return doubts("Use a timer.", note_mark(1, "comment"), comments=comment)


def test_a_note_that_says_not_makes_its_statement_wait():
    notes = footnote(2, p("Not with learners who have epilepsy."))
    assert doubts("Use a lamp.", note_mark(2), footnotes=notes) == ("not-whole-alone",)


def test_a_note_on_a_heading_speaks_of_all_below_it():
    heading = p("Strategies", note_mark(2), outline=1)
    notes = footnote(2, p("Not to be used before September."))
    found = guidance(docx(HEADS[0], heading, p("Use a lamp.", num=(1, 0)), footnotes=notes))
    assert found.extraction.strategies[0].doubts == ("not-whole-alone",)


def test_any_other_note_does_not():
    notes = footnote(2, p("Lamps are in the store."))
    assert doubts("Use a lamp.", note_mark(2), footnotes=notes) == ()


@pytest.mark.parametrize(
    "words", ["Delete this one?", "This is out of date.", "Do we still do that?", "TBC with Kit"]
)
def test_an_open_comment_that_objects_makes_its_statement_wait(words):
    assert commented(words) == ("may-not-be-strategy",)


@pytest.mark.parametrize("words", ["Good point!", "Checked with the team in May."])
def test_any_other_comment_does_not(words):
    assert commented(words) == ()
