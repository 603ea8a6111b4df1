"""HTML and Markdown as converters write them in, texts, items, headings and links out."""

import pytest

from benchmarks.extraction.markup import read_html, read_markdown
from benchmarks.extraction.outputs import Levelled, Output, output_of


def test_blocks_part_texts_and_inline_elements_do_not() -> None:
    found = read_html("<p>One <b>t</b><ins>w</ins>o<br>three</p>four<div>five</div>tail")
    assert found.texts == ["One two\nthree", "four", "five", "tail"]


def test_items_have_the_level_of_the_lists_they_stand_in() -> None:
    html = (
        "<ul><li>a<ol><li><p>b</p><p>more</p></li></ol></li><li><ul><li>c</li></ul>after</li></ul>"
    )
    found = read_html(html)
    assert found.items == [("a", 0), ("b", 1), ("c", 1)]
    assert found.texts == ["a", "b", "more", "c", "after"]


def test_a_list_in_a_cell_begins_anew_and_its_item_lends_no_text_outside() -> None:
    html = "<ul><li><table><tr><td>x<ul><li>in</li></ul></td></tr></table></li><li>out</li></ul>"
    assert read_html(html).items == [("in", 0), ("out", 0)]


def test_headings_and_addresses_are_told() -> None:
    found = read_html('<h2>To <a href="https://example.org/?a=1&amp;b=2">do</a></h2>')
    assert found.headings == [("To do", 2)]
    assert found.links == ["https://example.org/?a=1&b=2"]


def test_the_marks_of_notes_are_no_words_and_their_list_is_no_list() -> None:
    html = (
        '<p>Text<sup><a href="#footnote-2" id="footnote-ref-2"><i>[1]</i></a></sup> on</p>'
        '<ol><li id="footnote-2"><p>Note <a href="#footnote-ref-2">↑</a></p></li></ol>'
        '<dl><dt id="comment-0">Comment [AB1]</dt><dd><p>Said</p></dd></dl>'
    )
    found = read_html(html)
    assert (found.texts, found.items, found.links) == (["Text on", "Note", "Said"], [], [])


def test_markdown_is_read_by_commonmark_with_tables() -> None:
    markdown = "# Head\n\n1. a\n   - b\n\n| x | y |\n|---|---|\n| p | - q<br>2. r<br>s |\n"
    found = read_markdown(markdown)
    assert found.headings == [("Head", 1)]
    assert found.items == [("a", 0), ("b", 1), ("q", 0), ("r", 0)]


def test_an_indent_too_small_for_a_numbered_item_counts_as_flat() -> None:
    assert read_markdown("1. a\n  - b\n").items == [("a", 0), ("b", 0)]


def test_markdown_is_read_however_deep_its_lists_go() -> None:
    nested = "".join(f"{'  ' * depth}- at {depth}\n" for depth in range(30))
    assert read_markdown(nested).items[-1] == ("at 29", 29)


@pytest.mark.parametrize("note", ["[^1]: The note", "[^1]:\n    The note"])
def test_a_note_of_markdown_is_its_text(note: str) -> None:
    assert read_markdown(f"Text[^1] on[cmt:2]\n\n{note}\n").texts == ["Text on", "The note"]


def test_letters_set_high_or_low_part_no_word() -> None:
    assert read_markdown("x^2^ and H~2~O").texts == ["x2 and H2O"]


def test_empty_and_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert read_html("  ").texts == []
    assert read_html("<ul><li>a<p>b</ul><td>c").texts == ["a", "b", "c"]


def test_every_form_a_reader_tells_comes_to_the_same() -> None:
    expected = Output(("Head", "a"), (Levelled("a", 0),), (Levelled("Head", 1),))
    records = {"texts": ["Head", "a"], "items": [["a", 0]], "headings": [["Head", 1]]}
    assert output_of({"form": "records", **records}) == expected
    assert output_of({"form": "html", "content": "<h1>Head</h1><ul><li>a</ul>"}) == expected
    assert output_of({"form": "markdown", "content": "# Head\n\n- a"}) == expected
    more = output_of({"form": "markdown", "content": "a", "more": ["Margin"]})
    assert more.texts == ("a", "Margin")
