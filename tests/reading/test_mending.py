"""Words in places where Word keeps none: read all the same, beside that place, and told."""

import pytest
from fingerpost.documents import Fate
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read

from tests.support.word import box, deleted, docx, footnote, note_mark, p, r, style, tbl, tc, tr

TOLD = (
    "The file is damaged: words stand in it where Word keeps none. They were read all the same; "
    "compare them with the document in Word."
)


def text_of(body: str) -> str:
    """The visible words, one paragraph a line; the account must hold every letter of them."""
    document = read("a.docx", docx(body))
    extract(document, Meanings(()))
    return "\n".join(block.text for block in document.stories[0].blocks)


@pytest.mark.parametrize(
    "body",
    [
        p("on", props=f"<w:rPr>{r('e')}</w:rPr>"),
        p("on", props=f"<w:numPr><w:ilvl>{r('e')}</w:ilvl></w:numPr>"),
        f"<w:p><w:r><w:rPr>{r('e')}</w:rPr><w:t>on</w:t></w:r></w:p>",
        f"<w:p>{r('on')}<w:bookmarkStart>{r('e')}</w:bookmarkStart></w:p>",
        "<w:p><w:r><w:t>on<w:t>e</w:t></w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>on</w:t><w:tab>{r('e')}</w:tab></w:r></w:p>",
        f"<w:p><w:r><w:t>on{p('e')}</w:t></w:r></w:p>",
        f"{p('on')}<w:sectPr><w:cols>{p('e')}</w:cols></w:sectPr>",
        f"<w:t>{r('on')}</w:t>{p('e')}",
        f"<w:sdt><w:sdtPr>{p('e')}</w:sdtPr><w:sdtContent>{p('on')}</w:sdtContent></w:sdt>",
        f"<w:p>{r('on')}<w:r><w:drawing><a:graphic>{'<w:t>e</w:t>'}</a:graphic></w:drawing></w:r></w:p>",
        '<w:p><w:r><w:t>on</w:t><w:br><w:sym w:font="Arial" w:char="0065"/></w:br></w:r></w:p>',
    ],
)
def test_words_inside_what_holds_none_are_read_beside_it(body):
    assert sorted("".join(text_of(body).split())) == ["e", "n", "o"]


def test_words_that_had_to_be_brought_out_are_told():
    document = read("a.docx", docx("<w:p><w:r><w:t>on<w:t>e</w:t></w:t></w:r></w:p>"))
    assert document.stories[0].blocks[0].text.split() == ["on", "e"]
    assert document.warnings == (TOLD,)


def test_paragraphs_that_are_brought_out_stay_apart_and_in_order():
    inside = p("first ", "half") + p("second")
    assert text_of(f"<w:p><w:r><w:t/><w:br>{inside}</w:br></w:r></w:p>").split("\n")[-2:] == [
        "first half",
        "second",
    ]


def test_deleted_words_stay_deleted_wherever_they_stand():
    body = f"<w:p><w:bookmarkEnd>{deleted('gone')}</w:bookmarkEnd>{r('here')}</w:p>"
    document = read("a.docx", docx(body))
    spans = document.stories[0].blocks[0].spans
    assert {span.text.strip(): span.fate for span in spans if span.text.strip()} == {
        "gone": Fate.DELETED,
        "here": Fate.VISIBLE,
    }


def test_words_among_the_settings_of_a_table_are_read():
    settings = tbl(tr(tc(p("cell"))), props=f"<w:tblBorders>{p('lost')}</w:tblBorders>")
    document = read("a.docx", docx(settings))
    extract(document, Meanings(()))
    assert document.letters == len("celllost")


def test_a_sound_document_is_not_touched():
    document = read(
        "a.docx",
        docx(
            p("Text", r("<w:tab/>"), note_mark(1), style="a"),
            p(box(p("In a box"))),
            tbl(tr("a", "b")),
            styles=style("a"),
            footnotes=footnote(1, p("note")),
        ),
    )
    assert document.warnings == ()


def test_what_stands_inside_a_symbol_is_never_shown_and_not_counted():
    body = '<w:p><w:r><w:sym w:font="Arial" w:char="0041">aside</w:sym></w:r></w:p>'
    assert read("a.docx", docx(body)).letters == 1
