"""Fields: what is result, what is code, where links lead, what is a contents list."""

import pytest
from fingerpost.documents import Fate
from fingerpost.reading import read
from fingerpost.reading.fields import address

from tests.support.word import (
    box,
    control,
    docx,
    field,
    field_code,
    field_mark,
    inserted,
    p,
    r,
    style,
)

BEGIN, SEPARATE, END = (field_mark(kind) for kind in ("begin", "separate", "end"))


def blocks(*body: str, **options):
    return read("a.docx", docx(*body, **options)).stories[0].blocks


def spans(*body: str, **options) -> list[tuple[str, str, str]]:
    return [
        (span.text, span.field, span.fate.value)
        for block in blocks(*body, **options)
        for span in block.spans
    ]


def test_the_result_is_read_and_the_code_is_not():
    assert spans(p("on page ", field(" PAGE ", "7"), ".")) == [
        ("on page ", "", "visible"),
        ("7", "PAGE", "visible"),
        (".", "", "visible"),
    ]


def test_a_simple_field_is_read_like_any_other():
    body = p(
        "Figure ",
        '<w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    )
    assert spans(body)[1] == ("1", "SEQ", "visible")


def test_a_simple_field_without_code_shows_its_text():
    assert spans(p('<w:fldSimple w:instr=""><w:r><w:t>x</w:t></w:r></w:fldSimple>')) == [
        ("x", "", "visible")
    ]


def test_a_field_inside_a_result_is_read_with_its_own_kind():
    body = p(BEGIN, field_code("REF x"), SEPARATE, "a", field("PAGE", "2"), "b", END)
    assert spans(body) == [
        ("a", "REF", "visible"), ("2", "PAGE", "visible"), ("b", "REF", "visible"),
    ]  # fmt: skip


def test_text_inside_a_code_is_kept_but_not_shown():
    body = p(
        BEGIN,
        field_code("IF "),
        field("MERGEFIELD k", "1"),
        field_code("= 1"),
        SEPARATE,
        "yes",
        END,
    )
    assert spans(body) == [("1", "MERGEFIELD", "hidden"), ("yes", "IF", "visible")]


def test_a_field_that_never_ends_hides_nothing():
    assert spans(p(BEGIN, field_code("TOC"), "all "), p("of it")) == [
        ("all ", "", "visible"),
        ("of it", "", "visible"),
    ]


def test_a_field_that_never_begins_hides_nothing():
    assert spans(p("a", SEPARATE, "b", END, "c")) == [("abc", "", "visible")]


def test_a_mark_of_an_unknown_kind_does_nothing():
    assert spans(
        p(BEGIN, field_code("PAGE"), SEPARATE, "1", field_mark("pause"), "2", END, "3")
    ) == [
        ("12", "PAGE", "visible"),
        ("3", "", "visible"),
    ]


def test_an_unended_field_inside_a_whole_one_leaves_the_outer_one_whole():
    body = p(BEGIN, field_code("REF x"), SEPARATE, "a"), p("b", END, "c", BEGIN, SEPARATE, "d")
    assert spans(*body) == [
        ("a", "REF", "visible"),
        ("b", "REF", "visible"),
        ("cd", "", "visible"),
    ]


def test_a_field_does_not_reach_into_a_text_box():
    body = p(BEGIN, field_code("REF x"), SEPARATE, "a", box(p("inside")), END)
    _, boxed = blocks(body)
    assert boxed.blocks[0].spans[0].field == ""


def test_a_code_in_pieces_is_one_code():
    body = p(
        BEGIN, field_code(' HYPERLINK "https://exam'), field_code('ple.org" '), SEPARATE, "x", END
    )
    assert blocks(body)[0].spans[0].href == "https://example.org"


def test_a_tracked_field_is_read():
    body = p(inserted(BEGIN, field_code("PAGE"), SEPARATE, r("3"), END))
    assert spans(body) == [("3", "PAGE", "visible")]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('HYPERLINK "https://example.org/a b"', "https://example.org/a b"),
        ("HYPERLINK https://example.org", "https://example.org"),
        ('HYPERLINK "https://example.org" \\o "A tip, not a place"', "https://example.org"),
        ('HYPERLINK \\o "tip" "https://example.org" \\t "_blank"', "https://example.org"),
        ('HYPERLINK "https://example.org" \\l "part"', "https://example.org#part"),
        ('HYPERLINK \\l "part"', ""),
        ('HYPERLINK \\h "https://example.org"', "https://example.org"),
        ('HYPERLINK "C:\\\\files\\\\a.docx"', "C:\\files\\a.docx"),
        ("HYPERLINK “https://example.org”", "https://example.org"),
        ('HYPERLINK "https://example.org#x" \\l "y"', "https://example.org#x"),
        ("HYPERLINK", ""),
        ('HYPERLINK ""', ""),
    ],
)
def test_a_link_field_leads_where_its_code_says(code, expected):
    assert address(code) == expected


def contents(*body: str, **options) -> list[bool]:
    return [block.contents for block in blocks(*body, **options)]


def test_lines_of_a_contents_field_are_contents_and_what_follows_is_not():
    body = (
        p(BEGIN, field_code('TOC \\o "1-3"'), SEPARATE, field("HYPERLINK \\l x", "Hearing"), "\t2"),
        p("Vision\t3"),
        p(END),
        p("Body"),
    )
    assert contents(*body) == [True, True, False, False]


def test_an_index_is_contents_too():
    assert contents(p(field("INDEX", "ADHD, 3"))) == [True]


@pytest.mark.parametrize(
    "name", ["toc 1", "TOC Heading", "index 2", "table of figures", "Contents 1"]
)
def test_contents_are_known_by_the_name_of_their_style(name):
    assert contents(p("Hearing 2", style="X"), styles=style("X", name)) == [True]


def test_a_line_that_ends_in_a_page_number_word_found_is_contents():
    assert contents(p("Hearing\t", field("PAGEREF a", "2"))) == [True]
    assert contents(p("See page ", field("PAGEREF a", "2"))) == [False]
    assert contents(p("Tab\tsee ", field("PAGEREF a", "2"), " for more")) == [False]


def test_the_control_that_holds_a_contents_list_marks_its_heading_too():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = control(p("Contents", style="H"), p("Hearing\t2"), props=gallery), p("Body")
    assert contents(*body, styles=style("H", "heading 1")) == [True, True, False]


def test_a_heading_of_a_contents_list_is_no_heading():
    (block,) = blocks(
        p("Contents", style="T"), styles=style("T", "TOC Heading", para='<w:outlineLvl w:val="0"/>')
    )
    assert type(block).__name__ == "Paragraph"
    assert block.spans[0].fate is Fate.VISIBLE
