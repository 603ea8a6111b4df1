"""Marks that were typed: first what stays as it is, then what becomes a list item."""

import pytest
from fingerpost.documents import ListItem, Paragraph
from fingerpost.reading.quirks.typed_bullets import find_typed_items

from tests.support.blocks import blocks, outline


def check_untouched(text: str) -> None:
    before = blocks(text)
    assert find_typed_items(before) == before


def check_becomes(before: str, after: str) -> None:
    found = outline(find_typed_items(blocks(before)))
    assert found == "\n".join(line for line in after.splitlines() if line.strip())


@pytest.mark.parametrize(
    "text",
    [
        "Plain words",
        "\\- a dash that begins a single aside",
        "-5 degrees is cold\n-6 is colder",
        "2024. A good year\n2025. A better one",
        "1. A single numbered line",
        "a. m. is before noon",
        "A. Smith, SENCo\nB. Jones, teacher",
        "e.g. this\ni.e. that",
        "§ 20 of the Act",
        "o",
        "•",
        "5 children\n6 children",
        "1. Five\n7. No neighbour of it",
        "☐ Yes ☐ No",
        "• one • two • three",
        "Intro\\n• a\\n• b",
        "• a\\n• b",
        "\uf068≠\uf0f0",
    ],
)
def test_words_that_only_look_like_items_stay_paragraphs(text):
    check_untouched(text)


@pytest.mark.parametrize("mark", [*"•▪●➢✓→·☐", "\uf0b7", "\uf0a7", "\uf0d8", "§"])
def test_a_mark_that_begins_nothing_else_makes_an_item(mark):
    check_becomes(f"{mark} one", f"~ {mark} one")


@pytest.mark.parametrize("mark", ["•", "➢", "\uf0b7"])
def test_a_bullet_needs_no_space_after_it(mark):
    check_becomes(f"{mark}one", f"~ {mark}one")


@pytest.mark.parametrize("mark", ["\\-", "–", "*", "o"])
def test_a_doubtful_mark_needs_a_neighbour_a_tab_or_a_colon_above(mark):
    shown = mark.removeprefix("\\")
    check_untouched(f"{mark} one")
    check_becomes(f"{mark} one\n{mark} two", f"~ {shown} one\n~ {shown} two")
    check_becomes(f"For example:\n{mark} one", f"For example:\n~ {shown} one")
    check_becomes(f"{mark}\\tone", f"~ {shown}\tone")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("a)", "b)"),
        ("(i)", "(ii)"),
        ("1)", "2)"),
        ("(a)", "(b)"),
        ("iv.", "v."),
        ("1.1", "1.2"),
    ],
)
def test_numbers_need_their_neighbour(first, second):
    check_untouched(f"{first} one")
    check_becomes(f"{first} one\n{second} two", f"~ {first} one\n~ {second} two")


def test_numbers_and_bullets_are_told_apart():
    first, second = find_typed_items(blocks("1. one\n2. two"))
    bullet = find_typed_items(blocks("\uf0b7 one"))[0]
    assert isinstance(first, ListItem)
    assert isinstance(bullet, ListItem)
    assert (first.label, first.ordered, second.series) == ("1.", True, first.series)
    assert (bullet.label, bullet.ordered, bullet.text) == ("•", False, "\uf0b7 one")


def test_a_sub_list_has_another_mark_or_stands_further_in():
    check_becomes(
        "• one\n– a\n– b\n• two\n  • in\n• three",
        "~ • one\n  ~ – a\n  ~ – b\n~ • two\n  ~ • in\n~ • three",
    )


def test_ticked_and_empty_boxes_are_one_list():
    check_becomes("☐ one\n☒ two\n☐ three", "~ ☐ one\n~ ☒ two\n~ ☐ three")


def test_a_typed_list_under_an_item_of_words_own_is_below_it():
    check_becomes("- real\n    – a\n    – b\n- real", "- real\n  ~ – a\n  ~ – b\n- real")


def test_a_sub_list_inside_numbers_does_not_part_them():
    check_becomes("1. one\n  a) x\n  b) y\n2. two", "~ 1. one\n  ~ a) x\n  ~ b) y\n~ 2. two")


def test_a_paragraph_between_begins_the_levels_anew():
    check_becomes(
        "• one\n– a\n– b\nWords\n– c\n– d", "~ • one\n  ~ – a\n  ~ – b\nWords\n~ – c\n~ – d"
    )


def test_bold_numbered_lines_with_text_between_are_left_to_be_headings():
    check_untouched("**1. Aims**\nWords\n**2. Means**\nWords")
    check_untouched("**1. Aims**\n**2. Means**".replace("\n", "\nWords\n"))


def test_a_numbered_heading_above_its_items_is_no_item_of_them():
    check_becomes("**1. Aims**\na) x\nb) y\n**2. Means**", "1. Aims\n~ a) x\n~ b) y\n2. Means")


def test_headings_items_and_contents_are_not_looked_at():
    check_untouched("# • Heading\n- • item")
    line = blocks("• Hearing 2")[0]
    assert isinstance(line, Paragraph)
    contents = Paragraph(locator=line.locator, spans=line.spans, contents=True)
    assert find_typed_items((contents,)) == (contents,)
