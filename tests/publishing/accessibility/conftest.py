"""The showcase in folders, and what was found out about it, noted for the site's accessibility statement."""

import pytest
from fingerpost.publishing import build

from tests.publishing.accessibility.showcase import SITES, VIEWS
from tests.publishing.browser.sites import written
from tests.support.evidence import SITE, note


@pytest.fixture(scope="session")
def folder(made_once):
    """Every site of the showcase, built once."""

    def make(place):
        for name, site in SITES.items():
            written(build(site), place / name)

    return made_once("showcase", make)


@pytest.fixture(scope="module")
def window(browser):
    """Give one window for each way of looking: to open one costs more than what is looked at in it."""
    pages = {}

    def opened(**options: object):
        way = tuple(sorted(options.items()))
        if way not in pages:
            pages[way] = browser.new_context(**options).new_page()
        return pages[way]

    yield opened
    for page in pages.values():
        page.context.close()


@pytest.fixture
def shown(window, folder):
    """Show a view to somebody who was never there, with whatever it folds away unfolded."""
    seen = []

    def show(name: str, width: int = 1280, height: int = 800, **options: object):
        page = window(**options)
        seen.append(page)
        page.set_viewport_size({"width": width, "height": height})
        view = VIEWS[name]
        page.goto(f"{(folder / view.site).as_uri()}/{view.path}")
        if view.then:
            page.evaluate(view.then)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        return page

    yield show
    for page in seen:
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.emulate_media(media="null")


@pytest.fixture
def noted(browser):
    """Note what was looked at and every fault of it; a fault fails the test."""

    def keep(what: str, faults: list, found: dict | None = None) -> None:
        note(what, faults, found, about=SITE, browser=f"Chromium {browser.version}")
        assert faults == [], what

    return keep
