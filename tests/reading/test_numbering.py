"""List items, their levels and the marks Word shows."""

import pytest
from fingerpost.documents import Heading, ListItem
from fingerpost.reading import read

from tests.support.word import (
    bullets,
    decimals,
    deleted,
    docx,
    hidden,
    level,
    lists,
    old_box,
    p,
    style,
    tbl,
    tc,
    tr,
)


def items(*body: str, **options) -> list[ListItem]:
    blocks = read("a.docx", docx(*body, **options)).stories[0].blocks
    return [block for block in blocks if isinstance(block, ListItem)]


def labels(*body: str, **options) -> list[str]:
    return [item.label for item in items(*body, **options)]


def test_labels_are_made_of_all_counters_above():
    body = [p("x", num=(1, depth)) for depth in (0, 1, 1, 2, 0, 1)]
    expected = ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]
    assert labels(*body, numbering=lists(decimals())) == expected


@pytest.mark.parametrize(
    ("kind", "pattern", "expected"),
    [
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("upperRoman", "(%1)", ["(I)", "(II)"]),
        ("decimalZero", "%1", ["01", "02"]),
        ("ordinalText", "%1 step", ["First step", "Second step"]),
    ],
)
def test_labels_take_the_format_of_their_level(kind, pattern, expected):
    numbering = lists(level(0, pattern, kind))
    assert labels(p("x", num=(1, 0)), p("y", num=(1, 0)), numbering=numbering) == expected


def test_a_bullet_is_no_number_and_a_symbol_font_shows_as_a_bullet():
    symbol = level(0, "\uf0b7", "bullet") + level(1, "§", "bullet").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    found = items(
        p("a", num=(1, 0)), p("b", num=(1, 1)), p("c", num=(2, 0)),
        numbering=lists(symbol, level(0, "o", "bullet")),
    )  # fmt: skip
    assert [(item.label, item.ordered) for item in found] == [
        ("•", False),
        ("•", False),
        ("o", False),
    ]


def test_two_lists_of_one_kind_count_on_and_a_start_of_its_own_begins_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = lists(decimals(), nums={1: (1, ""), 2: (1, ""), 3: (1, anew)})
    body = [p("x", num=(series, 0)) for series in (1, 1, 2, 3, 3, 1)]
    assert labels(*body, numbering=numbering) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_level_may_be_replaced_for_one_list():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter", start=3)}</w:lvlOverride>'
    numbering = lists(decimals(), nums={1: (1, own)})
    assert labels(p("x", num=(1, 0)), numbering=numbering) == ["c)"]


def test_a_list_may_begin_elsewhere_and_a_skipped_level_shows_its_start():
    numbering = lists(level(0, "%1.", start=4) + level(1, "%1.%2"))
    assert labels(p("x", num=(1, 1)), p("y", num=(1, 0)), numbering=numbering) == ["4.1", "4."]


@pytest.mark.parametrize(("restart", "expected"), [(None, "b.1"), (0, "b.3"), (1, "b.1")])
def test_a_level_restarts_after_the_level_it_names(restart, expected):
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    numbering = lists(level(0, "%1", "lowerLetter") + level(1, "%1.%2", more=more))
    body = [p("x", num=(1, depth)) for depth in (0, 1, 1, 0, 1)]
    assert labels(*body, numbering=numbering)[-1] == expected


def test_a_legal_level_writes_every_counter_in_figures():
    numbering = lists(level(0, "%1", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(p("x", num=(1, 0)), p("y", num=(1, 1)), numbering=numbering) == ["I", "1.1"]


def test_a_list_that_comes_with_the_style_is_found_through_the_chain():
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Item", para=listed) + style("Child", based_on="Item")
    (item,) = items(p("x", style="Child"), styles=styles, numbering=lists(bullets()))
    assert (item.level, item.label, item.series) == (0, "•", "1")


def test_the_level_of_a_style_is_the_one_that_names_it():
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    styles = style("Deep", para=listed)
    numbering = lists(level(0, "%1") + level(1, "%1.%2", more='<w:pStyle w:val="Deep"/>'))
    (item,) = items(p("x", style="Deep"), styles=styles, numbering=numbering)
    assert (item.level, item.label) == (1, "1.1")


def test_a_level_on_the_paragraph_wins_over_its_style():
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p("x", style="Item", props='<w:numPr><w:ilvl w:val="2"/></w:numPr>')
    (item,) = items(body, styles=style("Item", para=listed), numbering=lists(bullets()))
    assert item.level == 2


def test_list_nought_switches_the_styles_list_off():
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Item", para=listed) + style(
        "Plain", based_on="Item", para='<w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    body = p("x", style="Item", num=(0, 0)), p("y", style="Plain")
    assert items(*body, styles=styles, numbering=lists(bullets())) == []


def test_a_list_that_points_to_a_numbering_style_takes_its_levels():
    styles = style("Ticks", kind="numbering", para='<w:numPr><w:numId w:val="2"/></w:numPr>')
    pointer, real = (
        '<w:numStyleLink w:val="Ticks"/>',
        '<w:styleLink w:val="Ticks"/>' + level(0, "%1:"),
    )
    body = p("x", num=(1, 0)), p("y", num=(2, 0))
    assert labels(*body, styles=styles, numbering=lists(pointer, real)) == ["1:", "2:"]


def test_lists_that_point_to_each_other_in_a_ring_end():
    styles = style("Ring", kind="numbering", para='<w:numPr><w:numId w:val="1"/></w:numPr>')
    numbering = lists('<w:numStyleLink w:val="Ring"/>')
    assert labels(p("x", num=(1, 0)), styles=styles, numbering=numbering) == [""]


def test_a_list_without_definition_is_still_a_list():
    assert labels(p("x", num=(7, 0))) == [""]
    assert labels(p("x", num=(7, 0)), numbering=lists(bullets())) == [""]


@pytest.mark.parametrize(("stored", "read_as"), [(-1, 0), (9, 8), (400, 8)])
def test_levels_out_of_range_are_brought_into_it(stored, read_as):
    (item,) = items(p("x", num=(1, stored)), numbering=lists(bullets()))
    assert item.level == read_as


def test_a_numbered_heading_is_a_heading_and_keeps_its_number():
    styles = style("H", "heading 1", para='<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = docx(p("A", style="H"), p("B", style="H"), styles=styles, numbering=lists(decimals()))
    blocks = read("a.docx", data).stories[0].blocks
    assert [(type(block), block.label) for block in blocks] == [(Heading, "1."), (Heading, "2.")]


def test_a_level_without_number_or_mark_makes_no_item():
    assert items(p("x", num=(1, 0)), numbering=lists(level(0, "", "none"))) == []
    assert labels(p("x", num=(1, 0)), numbering=lists(level(0, "Note:", "none"))) == ["Note:"]


def test_empty_items_count_and_are_none():
    body = p("x", num=(1, 0)), p(num=(1, 0)), p("z", num=(1, 0))
    assert labels(*body, numbering=lists(decimals())) == ["1.", "3."]


def test_deleted_and_hidden_items_do_not_count():
    body = (
        p("x", num=(1, 0)),
        p(deleted("y"), num=(1, 0)),
        p(hidden("h"), num=(1, 0)),
        p("z", num=(1, 0)),
    )
    assert labels(*body, numbering=lists(decimals())) == ["1.", "2."]


def test_numbers_go_on_over_cells_and_begin_anew_in_boxes():
    data = docx(
        tbl(tr(tc(p("a", num=(1, 0))), tc(p("b", num=(1, 0))))),
        p(old_box(p("boxed", num=(1, 0))), num=(1, 0)),
        numbering=lists(decimals()),
    )
    table, _, box = read("a.docx", data).stories[0].blocks
    assert [cell.blocks[0].label for cell in table.rows[0].cells] == ["1.", "2."]
    assert box.blocks[0].label == "1."


def test_the_indent_of_an_item_is_that_of_its_list_unless_it_has_one_itself():
    found = items(
        p("a", num=(1, 1), style="S"),
        p("b", num=(1, 1), props='<w:ind w:left="100"/>'),
        styles=style("S", para='<w:ind w:left="2000"/>'),
        numbering=lists(bullets()),
    )
    assert [item.look.indent for item in found] == [1080, 100]
