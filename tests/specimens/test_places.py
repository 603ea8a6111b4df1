"""A sentence planted in each place that Word keeps text in; each is in the account, once, as what it is."""

import pytest
from fingerpost.documents import count_letters
from fingerpost.errors import DocumentRefused
from fingerpost.strategies import Kind

from tests.oracle.locate import locate
from tests.support.guards import guards, returns
from tests.support.guidance import guidance
from tests.support.word import (
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
    link,
    lists,
    note_mark,
    old_box,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

SHAPE = '<w:r><w:pict><v:shape alt="Planted in an old picture"></v:shape></w:pict></w:r>'
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>Planted above</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>a fraction line</m:t></m:r></m:den></m:f></m:oMath>"
)
RUBY = (
    f"<w:r><w:ruby><w:rt>{r('Planted above')}</w:rt>"
    f"<w:rubyBase>{r('a word')}</w:rubyBase></w:ruby></w:r>"
)
PLACES = (
    ("in a paragraph", Kind.PARAGRAPH, p("Planted in a paragraph")),
    ("in a heading", Kind.HEADING, p("Planted in a heading", outline=0)),
    ("in an item", Kind.LIST_ITEM, p("Planted in an item", num=(1, 0))),
    ("in a cell", Kind.CELL_TEXT, tbl(tr("Planted in a cell"))),
    ("in an item in a cell", Kind.LIST_ITEM, tbl(tr(tc(p("Planted in an item in a cell", num=(1, 0)))))),
    ("in a table in a cell", Kind.CELL_TEXT, tbl(tr(tc(tbl(tr("Planted in a table in a cell")), p(""))))),
    ("in a text box", Kind.PARAGRAPH, p(box(p("Planted in a text box")))),
    ("in an older text box", Kind.PARAGRAPH, p(old_box(p("Planted in an older text box")))),
    ("in two boxes at once", Kind.PARAGRAPH,
     p(choice(box(p("Planted in two boxes at once")), old_box(p("Planted in two boxes at once"))))),
    ("in an item in a box", Kind.LIST_ITEM, p(box(p("Planted in an item in a box", num=(1, 0))))),
    ("in a control round blocks", Kind.PARAGRAPH, control(p("Planted in a control round blocks"))),
    ("in a control in a line", Kind.PARAGRAPH, p("Planted ", control(r("in a control in a line")))),
    ("in a control round a row", Kind.CELL_TEXT, tbl(control(tr("Planted in a control round a row")))),
    ("in a control round a cell", Kind.CELL_TEXT, tbl(tr(control(tc(p("Planted in a control round a cell")))))),
    ("in a smart tag", Kind.PARAGRAPH, p("Planted ", f'<w:smartTag w:element="x">{r("in a smart tag")}</w:smartTag>')),
    ("in custom markup", Kind.PARAGRAPH, f'<w:customXml w:element="x">{p("Planted in custom markup")}</w:customXml>'),
    ("in a field", Kind.PARAGRAPH, p("Planted ", field(" REF a ", "in a field"))),
    ("in a simple field", Kind.PARAGRAPH, p("Planted ", f'<w:fldSimple w:instr="DATE">{r("in a simple field")}</w:fldSimple>')),
    ("in a link", Kind.PARAGRAPH, p(link("r1", "Planted in a link"))),
    ("in an insertion", Kind.PARAGRAPH, p(inserted("Planted in an insertion"))),
    ("in an inserted paragraph", Kind.PARAGRAPH, inserted(p("Planted in an inserted paragraph"))),
    ("in a deletion", Kind.DELETED, p(deleted("Planted in a deletion"))),
    ("in a deleted row", Kind.DELETED, tbl(tr("Planted in a deleted row", props='<w:del w:id="9"/>'))),
    ("where it was moved from", Kind.DELETED, p(f'<w:moveFrom w:id="8">{r("Planted where it was moved from")}</w:moveFrom>')),
    ("where it was moved to", Kind.PARAGRAPH, p(f'<w:moveTo w:id="8">{r("Planted where it was moved to")}</w:moveTo>')),
    ("in hidden words", Kind.HIDDEN, p(hidden("Planted in hidden words"))),
    ("in words hidden by a style", Kind.HIDDEN, p("Planted in words hidden by a style", style="Unseen")),
    ("in small letters above a word", Kind.PARAGRAPH, p(RUBY)),
    ("in an equation", Kind.PARAGRAPH, p(FRACTION)),
    ("in a picture's description", Kind.ALT_TEXT, p(box(p(""), description="Planted in a picture's description"))),
    ("in an older picture's description", Kind.ALT_TEXT, p(SHAPE)),
    ("in a footnote", Kind.FOOTNOTE, p("x", note_mark(1))),
    ("in an endnote", Kind.ENDNOTE, p("x", note_mark(1, "endnote"))),
    ("in a comment", Kind.COMMENT, p("x", note_mark(1, "comment"))),
    ("in a header", Kind.HEADER, ""),
    ("in a footer", Kind.FOOTER, ""),
)  # fmt: skip
ELSEWHERE = {
    "in small letters above a word": "Planted above a word",
    "in an equation": "Planted above a fraction line",
    "in an older picture's description": "Planted in an old picture",
}


def planted():
    return docx(
        *(block for *_, block in PLACES),
        styles=style("Unseen", run="<w:vanish/>"),
        numbering=lists(bullets()),
        footnotes=footnote(1, p("Planted in a footnote")),
        endnotes=footnote(1, p("Planted in an endnote"), kind="endnote"),
        comments=footnote(1, p("Planted in a comment"), kind="comment"),
        headers=[p("Planted in a header")],
        footers=[p("Planted in a footer")],
        links={"r1": "https://example.org/a"},
    )


def bare(text):
    return "".join(text.split())


def told(place):
    return ELSEWHERE.get(place, f"Planted {place}")


@guards("fingerpost.extracting.account.Account._add", returns(None))
@guards("fingerpost.extracting.account.Account.describe", returns(None))
@guards("fingerpost.extracting.thread.kind_of", returns(Kind.PARAGRAPH))
def test_a_sentence_in_each_place_stands_in_the_account_once_as_what_it_is():
    ledger = guidance(planted()).extraction.ledger
    missed = {}
    for place, kind, _ in PLACES:
        rows = [row for row in ledger if row.text == told(place)]
        if [row.kind for row in rows] != [kind]:
            missed[place] = [str(row.kind) for row in rows]
    assert missed == {}
    assert len(PLACES) >= 16


@guards("fingerpost.reading.tally", returns(0))
def test_the_letters_of_the_account_are_those_of_the_file():
    found = guidance(planted())
    told = (row.text for row in found.extraction.ledger if row.kind is not Kind.ALT_TEXT)
    assert sum(map(count_letters, told)) == found.document.letters


@guards(
    "fingerpost.reading.scope.Scope.step", lambda old: lambda scope, kind: f"{old(scope, kind)}0"
)
def test_an_independent_script_finds_each_planted_sentence_from_its_locator():
    data = planted()
    for row in guidance(data).extraction.ledger:
        if row.kind is not Kind.ALT_TEXT:
            assert bare(row.text) in bare(locate(data, row.locator)), row


@guards("fingerpost.extracting.extraction.balance", returns(None))
def test_a_document_whose_words_are_lost_on_the_way_is_refused():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("fingerpost.extracting.account.Account.unseen", returns(None)(None))
        with pytest.raises(DocumentRefused) as refused:
            guidance(planted())
    assert refused.value.code == "words-lost"
