"""A template and what it is about in, one page of the site as bytes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from fingerpost.pages import plural, safe_link
from fingerpost.pages.rendering import SHARED
from fingerpost.publishing.places import category_path, statement_path, way_up
from fingerpost.publishing.site import KINDS, Site, document_name
from fingerpost.publishing.wording import phase_words, short, tier_words, trail
from fingerpost.released import Statement

Files = Iterator[tuple[str, bytes]]
"""Paths in the site, with `/`, and what is in them."""

TEMPLATES = Path(__file__).parent / "templates"
"""Where the pages of the site are laid out."""

EVERYWHERE = ("elements.js", "mylist.js", "adding.js")
"""The scripts that every page loads, by name below assets/: any statement can be put on the list."""

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""What a browser may load: the site's own files and nothing else, none of it written in a page.

By the letter of the standard 'self' stands for no file on a disk; Chromium takes it so all the same,
other browsers may not. On the web "file:" allows nothing, because no page there can load one.
"""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page: what it is called, and its place in the site."""

    label: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its place in the site, its title, its template, the way to it.

    `scripts` are loaded besides those of every page, by name below assets/; `has_search` says that
    the page brings a search of its own, so that its head needs none; `noindex` that search engines
    are to leave it out; `absolute` that its links are whole, because a host shows it at any address.
    `about` is what search engines show below its title, the site's purpose where it is "".
    """

    path: str
    title: str
    template: str
    about: str = ""
    crumbs: tuple[Crumb, ...] = ()
    scripts: tuple[str, ...] = ()
    has_search: bool = False
    noindex: bool = False
    absolute: bool = False


def site_page(site: Site, page: Page, **values: object) -> tuple[str, bytes]:
    """Return the page's place and bytes.

    What is not marked as markup is escaped. Templates extend site.html; `root` is the way to the
    home page's folder, and what they are given in `values` comes besides `site` and `page`.
    """
    scripts = dict.fromkeys((*EVERYWHERE, *page.scripts))
    text = (
        _environment()
        .get_template(page.template)
        .render(
            site=site,
            page=page,
            root=_root(site, page),
            policy=POLICY,
            scripts=tuple(scripts),
            **values,
        )
    )
    return page.path, text.encode()


def _root(site: Site, page: Page) -> str:
    if page.absolute and site.settings.address:
        return f"{site.settings.address}/"
    return way_up(page.path)


@lru_cache(maxsize=1000)
def day(stamp: str) -> Markup:
    """Return an ISO 8601 date as people write it, for programs too; anything else as it is."""
    said = spoken_day(stamp)
    if said == stamp:
        return escape(stamp)
    return Markup('<time datetime="{}">{}</time>').format(stamp[:10], said)


def contact(site: Site) -> str:
    """Return whom readers tell or ask; the council's SEND team where the settings name nobody."""
    return site.settings.contact or f"the SEND team at {site.place}"


def spoken_day(stamp: str) -> str:
    """Return an ISO 8601 date as "5 March 2026"; anything else as it is."""
    try:
        found = date.fromisoformat(stamp[:10])
    except ValueError:
        return stamp
    return f"{found.day} {found:%B %Y}"


def _drawn(site: Site, one: Statement, root: str) -> str:
    """Return a statement's card; the pages of its categories and of its neighbours show the same."""
    key = one.id, root
    if key not in site.drawn:
        macros = vars(_environment().get_template("cards.html").module)
        site.drawn[key] = macros["card"](site, one, root)
    return site.drawn[key]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES, SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        safe_link=safe_link,
        plural=plural,
        day=day,
        tier_words=tier_words,
        phase_words=phase_words,
        short=short,
        contact=contact,
        document_name=document_name,
        trail=trail,
        statement_path=statement_path,
        category_path=category_path,
    )
    environment.globals.update(kinds=KINDS, drawn=_drawn)
    return environment
