"""The pages in a real browser, opened from disk with the network off."""

import pytest
from fingerpost.directory import Refusal, Status
from fingerpost.reporting import preview_page, summary_page
from fingerpost.reviewing import review_page, triage
from fingerpost.strategies import Link
from fingerpost.suggestions import Reason

from tests.support.outcomes import LEEDS, TAXONOMY, outcome, statement

pytestmark = pytest.mark.slow

PAGES = ("summary.html", "review.html", "preview.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = outcome(
        statement("Face the pupil", need=("sp-hearing",), lead_in="Staff will:"),
        statement("Agreed", status=Status.APPROVED, links=(Link("https://example.org", "Guide"),)),
        statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Ring home", "Radio", reasons=[Reason.PERSONAL_DATA], source="b.docx"),
        statement("Use a radio aid", "Radio", reasons=[Reason.NO_LABEL]),
        refusals=[Refusal(source="o.doc", code="o", reason="It is old.", remedy="Save it anew.")],
    )
    review = triage(made)
    place = tmp_path_factory.mktemp("reports")
    pages = (summary_page(made, review), review_page(review, TAXONOMY, LEEDS), preview_page(made))
    for name, page in zip(PAGES, pages, strict=True):
        (place / name).write_text(page, encoding="utf-8")
    return place


def opened(browser, folder, name, **options):
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    faults = []
    page.on("console", lambda said: faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((folder / name).as_uri())
    return page, faults


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_a_page_with_everything_unfolded(browser, folder, name, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    # Axe is put into the page from outside, which the page's own policy would forbid.
    page, _ = opened(
        browser, folder, name, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe.run(page)["violations"]
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_disk_without_a_fault_and_fits_a_narrow_screen(browser, folder, name):
    page, faults = opened(browser, folder, name, viewport={"width": 320, "height": 800})
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_everything_can_be_read(browser, folder):
    page, _ = opened(browser, folder, "review.html", java_script_enabled=False)
    assert "Ring home" in page.inner_text("noscript")
    assert not page.is_visible("#page")


def test_the_first_tab_leads_to_the_content_and_focus_can_be_seen(browser, folder):
    page, _ = opened(browser, folder, "summary.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
