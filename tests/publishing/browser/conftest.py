"""Sites that are built once, and windows of a browser that note what goes wrong in them."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote

import pytest

from tests.publishing.browser.hostile import HOSTILE
from tests.publishing.browser.sites import FILLERS, KNOWN, Place, built, site_of, written


@pytest.fixture(scope="session")
def small(made_once) -> Place:
    """A site of eight statements that tests know, and many others."""
    made = made_once("small site", lambda folder: built(folder, *KNOWN, *FILLERS))
    return Place(made, made.as_uri())


@pytest.fixture(scope="session")
def hostile(made_once) -> Place:
    """A site whose every text is meant to do harm."""
    from fingerpost.publishing import build

    made = made_once("hostile site", lambda folder: written(build(site_of(HOSTILE)), folder))
    return Place(made, made.as_uri())


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def served(small) -> Iterator[Place]:
    """The small site below a path of a web server."""
    handler = partial(_Silent, directory=str(small.folder.parents[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    below = quote(f"{small.folder.parent.name}/{small.folder.name}")
    yield Place(small.folder, f"http://127.0.0.1:{server.server_port}/{below}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def opened(browser) -> Iterator[Callable]:
    """Open an address in a fresh profile; what a page must not do fails the test at its end."""
    contexts, faults = [], []

    def open_page(address: str, context=None, *, script: str = "", **options: object):
        if context is None:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
            contexts.append(context)
            if script:
                context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: faults.append(said.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        host = address.split("/")[2]
        page.on("request", lambda asked: _own(asked.url, host) or faults.append(asked.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _own(url: str, host: str) -> bool:
    """Say whether a page may ask for this: its own files, and what it made itself."""
    return url.startswith(("blob:", "data:")) or url.split("/")[2] == host
