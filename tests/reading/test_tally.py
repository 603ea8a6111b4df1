"""The count that proves that no letter is lost, and that it can tell when one is."""

from fingerpost.documents import Document, count_letters, paragraphs
from fingerpost.reading import body, inlines, read
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.grammar import BLOCKS, PARAGRAPHS
from tests.support.word import bullets, docx, footnote, inserted, lists, note_mark, p, tbl, tr


def letters_told(document: Document) -> int:
    return sum(
        count_letters(span.text)
        for story in document.stories
        for line in paragraphs(story.blocks)
        for span in line.spans
    )


@settings(deadline=None, max_examples=times(150))
@given(st.lists(BLOCKS, max_size=5), st.lists(PARAGRAPHS, max_size=2), st.booleans())
def test_no_letter_is_lost_and_no_place_named_twice(blocks, notes, strict):
    data = docx(
        *blocks,
        p("x", note_mark(1)),
        footnotes=footnote(0, p("no"), separator="separator") + footnote(1, *notes),
        headers=["".join(blocks[:1])],
        numbering=lists(bullets()),
        strict=strict,
    )
    document = read("a.docx", data)
    assert letters_told(document) == document.letters
    locators = [line.locator for story in document.stories for line in paragraphs(story.blocks)]
    assert len(set(locators)) == len(locators)


def test_a_reader_that_skips_an_element_is_found_out(monkeypatch):
    monkeypatch.setitem(
        inlines.INLINES,
        next(tag for tag in inlines.INLINES if tag.endswith("}ins")),
        inlines._ignore,
    )
    document = read("a.docx", docx(p("kept ", inserted("lost"))))
    assert (letters_told(document), document.letters) == (4, 8)


def test_a_reader_that_skips_tables_is_found_out(monkeypatch):
    monkeypatch.setitem(
        body.BLOCKS, next(tag for tag in body.BLOCKS if tag.endswith("}tbl")), body._ignore
    )
    document = read("a.docx", docx(p("kept"), tbl(tr("lost"))))
    assert (letters_told(document), document.letters) == (4, 8)


def test_letters_are_counted_alike_in_parts_and_in_the_whole():
    text = "ﬁve ½ é e\u0301 Å ² Ⅷ ㍿"
    assert count_letters(text) == sum(map(count_letters, text))
