"""Sub-lists that Word keeps as lists of their own."""

from dataclasses import replace

from fingerpost.documents import Block, ListItem, Look, Paragraph, Span
from fingerpost.reading.quirks.indented_lists import level_by_indent


def item(series: str, indent: int, level: int = 0) -> ListItem:
    return ListItem(
        locator="body/p[1]",
        spans=(Span("x"),),
        level=level,
        series=series,
        look=Look(indent=indent),
    )


def text(words: str, indent: int = 0) -> Paragraph:
    return Paragraph(locator="body/p[1]", spans=(Span(words),), look=Look(indent=indent))


def levels(*found: Block) -> list[int]:
    return [block.level for block in level_by_indent(found) if isinstance(block, ListItem)]


def test_one_list_keeps_its_levels_whatever_its_indents():
    assert levels(item("1", 720), item("1", 1440, 1), item("1", 2000), item("1", 100)) == [
        0,
        1,
        0,
        0,
    ]


def test_another_list_at_the_same_indent_is_a_list_of_its_own():
    assert levels(item("1", 720), item("2", 720), item("3", 800)) == [0, 0, 0]


def test_another_list_further_left_is_outermost():
    assert levels(item("1", 1440), item("2", 720)) == [0, 0]


def test_another_list_further_in_is_a_sub_list():
    assert levels(item("1", 720), item("2", 1080), item("2", 1080), item("1", 720)) == [0, 1, 1, 0]


def test_levels_inside_a_shifted_list_are_shifted_too():
    assert levels(item("1", 360), item("2", 720), item("2", 1080, 1), item("3", 1440)) == [
        0,
        1,
        2,
        3,
    ]


def test_a_list_that_has_levels_itself_is_not_shifted():
    assert levels(item("1", 360), item("2", 1440, 2)) == [0, 2]


def test_a_new_list_beside_a_shifted_one_has_its_level():
    assert levels(item("1", 360), item("2", 720), item("1", 360), item("3", 720)) == [0, 1, 0, 1]


def test_a_paragraph_further_left_ends_the_list_and_an_indented_one_does_not():
    assert levels(item("1", 720), text("words"), item("2", 1080)) == [0, 0]
    assert levels(item("1", 720), text("goes on", 720), item("2", 1080)) == [0, 1]
    assert levels(item("1", 720), text(""), item("2", 1080)) == [0, 1]


def test_nothing_but_the_level_changes_and_the_one_in_the_file_is_kept_beside_it():
    parent, child = item("1", 720), item("2", 1080)
    assert level_by_indent((parent, child)) == (parent, replace(child, level=1, stored=0))
