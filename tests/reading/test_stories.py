"""Notes, comments, headers and footers, and what a document says of itself."""

from fingerpost.documents import Document, Revisions
from fingerpost.reading import read

from tests.support.word import (
    box,
    choice,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    link,
    note_mark,
    old_box,
    p,
    part,
    r,
    tbl,
    tr,
)


def told(document: Document) -> list[tuple[str, str, str]]:
    return [
        (story.kind.value, story.locator, " / ".join(block.text for block in story.blocks))
        for story in document.stories
    ]


def test_notes_are_counted_in_the_order_of_the_file_without_separators():
    document = read(
        "a.docx",
        docx(
            p("x", note_mark(7), note_mark(3)),
            footnotes=footnote(-1, p("---"), separator="separator")
            + footnote(0, p("more"), separator="continuationSeparator")
            + footnote(3, p("three"), p("and on"))
            + footnote(7, p("seven"), separator="normal"),
            endnotes=footnote(1, p("end"), kind="endnote"),
            comments=footnote(0, p("why?"), kind="comment"),
        ),
    )
    assert told(document) == [
        ("body", "body", "x"),
        ("footnote", "footnote[1]", "three / and on"),
        ("footnote", "footnote[2]", "seven"),
        ("endnote", "endnote[1]", "end"),
        ("comment", "comment[1]", "why?"),
    ]
    assert document.stories[0].blocks[0].anchors == ("footnote[2]", "footnote[1]")
    assert document.stories[1].blocks[1].locator == "footnote[1]/p[2]"
    assert document.letters == len("xthreeandonsevenendwhy")


def test_headers_and_footers_are_read_once_in_the_order_sections_name_them():
    again = '<w:sectPr><w:headerReference w:type="default" r:id="rIdM2"/></w:sectPr>'
    data = docx(p("x", props=again), headers=[p("first"), p("second")], footers=[p("foot")])
    assert told(read("a.docx", data)) == [
        ("body", "body", "x"),
        ("header", "header[1]", "second"),
        ("header", "header[2]", "first"),
        ("footer", "footer[1]", "foot"),
    ]


def test_a_header_that_no_section_names_is_not_shown_and_not_read():
    data = docx(p("x"), more={"word/header9.xml": part("hdr", p("unseen"))})
    assert told(read("a.docx", data)) == [("body", "body", "x")]
    body = p("x", props='<w:sectPr><w:headerReference r:id="rId404"/></w:sectPr>')
    assert len(read("a.docx", docx(body)).stories) == 1


def test_links_of_a_note_are_its_own():
    data = docx(
        p("x", link("rId1", "body")),
        footnotes=footnote(1, p(link("rId1", "note"))),
        links={"rId1": "https://example.org/body"},
        more={
            "word/_rels/footnotes.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Type="x/hyperlink" Target="https://example.org/note" '
                'TargetMode="External"/></Relationships>'
            )
        },
    )
    hrefs = [story.blocks[0].spans[-1].href for story in read("a.docx", data).stories]
    assert hrefs[1] == "https://example.org/note"


def test_title_edition_source_and_digest_are_told():
    document = read(
        "send/a.docx", docx(p("x"), title=" Our  guide ", modified="2024-09-01T10:00:00Z")
    )
    assert (document.source, document.title, document.edition) == (
        "send/a.docx", "Our guide", "2024-09-01",
    )  # fmt: skip
    assert len(document.digest) == 64


def test_damaged_or_missing_properties_say_nothing():
    for core in ("<broken", "<core/>"):
        document = read("a.docx", docx(p("x"), more={"docProps/core.xml": core}))
        assert (document.title, document.edition, document.warnings) == ("", "", ())
    assert read("a.docx", docx(p("x"), modified="soon")).edition == ""


def test_tracked_changes_are_counted_in_all_stories():
    document = read(
        "a.docx",
        docx(p(inserted("a"), deleted("b")), footnotes=footnote(1, p(inserted("c")))),
    )
    assert document.revisions == Revisions(insertions=2, deletions=1)


def test_the_letters_are_those_of_every_story_but_not_of_what_is_never_shown():
    twice = choice(box(p("boxed")), old_box(p("boxed")))
    document = read(
        "a.docx",
        docx(
            p("abc", deleted("def"), hidden("ghi"), r("<w:noBreakHyphen/>"), twice),
            tbl(tr("é²")),
            p("<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>"),
            footers=[p("f")],
        ),
    )
    assert document.letters == 3 + 3 + 3 + 5 + 2 + 2 + 1


def test_the_same_bytes_give_the_same_document():
    data = docx(p("x", note_mark(1)), footnotes=footnote(1, p("n")), headers=[p("h")])
    assert read("a.docx", data) == read("a.docx", data)
