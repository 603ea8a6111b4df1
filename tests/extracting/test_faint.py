"""Words that nobody sees in Word, though nothing hides them, wait for a person."""

import pytest
from fingerpost.extracting import extract
from fingerpost.reading import read

from tests.support.headings import meanings
from tests.support.word import bullets, docx, lists, p, r, style, tbl, tc, tr

WHITE = '<w:color w:val="FFFFFF"/>'


def doubted(*blocks: str) -> list[str]:
    styles = style("Heading1", name="heading 1")
    data = docx(
        p("Strategies", style="Heading1"), *blocks, styles=styles, numbering=lists(bullets())
    )
    found = extract(read("a.docx", data), meanings()).strategies
    return [s.text for s in found if "hard-to-see" in s.doubts]


def item(text: str, look: str = "", props: str = "") -> str:
    return p(r(text, look), num=(1, 0), props=props)


@pytest.mark.parametrize("look", [WHITE, '<w:sz w:val="2"/>', '<w:sz w:val="4"/>'])
def test_white_or_tiny_words_wait(look):
    assert doubted(item("Use a timer.", look), item("Dim the lights.")) == ["Use a timer."]


def test_what_stands_below_a_white_lead_in_waits():
    found = doubted(p(r("Staff will:", WHITE)), item("Use a timer."))
    assert found == ["Use a timer."]


@pytest.mark.parametrize("fill", ["1F3864", "FFFF00"])
def test_white_words_on_a_coloured_ground_are_seen(fill):
    shaded = f'<w:shd w:val="clear" w:fill="{fill}"/>'
    assert doubted(item("Use a timer.", WHITE, shaded)) == []
    cell = tc(item("Dim the lights.", WHITE), props=shaded)
    assert doubted(tbl(tr(cell, tc(item("Use a timer."))))) == []


def test_white_words_on_a_white_ground_wait():
    shaded = '<w:shd w:val="clear" w:fill="FFFFFF"/>'
    cell = tc(item("Dim the lights.", WHITE), props=shaded)
    assert doubted(tbl(tr(cell))) == ["Dim the lights."]
