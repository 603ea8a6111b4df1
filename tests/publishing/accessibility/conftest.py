"""The showcase in folders, and what was found out about it, noted for the site's accessibility statement."""

import pytest

from tests.publishing.accessibility.showcase import SITES, VIEWS, files
from tests.support.evidence import SITE, note


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Every site of the showcase, built once."""
    place = tmp_path_factory.mktemp("showcase")
    for site in SITES:
        for name, content in files(site).items():
            path = place / site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return place


@pytest.fixture
def shown(browser, folder):
    """Show a view in a fresh profile, with whatever it folds away unfolded."""
    contexts = []

    def show(name: str, width: int = 1280, height: int = 800, **options: object):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        view = VIEWS[name]
        page.goto(f"{(folder / view.site).as_uri()}/{view.path}")
        if view.then:
            page.evaluate(view.then)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def noted(browser):
    """Note what was looked at and every fault of it; a fault fails the test."""

    def keep(what: str, faults: list, found: dict | None = None) -> None:
        note(what, faults, found, about=SITE, browser=f"Chromium {browser.version}")
        assert faults == [], what

    return keep
