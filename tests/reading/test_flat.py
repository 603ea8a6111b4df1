"""Documents saved as XML: the flat packages of today, and those of Word 2003."""

from dataclasses import replace

import pytest
from fingerpost.documents import Document, Fate, Heading, ListItem, StoryKind, paragraphs
from fingerpost.errors import DocumentRefused
from fingerpost.reading import Limits, read

from tests.support.drawn import chart, chart_frame, parts_of
from tests.support.flat import annotation, flat, word_2003
from tests.support.word import (
    bullets,
    deleted,
    docx,
    footnote,
    inserted,
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


def told(data: bytes) -> list[tuple[str, str]]:
    document = read("a.xml", data)
    lines = (line for story in document.stories for line in paragraphs(story.blocks))
    return [(line.locator, line.text) for line in lines]


def unsigned(document: Document) -> Document:
    return replace(document, digest="")


def test_a_flat_package_says_what_its_zipped_twin_says():
    package = docx(
        p("Heading", style="H"), p("One", note_mark(2), num=(1, 0)), tbl(tr("a", "b")),
        p(inserted("new"), deleted("old")),
        styles=style("H", "heading 1", para='<w:outlineLvl w:val="0"/>'), numbering=lists(bullets()),
        footnotes=footnote(2, p("Note")), headers=[p("Top")], title="T", modified="2026-01-02",
    )  # fmt: skip
    twin = read("a.xml", flat(package))
    assert unsigned(twin) == unsigned(read("a.xml", package))
    assert twin.letters > 0


def test_a_flat_package_keeps_what_hangs_on_it():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", chart("Ages", {}))})
    package = docx(p(chart_frame("rId5")), more={**more, "word/media/image1.bin": b"\x00\xff" * 99})
    assert unsigned(read("a.xml", flat(package))) == unsigned(read("a.xml", package))


def test_a_flat_package_in_another_encoding_is_read():
    text = flat(docx(p("Zoë"))).decode().replace("UTF-8", "UTF-16")
    assert told(text.encode("utf-16")) == [("body/p[1]", "Zoë")]


def test_a_picture_longer_than_any_text_is_no_matter():
    big = docx(p("Words"), more={"word/media/image1.bin": b"\x00" * 9_000_000})
    assert told(flat(big)) == [("body/p[1]", "Words")]


@pytest.mark.parametrize(
    ("cut", "code"),
    [
        (lambda text: text[:-40], "corrupt"),
        (lambda text: text.replace("<pkg:package", "<!DOCTYPE x [<!ENTITY e 'x'>]><pkg:package"), "unsafe"),
        (lambda text: text.replace("/officeDocument", "/nothing"), "no-main-part"),
        (lambda text: text.replace("<w:p>", "<w:p>" + "<w:x>" * 3000 + "</w:x>" * 3000), "too-deep"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_flat_package_is_refused_by_name(cut, code):
    with pytest.raises(DocumentRefused) as refused:
        read("a.xml", cut(flat(docx(p("Words"))).decode()).encode())
    assert refused.value.code == code


@pytest.mark.parametrize("limits", [Limits(unpacked_bytes=900), Limits(tags=20)])
def test_a_flat_package_keeps_to_the_limits(limits):
    with pytest.raises(DocumentRefused) as refused:
        read("a.xml", flat(docx(p("Words" * 200))), limits)
    assert refused.value.code == "too-large"


def test_xml_that_is_not_words_is_refused():
    with pytest.raises(DocumentRefused) as refused:
        read("a.xml", b"<?xml version='1.0'?><note>http://example.org</note>")
    assert refused.value.code == "not-word"


def test_a_document_of_word_2003_is_read():
    data = word_2003(p("First"), f"<wx:sub-section>{p('Second')}</wx:sub-section>")
    assert told(data) == [("body/p[1]", "First"), ("body/p[2]", "Second")]


def test_tables_boxes_and_smart_tags_of_word_2003_are_read():
    spanned = tc(p("a"), props='<w:vmerge w:val="restart"/>')
    below = tc(p("b"), props="<w:vmerge/>")
    data = word_2003(
        tbl(tr(spanned), tr(below)), p("at ", f"<st1:place>{r('Leeds')}</st1:place>"),
        p(old_box(p("boxed"))),
    )  # fmt: skip
    assert [text for _, text in told(data)] == ["a", "b", "at Leeds", "", "boxed"]
    table = read("a.xml", data).stories[0].blocks[0]
    assert [row.cells[0].continues for row in table.rows] == [False, True]


def test_styles_of_word_2003_make_headings_and_hide_words():
    styles = style("H", "heading 2") + style("Secret", kind="character", run="<w:vanish/>")
    data = word_2003(
        p("Ages", style="H"), p("see ", r("not", '<w:rStyle w:val="Secret"/>')),
        before=f"<w:styles>{styles}</w:styles>",
    )  # fmt: skip
    heading, line = read("a.xml", data).stories[0].blocks
    assert isinstance(heading, Heading)
    assert heading.level == 2
    assert [span.fate for span in line.spans] == [Fate.VISIBLE, Fate.HIDDEN]


@pytest.mark.parametrize(
    ("code", "label"),
    [("", "1)"), ("0", "1)"), ("2", "i)"), ("4", "a)"), ("23", "•"), ("99", "1)")],
)
def test_lists_of_word_2003_are_lists(code, label):
    format_ = f'<w:nfc w:val="{code}"/>' if code else ""
    text = "•" if code == "23" else "%1)"
    held = (
        f'<w:lists><w:listDef w:listDefId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>{format_}'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:listDef>'
        '<w:list w:ilfo="3"><w:ilst w:val="7"/></w:list></w:lists>'
    )
    mark = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="3"/><wx:t wx:val="x"/></w:listPr>'
    (item,) = read("a.xml", word_2003(p("Wait", props=mark), before=held)).stories[0].blocks
    assert isinstance(item, ListItem)
    assert (item.label, item.level) == (label, 0)


def test_tracked_changes_of_word_2003_are_kept_apart():
    data = word_2003(
        p(
            "keep", annotation("Insertion", r(" new")),
            annotation("Deletion", "<w:r><w:delText> old</w:delText></w:r>"),
            r("x", annotation("Formatting", "<w:rPr><w:b/></w:rPr>")),
            annotation("Bookmark.Start"),
        )
    )  # fmt: skip
    (line,) = read("a.xml", data).stories[0].blocks
    assert [(span.text, span.fate.value, span.revised) for span in line.spans] == [
        ("keep", "visible", False), (" new", "visible", True), (" old", "deleted", False),
        ("x", "visible", False),
    ]  # fmt: skip


def test_a_paragraph_put_in_whole_is_marked():
    mark = f"<w:rPr>{annotation('Insertion')}</w:rPr>"
    (line,) = read("a.xml", word_2003(p("new", props=mark))).stories[0].blocks
    assert line.revised


def test_notes_comments_and_margins_of_word_2003_are_stories():
    data = word_2003(
        p("Body", f"<w:r><w:footnote>{p('A note')}</w:footnote></w:r>", annotation("Comment.Start"),
          "more", annotation("Comment.End"), f"<w:r>{annotation('Comment', p('Really?'))}</w:r>"),
        p("Next", annotation("Comment.Start", note_id=2),
          f"<w:r><w:footnote>{p('Another')}</w:footnote></w:r>"),
        p("Last", annotation("Comment.End", note_id=2),
          f"<w:r>{annotation('Comment', p('Sure?'), note_id=2)}</w:r>"),
        before=f'<w:docPr><w:footnotePr><w:footnote w:type="separator">{p("--x--")}</w:footnote>'
        "</w:footnotePr></w:docPr>",
        section=f'<w:hdr w:type="odd">{p("Top")}</w:hdr><w:ftr w:type="first">{p("Foot")}</w:ftr>',
    )  # fmt: skip
    document = read("a.xml", data)
    assert [(s.kind, s.locator, s.blocks[0].text) for s in document.stories] == [
        (StoryKind.BODY, "body", "Bodymore"),
        (StoryKind.FOOTNOTE, "footnote[1]", "A note"),
        (StoryKind.FOOTNOTE, "footnote[2]", "Another"),
        (StoryKind.COMMENT, "comment[1]", "Really?"),
        (StoryKind.COMMENT, "comment[2]", "Sure?"),
        (StoryKind.HEADER, "header[1]", "Top"),
        (StoryKind.FOOTER, "footer[1]", "Foot"),
    ]
    assert document.stories[0].blocks[0].anchors == ("footnote[1]", "comment[1]")
    assert document.stories[0].blocks[1].anchors == ("comment[2]", "footnote[2]")
    assert document.stories[0].blocks[2].anchors == ("comment[2]",)


def test_links_of_word_2003_are_links():
    data = word_2003(
        p(
            '<w:hlink w:dest="https://example.org/a" w:bookmark="b"><w:r><w:t>x</w:t></w:r></w:hlink>'
        )
    )
    (line,) = read("a.xml", data).stories[0].blocks
    assert [(span.text, span.href) for span in line.spans] == [("x", "https://example.org/a#b")]


def test_what_a_document_of_word_2003_says_of_itself_is_known():
    said = (
        "<o:DocumentProperties><o:Title>Guide</o:Title><o:LastSaved>2005-03-04T10:00:00Z"
        "</o:LastSaved></o:DocumentProperties>"
    )
    document = read("a.xml", word_2003(p("x"), before=said))
    assert (document.title, document.edition) == ("Guide", "2005-03-04")


def test_pictures_kept_as_text_in_word_2003_are_no_words_however_long():
    letters = "aGVsbG8=" * 1_300_000
    picture = f'<w:r><w:pict><w:binData w:name="a">{letters}</w:binData></w:pict></w:r>'
    assert told(word_2003(p("Words", picture))) == [("body/p[1]", "Words")]


def test_an_address_that_looks_like_an_old_name_stays_text():
    words = "http://schemas.microsoft.com/office/word/2003/wordml"
    assert told(word_2003(p(words))) == [("body/p[1]", words)]
