"""The site of the sample documents for everybody: axe, and no scrolling sideways."""

import pytest

from tests.support.axe import faults_in, looked_over

pytestmark = pytest.mark.slow


def some(samples) -> list[str]:
    """Return the pages of one kind each, and a few statements."""
    statements = [one for one in samples.pages if one.startswith("statements/")]
    categories = [one for one in samples.pages if one.startswith("categories/")]
    others = [one for one in samples.pages if "/" not in one]
    return [*others, *categories[::8], *statements[::150]]


def test_axe_finds_nothing_on_the_site_of_the_samples(browser, samples, noted):
    page = browser.new_page(bypass_csp=True, reduced_motion="reduce")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for name in some(samples):
            page.goto(samples(name))
            found = looked_over(page)
            noted(f"axe on {name} of the samples, {width} pixels wide", faults_in(found), found)
    page.close()


def test_no_page_of_the_samples_scrolls_sideways(browser, samples, noted):
    page = browser.new_page(viewport={"width": 320, "height": 256})
    wide = []
    for name in [one for one in samples.pages if not one.startswith("statements/")]:
        page.goto(samples(name))
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(name)

    noted("reflow of the samples at 320 pixels", wide)
    page.close()
