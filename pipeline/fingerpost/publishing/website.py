"""A release and a council's settings in, every file of the site out; the same bytes for the same."""

from collections.abc import Callable, Container
from dataclasses import replace

from fingerpost.pages.rendering import SHARED
from fingerpost.publishing.audit.page import audit_pages
from fingerpost.publishing.changed.page import changed
from fingerpost.publishing.finding.page import finding
from fingerpost.publishing.frame import TEMPLATES, Files
from fingerpost.publishing.harmless import harmless
from fingerpost.publishing.pages.about import about, accessibility, not_found
from fingerpost.publishing.pages.categories import categories
from fingerpost.publishing.pages.gone import gone, shortened
from fingerpost.publishing.pages.home import home
from fingerpost.publishing.pages.statements import statements
from fingerpost.publishing.pages.words import words
from fingerpost.publishing.programs.data_files import data_files
from fingerpost.publishing.programs.for_robots import robots, sitemap
from fingerpost.publishing.programs.plain import as_json, release_told
from fingerpost.publishing.programs.siblings import siblings, siblings_of
from fingerpost.publishing.site import Site, only_used, without_dead_ends


def build(site: Site) -> Files:
    """Yield every file of the site, each path once."""
    clean = replace(
        site,
        released=only_used(without_dead_ends(harmless(site.released))),
        settings=harmless(site.settings),
        before=without_dead_ends(harmless(site.before)) if site.before else None,
        beside=harmless(site.beside),
    )
    seen: dict[str, bool] = {}
    pages: dict[str, bytes] = {}
    for part in PARTS:
        for path, content in part(clean):
            if path not in seen:
                seen[path] = path.endswith(".html") and part not in UNLISTED
                if path.endswith(".html"):
                    pages[path] = content
                yield path, content
    for path, content in pages.items():
        yield from (one for one in _siblings(clean, path, content, seen) if one[0] not in seen)
    yield from sitemap(clean, (path for path, listed in seen.items() if listed))


def _siblings(site: Site, path: str, content: bytes, seen: Container[str]) -> Files:
    """Yield what a page that has no text and JSON of its own is in words."""
    if any(one not in seen for one in siblings_of(path)):
        yield from siblings(site, path, content)


def release_file(site: Site) -> Files:
    """Yield release.json: which release the site shows."""
    yield "release.json", as_json(release_told(site))


def assets(_: Site) -> Files:
    """Yield the stylesheet, the picture of the site, and the scripts."""
    tokens = (SHARED / "tokens.css").read_text(encoding="utf-8")
    own = (TEMPLATES / "site.css").read_text(encoding="utf-8")
    yield "assets/site.css", (tokens + own).encode()
    yield "assets/icon.svg", (TEMPLATES / "icon.svg").read_bytes()
    for path in sorted((TEMPLATES / "scripts").glob("*.js")):
        yield f"assets/{path.name}", path.read_bytes()


PARTS: tuple[Callable[[Site], Files], ...] = (
    release_file,
    assets,
    home,
    categories,
    statements,
    gone,
    shortened,
    changed,
    about,
    accessibility,
    not_found,
    data_files,
    robots,
    finding,
    audit_pages,
    words,
)
"""What the site is made of; each yields its files."""

UNLISTED = (gone, shortened, not_found)
"""Of these no search engine is told."""
