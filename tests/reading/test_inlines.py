"""What stands inside a paragraph."""

import pytest
from fingerpost.documents import Fate, Span
from fingerpost.reading import read

from tests.support.word import (
    DECLARED,
    bold,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    link,
    note_mark,
    p,
    r,
    runs,
)


def paragraph(*content: str, **options):
    return read("a.docx", docx(p(*content), **options)).stories[0].blocks[0]


def text(*content: str, **options) -> str:
    return paragraph(*content, **options).text


def test_a_link_split_over_runs_is_one_link():
    spans = paragraph(
        "Read ", link("rId9", "our ", r("gui", "<w:i/>"), r("de")), " now",
        links={"rId9": "https://example.org/?a=1&b=2"},
    ).spans  # fmt: skip
    assert [(span.text, span.href) for span in spans] == [
        ("Read ", ""), ("our guide", "https://example.org/?a=1&b=2"), (" now", ""),
    ]  # fmt: skip


def test_a_link_to_a_place_in_the_file_has_no_address():
    assert paragraph(
        '<w:hyperlink w:anchor="here"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    ).spans == (Span("x"),)


def test_a_link_to_a_place_elsewhere_names_the_place():
    body = '<w:hyperlink r:id="rId9" w:anchor="here"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    spans = paragraph(body, links={"rId9": "https://example.org"}).spans
    assert spans[0].href == "https://example.org#here"


def test_a_link_whose_address_is_missing_keeps_its_words():
    assert paragraph(link("rId404", "words")).spans == (Span("words"),)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ('<w:t>a</w:t><w:ptab w:alignment="right"/><w:t>b</w:t>', "a\tb"),
        ("<w:t>non</w:t><w:noBreakHyphen/><w:t>verbal</w:t>", "non-verbal"),
        ("<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>", "co\u00adop"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
        ("<w:t>a\n   b</w:t>", "a    b"),
        ("<w:t>  kept  </w:t>", "  kept  "),
        ("<w:t>zero\u200bwidth</w:t>", "zero\u200bwidth"),
        ("<w:t/>", ""),
    ],
)
def test_breaks_tabs_and_hyphens_are_characters(xml, expected):
    assert text(r(xml)) == expected


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Times New Roman", "00E9", "é"),
        ("Wingdings", "F0FC", "\uf0fc"),
        ("Wingdings", "FC", "\uf0fc"),
        ("Symbol", "61", "\uf061"),
        ("Calibri", "F0B7", "\uf0b7"),
        ("Calibri", "D800", ""),
        ("Calibri", "110000", ""),
        ("Calibri", "zz", ""),
        ("Calibri", "", ""),
    ],
)
def test_symbols_are_letters_or_stay_private(font, code, expected):
    document = read("a.docx", docx(p(r(f'<w:sym w:font="{font}" w:char="{code}"/>'))))
    assert document.stories[0].blocks[0].text == expected
    assert document.letters == sum(map(str.isalnum, expected))


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:smartTag>{}</w:smartTag>",
        '<w:customXml w:element="x">{}</w:customXml>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:hyperlink>{}</w:hyperlink>",
        '<w:bdo w:val="ltr">{}</w:bdo>',
        '<w:dir w:val="ltr">{}</w:dir>',
        "<w:futureThing>{}</w:futureThing>",
    ],
)
def test_text_in_any_wrapper_is_read(wrapper):
    assert text("a", wrapper.format(r("b")), "c") == "abc"
    assert text("a", wrapper.format(wrapper.format(r("b"))), "c") == "abc"


def test_insertions_are_text_and_marked():
    assert paragraph("a", inserted("b")).spans == (Span("a"), Span("b", revised=True))
    assert paragraph("a", inserted("b")).revised


def test_deletions_are_kept_apart_from_what_is_read():
    line = paragraph("keep ", deleted("drop "), "this")
    assert line.text == "keep this"
    assert line.spans[1] == Span("drop ", Fate.DELETED)
    assert line.revised


def test_moved_text_counts_at_its_new_place():
    moved = f"<w:moveFrom>{r('old')}</w:moveFrom><w:moveTo>{r('new')}</w:moveTo>"
    assert [(span.text, span.fate.value, span.revised) for span in paragraph(moved).spans] == [
        ("old", "deleted", False),
        ("new", "visible", True),
    ]


def test_inserted_and_then_deleted_is_deleted():
    spans = paragraph(inserted(deleted("x"))).spans
    assert spans[0].fate is Fate.DELETED


def test_deleted_hidden_text_is_deleted():
    assert (
        paragraph(deleted("x").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")).spans[0].fate
        is Fate.DELETED
    )


def test_changes_of_look_are_no_changes_of_text():
    line = paragraph(r("x", "<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))
    assert line.spans == (Span("x", bold=True),)
    assert not line.revised


def test_a_paragraph_whose_mark_was_inserted_or_deleted_is_revised():
    for change in ("ins", "del"):
        data = docx(p("x", props=f"<w:rPr><w:{change}/></w:rPr>"))
        block = read("a.docx", data).stories[0].blocks[0]
        assert block.revised
        assert block.text == "x"


def test_neighbouring_runs_of_one_look_are_one_span():
    assert paragraph("a", "b", bold("c"), bold("d"), hidden("e")).spans == (
        Span("ab"),
        Span("cd", bold=True),
        Span("e", Fate.HIDDEN),
    )


def test_equations_are_read_as_text_with_fractions_apart():
    fraction = (
        "<m:f><m:num><m:r><m:t>4ac</m:t></m:r></m:num><m:den><m:r><m:t>2a</m:t></m:r></m:den></m:f>"
    )
    power = (
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    )
    assert text("y=", f"<m:oMath>{power}{fraction}</m:oMath>").split() == ["y=x2", "4ac", "2a"]


def test_cells_of_a_matrix_do_not_run_together():
    cells = "".join(f"<m:e><m:r><m:t>{n}</m:t></m:r></m:e>" for n in (1, 2))
    assert text(f"<m:oMath><m:m><m:mr>{cells}</m:mr></m:m></m:oMath>").split() == ["1", "2"]


def test_the_small_letters_above_a_word_are_words_of_their_own():
    ruby = f"<w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby>"
    assert text("a", r(ruby), "b").split() == ["a", "kan", "baseb"]


def test_notes_and_comments_hang_on_the_paragraph_that_refers_to_them():
    line = paragraph(
        "x", note_mark(5), note_mark(3, "comment"), note_mark(5), note_mark(99),
        footnotes=footnote(0, p("-"), separator="separator") + footnote(5, p("n")),
        comments=footnote(1, p("a"), kind="comment") + footnote(3, p("b"), kind="comment"),
    )  # fmt: skip
    assert line.anchors == ("footnote[1]", "comment[2]")
    assert line.text == "x"


def test_descriptions_of_pictures_are_kept_beside_the_text():
    drawing = r(
        '<w:drawing><wp:inline><wp:docPr id="1" name="n" descr="A child reads" title="Photo"/></wp:inline></w:drawing>'
    )
    old = r('<w:pict><v:shape alt="A tree"/></w:pict>')
    body = read("a.docx", docx(p("x", drawing, old))).stories[0].blocks
    assert [(block.locator, block.text) for block in body] == [
        ("body/p[1]", "x"), ("body/p[1]", "Photo: A child reads"), ("body/p[1]", "A tree"),
    ]  # fmt: skip


def test_a_run_outside_any_paragraph_is_not_lost():
    document = read("a.docx", docx(p("a"), runs("stray"), p("b")))
    assert [(b.locator, b.text) for b in document.stories[0].blocks] == [
        ("body/p[1]", "a"), ("body/r[1]", "stray"), ("body/p[2]", "b"),
    ]  # fmt: skip


def test_a_paragraph_inside_a_paragraph_is_not_lost():
    document = read("a.docx", docx(f"<w:p {DECLARED}>{runs('a')}{p('inner')}</w:p>"))
    assert [(b.locator, b.text) for b in document.stories[0].blocks] == [
        ("body/p[1]", "a"), ("body/p[1]/p[1]", "inner"),
    ]  # fmt: skip


def test_runs_that_a_program_left_among_the_properties_are_read():
    block = read("a.docx", docx(p("stays", props="<w:keepNext/>" + r("lost ")))).stories[0].blocks
    assert [span.text for span in block[0].spans] == ["lost stays"]
