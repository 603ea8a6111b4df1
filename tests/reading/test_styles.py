"""Headings, hidden text and looks through styles and what they are based on."""

import pytest
from fingerpost.documents import Fate, Heading, Paragraph
from fingerpost.reading import read

from tests.support.word import bold, defaults, docx, hidden, p, r, style

VANISH = "<w:vanish/>"


def body(*paragraphs: str, styles: str = ""):
    return read("a.docx", docx(*paragraphs, styles=styles)).stories[0].blocks


def heading_levels(*paragraphs: str, styles: str = "") -> list[int | None]:
    blocks = body(*paragraphs, styles=styles)
    return [block.level if isinstance(block, Heading) else None for block in blocks]


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def test_a_heading_is_known_by_its_outline_level_whatever_its_style_is_called():
    styles = style("berschrift1", "Thema", para=outline(0)) + style("Sub", para=outline(2))
    assert heading_levels(p("A", style="berschrift1"), p("B", style="Sub"), styles=styles) == [1, 3]


def test_an_outline_level_is_inherited_through_the_chain():
    styles = (
        style("Base", para=outline(1))
        + style("Middle", based_on="Base")
        + style("Leaf", based_on="Middle")
    )
    assert heading_levels(p("A", style="Leaf"), styles=styles) == [2]


def test_the_built_in_name_counts_where_the_level_is_missing():
    styles = style("a0", "heading 4") + style("Own", "Our heading", based_on="a0")
    assert heading_levels(p("A", style="a0"), p("B", style="Own"), styles=styles) == [4, 4]


def test_a_level_on_the_paragraph_wins_over_its_style():
    styles = style("H", "heading 1", para=outline(0))
    assert heading_levels(p("A", outline=1), p("B", style="H", outline=2), styles=styles) == [2, 3]


@pytest.mark.parametrize("level", [9, 10, -2])
def test_body_text_level_and_nonsense_make_no_heading(level):
    styles = style("H", "heading 1", para=outline(0))
    assert heading_levels(p("A", style="H", outline=level), styles=styles) == [None]


def test_the_title_is_level_nought():
    styles = style("T", "Title") + style("Sub", "Subtitle", based_on="T", para=outline(9))
    assert heading_levels(p("A", style="T"), p("b", style="Sub"), styles=styles) == [0, None]


def test_an_empty_heading_is_no_heading():
    styles = style("H", "heading 1")
    assert heading_levels(p(style="H"), p(" ", style="H"), p("x"), styles=styles) == [None] * 3


def test_an_unknown_style_is_the_default_style():
    styles = style("N", default=True, run=VANISH)
    (block,) = body(p("x", style="Gone"), styles=styles)
    assert block.spans[0].fate is Fate.HIDDEN


def test_styles_based_on_each_other_in_a_ring_end():
    styles = style("A", based_on="B", para=outline(0)) + style("B", based_on="A")
    assert heading_levels(p("x", style="A"), p("y", style="B"), styles=styles) == [1, 1]


def test_a_document_without_styles_is_read():
    (block,) = body(p("x", style="Heading1"))
    assert type(block) is Paragraph
    assert block.text == "x"


def fate_of(paragraph: str, styles: str = "") -> Fate:
    return body(paragraph, styles=styles)[0].spans[0].fate


def test_hidden_text_is_found_on_the_run_and_by_every_style():
    assert fate_of(p(hidden("x"))) is Fate.HIDDEN
    by_style = style("P", run=VANISH) + style("C", kind="character", run=VANISH)
    assert fate_of(p("x", style="P"), by_style) is Fate.HIDDEN
    assert fate_of(p(r("x", '<w:rStyle w:val="C"/>')), by_style) is Fate.HIDDEN
    child = by_style + style("Q", based_on="P")
    assert fate_of(p("x", style="Q"), child) is Fate.HIDDEN
    assert fate_of(p("x"), defaults(run=VANISH)) is Fate.HIDDEN


def test_a_run_that_says_it_shows_shows():
    styles = style("P", run=VANISH)
    assert fate_of(p(r("x", '<w:vanish w:val="0"/>'), style="P"), styles) is Fate.VISIBLE


def test_hidden_twice_by_styles_is_shown_again():
    styles = style("P", run=VANISH) + style("C", kind="character", run=VANISH)
    twice = p(r("x", '<w:rStyle w:val="C"/>'), style="P")
    assert fate_of(twice, styles) is Fate.VISIBLE
    assert fate_of(twice, styles + defaults(run=VANISH)) is Fate.HIDDEN


def test_hidden_on_the_web_or_at_the_paragraph_mark_hides_nothing():
    assert fate_of(p(r("x", "<w:webHidden/>"))) is Fate.VISIBLE
    assert fate_of(p("x", props=f"<w:rPr>{VANISH}</w:rPr>")) is Fate.VISIBLE


def test_the_look_of_a_paragraph_is_that_of_its_letters():
    styles = defaults(run='<w:sz w:val="22"/>') + style(
        "P", "Box text", para='<w:jc w:val="center"/><w:shd w:fill="ffeeaa"/>', run="<w:b/>"
    )
    look = body(
        p("x", r("y", '<w:sz w:val="40"/><w:color w:val="00aa00"/>'), style="P"), styles=styles
    )[0].look
    assert (look.style, look.size, look.bold, look.centred) == ("Box text", 20.0, True, True)
    assert (look.fill, look.colour) == ("FFEEAA", "")


def test_a_paragraph_is_bold_only_if_all_its_letters_are():
    assert body(p(bold("all"), " "))[0].look.bold
    assert not body(p(bold("some"), " not"))[0].look.bold


def test_capitals_are_typed_or_shown():
    assert body(p("STAFF 2"))[0].look.capitals
    assert body(p(r("staff", "<w:caps/>")))[0].look.capitals
    assert not body(p("STAFF and"))[0].look.capitals


def test_a_script_without_capitals_is_never_in_capitals():
    for words in ("پرسکون جگہ", "شارع 7", "安静"):
        assert not body(p(words))[0].look.capitals
    assert body(p("安静 STAFF"))[0].look.capitals
    assert body(p("2024"))[0].look.capitals


def test_underlined_and_struck_letters_are_told():
    (block,) = body(p(r("x", '<w:u w:val="single"/><w:dstrike/>')))
    assert block.look.underlined
    assert block.spans[0].struck
    assert not body(p(r("x", '<w:u w:val="none"/>')))[0].look.underlined


def test_strict_files_give_indents_with_units_and_start_for_left():
    (block,) = body(p("x", props='<w:ind w:start="0.5in"/>'))
    assert block.look.indent == 720
