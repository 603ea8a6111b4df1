"""The count that proves that no letter is lost, and that it can tell when one is."""

from fingerpost.documents import Document, count_letters, paragraphs
from fingerpost.reading import body, inlines, read
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.word import (
    bold,
    box,
    bullets,
    choice,
    control,
    deleted,
    docx,
    field,
    footnote,
    hidden,
    inserted,
    lists,
    note_mark,
    old_box,
    p,
    tbl,
    tc,
    tr,
)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=8
).filter(lambda text: not text.startswith("<"))
RUNS = st.recursive(
    st.one_of(
        WORDS.map(bold),
        WORDS.map(hidden),
        WORDS.map(deleted),
        WORDS.map(lambda text: field("REF x", text)),
        WORDS.map(lambda text: p(text)[5:-6]),
    ),
    lambda inner: st.one_of(
        inner.map(inserted),
        inner.map(control),
        inner.map(lambda xml: f"<w:smartTag>{xml}</w:smartTag>"),
        inner.map(lambda xml: f"<w:moveFrom>{xml}</w:moveFrom>"),
        inner.map(lambda xml: field("HYPERLINK x", xml)),
        st.tuples(inner, inner).map(lambda pair: choice(*pair)),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=4,
)
PARAGRAPHS = st.one_of(
    st.lists(RUNS, max_size=3).map(lambda runs: p(*runs)),
    st.tuples(RUNS, st.integers(0, 3), st.integers(-1, 10)).map(
        lambda made: p(made[0], num=(made[1], made[2]))
    ),
    st.tuples(RUNS, st.integers(0, 9)).map(lambda made: p(made[0], outline=made[1])),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda blocks: tbl(tr(tc(*blocks), "x"))),
        st.lists(inner, min_size=1, max_size=2).map(
            lambda blocks: tbl(control(tr(control(tc(*blocks)))))
        ),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: control(*blocks)),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: inserted(*blocks)),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: p("a", box(*blocks))),
        st.lists(inner, min_size=1, max_size=2).map(lambda blocks: p(old_box(*blocks), "b")),
        st.lists(inner, min_size=1, max_size=2).map(
            lambda blocks: tbl(tr(tc(*blocks), props="<w:del/>"), p("astray"))
        ),
        st.tuples(inner, inner).map(lambda pair: choice(*pair)),
    ),
    max_leaves=6,
)


def letters_told(document: Document) -> int:
    return sum(
        count_letters(span.text)
        for story in document.stories
        for line in paragraphs(story.blocks)
        for span in line.spans
    )


@settings(deadline=None, max_examples=150)
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
