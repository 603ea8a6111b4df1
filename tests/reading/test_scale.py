"""Reading takes four times as many steps for four times as much, and not the square of it."""

from collections.abc import Callable

import pytest
from fingerpost.documents import Document, ListItem
from fingerpost.reading import read

from tests.support.steps import steps
from tests.support.word import bullets, docx, lists, p, r, style

WELL_OVER_FOUR = 5
"""Sixteen would be the square."""


def items(count: int) -> bytes:
    return docx(p("Sit", num=(1, 0)) * count, numbering=lists(bullets()))


def runs(count: int) -> bytes:
    return docx(p(*(r("a ", "<w:b/>" if place % 2 else "") for place in range(2 * count))))


def one_run(count: int) -> bytes:
    return docx(p("word " * 40 * count))


def chained_styles(count: int) -> bytes:
    below = (style(f"S{n}", based_on=f"S{n - 1}" if n else "") for n in range(count))
    return docx(*(p("x", style=f"S{n}") for n in range(count)), styles="".join(below))


def anchored_comments(count: int) -> bytes:
    marks = (f'<w:commentReference w:id="{n}"/>' for n in range(count))
    notes = (f'<w:comment w:id="{n}">{p("c")}</w:comment>' for n in range(count))
    return docx(f"<w:p><w:r>{''.join(marks)}</w:r></w:p>", comments="".join(notes))


def choices(count: int) -> bytes:
    one = '<mc:AlternateContent><mc:Choice Requires="wps"><w:t>a</w:t></mc:Choice></mc:AlternateContent>'
    return docx(f"<w:p><w:r>{one * 4 * count}</w:r></w:p>")


def tables(count: int) -> bytes:
    inner = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    return docx((inner.replace("<w:p/>", inner + "<w:p/>") + "<w:p/>") * (count // 4))


def steps_of(data: bytes) -> int:
    return steps(lambda: read("a.docx", data))


@pytest.mark.parametrize(
    "build", [items, runs, one_run, chained_styles, anchored_comments, choices, tables]
)
def test_four_times_as_much_takes_about_four_times_as_many_steps(build: Callable[[int], bytes]):
    assert steps_of(build(3200)) < WELL_OVER_FOUR * steps_of(build(800))


def last_block(data: bytes) -> object:
    document: Document = read("a.docx", data)
    return document.stories[0].blocks[-1]


def test_a_chain_of_twenty_thousand_styles_gives_what_its_first_one_says():
    listed = style("S0", para='<w:numPr><w:numId w:val="1"/></w:numPr>')
    above = "".join(style(f"S{n}", based_on=f"S{n - 1}") for n in range(1, 20_000))
    data = docx(p("Sit", style="S19999"), styles=listed + above, numbering=lists(bullets()))
    assert isinstance(last_block(data), ListItem)
