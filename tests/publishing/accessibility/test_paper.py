"""Every template on A4: nothing cut, nothing to press, and where each statement comes from."""

import pytest

from tests.publishing.accessibility.showcase import EACH_TEMPLATE

pytestmark = pytest.mark.slow

# A4 upright without its margins is 180 mm, on its side 273 mm, of 96 / 25.4 pixels.
UPRIGHT, SIDEWAYS = 680, 1031

CUT = """() => Array.from(document.querySelectorAll('html, .wide'))
  .filter((e) => e.scrollWidth > e.clientWidth + 1 || (e.matches('.wide') && e.getBoundingClientRect().right > innerWidth + 1))
  .map((e) => `${e.localName} ${e.scrollWidth} > ${e.clientWidth}`)"""
PRESSED = "button, input[type=search], .top nav, .steps, .crumbs"


def on_paper(shown, name: str):
    width = SIDEWAYS if "audit" in name else UPRIGHT
    page = shown(name, width)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("name", EACH_TEMPLATE.values(), ids=EACH_TEMPLATE)
def test_nothing_is_cut_nothing_to_press_is_printed_and_no_heading_stands_alone(shown, name):
    page = on_paper(shown, name)

    assert page.evaluate(CUT) == []
    assert page.locator(PRESSED).filter(visible=True).count() == 0
    breaks = page.locator("main h2, main h3").evaluate_all(
        "all => all.filter((e) => e.checkVisibility()).map((e) => getComputedStyle(e).breakAfter)"
    )
    assert set(breaks) <= {"avoid"}


def test_a_printed_category_says_of_each_statement_where_it_comes_from_and_when_it_was_agreed(
    shown,
):
    page = on_paper(shown, "a category")
    told = page.locator(".card .only-print").all_inner_texts()

    assert len(told) == page.locator(".card").count() == 50
    assert told[0] == "From: The calm classroom; agreed on 30 September 2026"
    assert told[2] == "From: written for this directory; agreed on 30 September 2026"


def test_a_printed_address_is_written_out_once(shown):
    page = on_paper(shown, "a statement")
    after = page.locator("a.away").evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::after').content)"
    )

    assert (
        "guide.example.org/quiet/places?kind=corner&age=7" in after[0] or "attr(href)" in after[0]
    )
    assert after[1] == "none"


def test_on_paper_a_focus_area_has_room_for_the_schools_name(shown):
    page = on_paper(shown, "a focus area of a long audit")

    assert page.locator(".school dt").all_inner_texts() == ["School", "Filled in by", "Date"]
