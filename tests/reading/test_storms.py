"""Documents made to exhaust a reader: each is read whole, with steps in proportion to its size."""

import pytest
from fingerpost.documents import ListItem
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read

from tests.support.steps import steps
from tests.support.word import (
    box,
    bullets,
    choice,
    docx,
    field_code,
    field_mark,
    level,
    lists,
    old_box,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

GIANT = "1000000000000000000"
LARGEST = "2147483647"


def letters(data: bytes) -> int:
    """Read and account for every letter; an account that does not add up raises."""
    document = read("a.docx", data)
    extract(document, Meanings(()))
    return document.letters


def items(data: bytes) -> list[ListItem]:
    blocks = read("a.docx", data).stories[0].blocks
    return [block for block in blocks if isinstance(block, ListItem)]


def steps_of(data: bytes) -> int:
    """Steps of reading alone."""
    return steps(lambda: read("a.docx", data))


def opened(code: str) -> str:
    return field_mark("begin") + field_code(code) + field_mark("separate")


def nested_fields(count: int) -> bytes:
    return docx(
        p(*[opened('HYPERLINK "http://a"')] * count, *["x"] * count, field_mark("end") * count)
    )


@pytest.mark.slow
def test_fields_thousands_deep_take_steps_in_proportion():
    small, large = nested_fields(1_000), nested_fields(8_000)
    assert steps_of(large) < 12 * steps_of(small)
    assert letters(large) == 8_000


@pytest.mark.parametrize("kind", ["begin", "separate", "end"])
def test_a_hundred_thousand_field_marks_without_partners_hide_nothing(kind):
    assert letters(docx(p(field_mark(kind) * 100_000, "x"))) == 1


def twofold(depth: int) -> str:
    """A text box kept twice, with another such box in each."""
    body = p("x")
    for _ in range(depth):
        body = p(f"<w:r>{choice(box(body)[5:-6], old_box(body)[5:-6])}</w:r>")
    return body


def test_boxes_that_double_in_one_another_take_steps_in_proportion():
    small, large = docx(twofold(9)), docx(twofold(13))
    assert steps_of(large) < 20 * steps_of(small)
    assert letters(large) == 1


def test_a_storm_of_bookmarks_costs_no_words():
    marks = '<w:bookmarkStart w:id="1" w:name="a"/>' * 100_000
    assert letters(docx(marks, p(marks, "x"), marks)) == 1


def test_styles_based_on_one_another_in_a_ring_end():
    ring = style("a", based_on="b") + style("b", based_on="c") + style("c", based_on="a")
    assert letters(docx(p("x", style="a"), styles=ring + style("d", based_on="d"))) == 1


def test_list_styles_that_lead_round_in_a_ring_end():
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="K"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    styles = "".join(
        style(name, kind="numbering", para=f'<w:numPr><w:numId w:val="{leads_to}"/></w:numPr>')
        for name, leads_to in (("L", 2), ("K", 1))
    )
    assert len(items(docx(p("x", num=(1, 0)), numbering=numbering, styles=styles))) == 1


@pytest.mark.parametrize("depth", [-1, 9, 15, 999_999_999_999])
def test_a_list_level_out_of_range_is_still_a_list_item(depth):
    [item] = items(docx(p("x", num=(1, depth)), numbering=lists(bullets())))
    assert 0 <= item.level <= 8


@pytest.mark.parametrize("number", ["-1", "99999999999999999", "", "abc", "1e9", "2147483648"])
def test_a_list_number_that_no_list_has_costs_no_words(number):
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    assert letters(docx(p("x", props=listed), numbering=lists(bullets()))) == 1


@pytest.mark.parametrize("start", [GIANT, LARGEST, "-" + LARGEST, "-1", ""])
@pytest.mark.parametrize(
    "kind", ["decimal", "lowerRoman", "upperLetter", "cardinalText", "ordinalText", "bullet", "odd"]
)
def test_a_giant_starting_number_makes_no_giant_label(kind, start):
    levels = level(0, "%1.", kind).replace('w:start w:val="1"', f'w:start w:val="{start}"')
    found = items(docx(*[p("x", num=(1, 0))] * 3, numbering=lists(levels)))
    assert [len(item.label) < 20 for item in found] == [True] * 3


def test_a_pattern_that_names_levels_there_are_not_keeps_its_letters():
    [item] = items(docx(p("x", num=(1, 0)), numbering=lists(level(0, "%1 %0 %%"))))
    assert item.label == "1 %0 %%"


def test_a_giant_pattern_makes_no_giant_labels():
    found = items(docx(*[p("x", num=(1, 0))] * 50, numbering=lists(level(0, "%1" * 50_000))))
    assert max(len(item.label) for item in found) < 600


@pytest.mark.parametrize(
    "merge", ["<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="?"/>']
)
def test_cells_that_continue_nothing_are_read(merge):
    assert letters(docx(tbl(*[tr(tc(p("x"), props=merge), "y")] * 200))) == 400


def test_a_cell_that_claims_a_thousand_million_columns_is_read():
    wide = tc(p("x"), props='<w:gridSpan w:val="1000000000"/>')
    before = '<w:gridBefore w:val="1000000000"/>'
    assert letters(docx(tbl(*[tr(wide, wide, "y", props=before)] * 20))) == 60


def test_a_line_of_two_million_letters_is_read():
    assert letters(docx(p("word " * 400_000))) == 1_600_000
    assert letters(docx(p("x" * 2_000_000))) == 2_000_000


@pytest.mark.slow
def test_a_document_of_many_paragraphs_takes_steps_in_proportion():
    small, large = docx(*[p("hello world")] * 2_000), docx(*[p("hello world")] * 20_000)
    assert steps_of(large) < 12 * steps_of(small)


def test_a_paragraph_of_many_runs_takes_steps_in_proportion():
    small, large = docx(p(*["a "] * 2_000)), docx(p(*["a "] * 20_000))
    assert steps_of(large) < 12 * steps_of(small)


def test_attributes_and_namespaces_by_the_hundred_thousand_cost_no_words():
    many = " ".join(f'a{n}="1"' for n in range(100_000))
    named = " ".join(f'xmlns:n{n}="u{n}"' for n in range(100_000))
    body = f"<w:p {many}>{r('x')}</w:p><w:p {named}>{r('y')}</w:p>"
    assert letters(docx(body, f'<w:p w:rsidR="{"A" * 9_000_000}">{r("z")}</w:p>')) == 3
