"""A release and a council's settings in, every file of the site out; the same bytes for the same."""

import json
from collections.abc import Callable, Iterable, Iterator

from fingerpost.pages.rendering import SHARED
from fingerpost.publishing.frame import TEMPLATES, Page, site_page
from fingerpost.publishing.site import DOORS, Site

Files = Iterator[tuple[str, bytes]]
"""Paths in the site, with `/`, and what is in them."""


def build(site: Site) -> Files:
    """Yield every file of the site, each path once."""
    for part in PARTS:
        yield from part(site)


def release_file(site: Site) -> Files:
    """Yield release.json: which release the site shows."""
    release = site.released.release
    told = {
        "number": release.number,
        "created_at": release.created_at,
        "signed_off_by": release.signed_off_by,
        "draft": site.is_draft,
    }
    yield "release.json", _json(told)


def assets(_: Site) -> Files:
    """Yield the stylesheet, the picture of the site, and the scripts."""
    tokens = (SHARED / "tokens.css").read_text(encoding="utf-8")
    own = (TEMPLATES / "site.css").read_text(encoding="utf-8")
    yield "assets/site.css", (tokens + own).encode()
    yield "assets/icon.svg", (TEMPLATES / "icon.svg").read_bytes()
    for path in sorted((TEMPLATES / "scripts").glob("*.js")):
        yield f"assets/{path.name}", path.read_bytes()


def home(site: Site) -> Files:
    """Yield the home page."""
    page = Page(path="index.html", title=site.title, template="home.html")
    yield site_page(site, page, doors=DOORS)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


PARTS: Iterable[Callable[[Site], Files]] = (release_file, assets, home)
"""What the site is made of; each yields its files."""
