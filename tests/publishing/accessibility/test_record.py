"""What the accessibility page claims is what tests looked at: every template, every criterion, no more."""

from bs4 import BeautifulSoup
from fingerpost.publishing.frame import TEMPLATES
from fingerpost.publishing.pages.evidence import recorded

from tests.publishing.accessibility.showcase import VIEWS, files
from tests.support.accessibility import Line, record
from tests.support.site_criteria import NOT_TRIED, SITE_CRITERIA

LAYS_OUT_A_PAGE = '{% extends "site.html" %}'


def test_the_showcase_has_a_view_of_every_template_of_the_site():
    pages = {
        path.name
        for path in TEMPLATES.glob("*.html")
        if path.read_text(encoding="utf-8").startswith(LAYS_OUT_A_PAGE)
    }

    assert {view.template for view in VIEWS.values()} == pages


def test_the_record_names_an_axe_test_of_every_view_at_both_widths_and_no_fault():
    known = recorded()
    wanted = {f"axe on “{name}”, {width} pixels wide" for name in VIEWS for width in (1280, 320)}

    assert wanted <= set(known.looked_at)
    assert known.faults == 0
    assert known.tested_on
    assert known.engine
    assert known.browser.startswith("Chromium")


def test_the_record_says_of_every_criterion_how_it_is_met_and_by_which_checks():
    told = {one.number: one for one in recorded().criteria}

    assert [*told] == [one.number for one in SITE_CRITERIA]
    for criterion in SITE_CRITERIA:
        assert told[criterion.number].how == criterion.how
        if criterion.shown_by:
            assert told[criterion.number].checks, criterion.number
            assert told[criterion.number].state.startswith("Met: no fault in")
        else:
            assert told[criterion.number].state in (
                "Does not apply",
                "Not checked by a test that day",
            )


def test_the_page_says_what_was_tried_what_no_test_shows_and_what_nobody_tried():
    page = BeautifulSoup(files("whole")["accessibility.html"].decode(), "lxml")
    text = " ".join(page.main.get_text(" ").split())

    assert f"{recorded().checks} checks of pages like these found no fault" in text
    assert "Not checked by a test that day" in text
    for one in NOT_TRIED:
        assert one in text
    assert "Words of a document in another language are not marked as such." in text


def test_a_fault_is_told_as_one():
    told = record([Line("reflow of “about” at 320 pixels", 2, frozenset())], "2026-11-22")

    assert '"faults": 2' in told
    assert "Not met: 2 faults in 1 check" in told
