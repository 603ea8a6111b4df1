"""A copy in a real browser, opened from disk at one paragraph, with the network and scripts off."""

from urllib.parse import unquote

import pytest
from fingerpost.meanings import Meanings
from fingerpost.pages import copy_link

from tests.support.copies import copied
from tests.support.shipped import shipped_rules
from tests.support.word import (
    box,
    bullets,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    lists,
    note_mark,
    p,
    tbl,
    tc,
    tr,
)

pytestmark = pytest.mark.slow

SOURCE = "a folder/#1 what? 50% & more.docx"
FAR = "body/tbl[1]/tr[40]/tc[2]/p[1]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rows = [
        tr(tc(p(f"Need {n}")), tc(p(f"Offer choice {n} of seats", num=(1, 0)))) for n in range(39)
    ]
    data = docx(
        p("Guidance", outline=0),
        p("Strategies", outline=3),
        p("Face ", deleted("away from "), "the ", hidden("x "), inserted("pupil"), num=(1, 0)),
        p("Words", box(p("Box")), note_mark(1)),
        tbl(tr("Need", "Strategies"), *rows),
        p("", box(p("end"), description="A picture")),
        footnotes=footnote(1, p("A note")),
        numbering=lists(bullets()),
    )
    made = copied(data, Meanings(shipped_rules().headings), SOURCE)
    place = tmp_path_factory.mktemp("reports")
    path = place / unquote(copy_link(SOURCE))
    path.parent.mkdir(parents=True)
    path.write_text(made.page, encoding="utf-8")
    return place


def opened(browser, folder, locator, **options):
    page = browser.new_context(offline=True, reduced_motion="reduce", **options).new_page()
    faults = []
    page.on("console", lambda said: faults.append(said.text))
    page.goto(f"{folder.as_uri()}/{copy_link(SOURCE, locator)}")
    return page, faults


def test_the_paragraph_asked_for_is_in_sight_and_set_off_without_a_script(browser, folder):
    page, faults = opened(browser, folder, FAR, java_script_enabled=False)
    target = page.locator(":target")
    assert target.get_attribute("id") == FAR
    assert target.inner_text() == "Offer choice 38 of seats"
    box_of = target.bounding_box()
    assert 0 <= box_of["y"] <= page.viewport_size["height"]
    assert faults == []


def test_the_paragraph_asked_for_is_outlined_and_the_others_are_not(browser, folder):
    page, _ = opened(browser, folder, FAR, bypass_csp=True)
    width = "e => getComputedStyle(e).outlineWidth"
    assert page.locator(":target").evaluate(width) == "4px"
    assert page.evaluate("scrollY") > 500
    other = page.locator("[id='body/tbl[1]/tr[2]/tc[2]/p[1]']")
    assert other.evaluate("e => getComputedStyle(e).outlineStyle") == "none"


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_a_copy(browser, folder, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    page, _ = opened(
        browser, folder, FAR, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    found = axe.run(page)["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_way_back_leads_to_the_summary(browser, folder):
    (folder / "summary.html").write_text("<title>back</title>", encoding="utf-8")
    page, _ = opened(browser, folder, FAR)
    page.click("text=Summary")
    assert page.title() == "back"
