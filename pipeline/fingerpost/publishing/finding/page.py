"""A site in, its pages for searching and for lists, with the scripts and the index they need, out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.pages.rendering import SHARED
from fingerpost.publishing.finding.directory_data import (
    EVERY_PHASE,
    EVERY_TIER,
    PARAMETERS,
    UNNAMED,
    directory_data,
    known,
    searched,
)
from fingerpost.publishing.finding.search_index import as_script, search_index
from fingerpost.publishing.frame import TEMPLATES, Files, Page, site_page
from fingerpost.publishing.site import KINDS, Site
from fingerpost.taxonomy import Facet

OTHERS = Path(__file__).parents[1] / "assets"
"""What others wrote and the site ships unchanged."""

SHARED_SCRIPTS = ("elements.js", "zip.js", "markup.js")
"""The scripts of the site that other pages of ours use, too."""

FIND = (
    "directory.js",
    "known-words.js",
    "search-index.js",
    "minisearch.js",
    *(
        f"{name}.js"
        for name in (
            *(
                "words",
                "stems",
                "statements",
                "lexicon",
                "spelling",
                "meaning",
                "queries",
                "ranking",
            ),
            *("choice", "searching", "filtering", "cards", "find"),
        )
    ),
)
LIST = (
    "empty.js",
    "directory.js",
    "zip.js",
    "markup.js",
    *(
        f"{name}.js"
        for name in ("statements", "following", "entries", "ordering", "docx", "csv", "list")
    ),
)
"""What each of the two pages loads, each script using only what stands before it."""


OTHER_PAGES = (
    (
        ("audit", "self evaluation", "self assessment", "self review"),
        "audit.html",
        "Your school's own audit: rate what your school does, statement by statement",
    ),
    (
        ("my list", "saved list", "saved statements"),
        "list.html",
        "My list: the statements you kept",
    ),
    (
        ("what changed", "whats changed", "what has changed", "whats new", "what is new"),
        "changed.html",
        "What changed in this directory",
    ),
)
"""What people type who look for another page of the site, as words are searched; and the page."""

FIRST = 50
"""So many results stand in the page before its scripts have come, as many as they show first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by; `number` tells it apart among its kind."""

    id: str
    label: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """Choices that stand together, under a name or under none."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One kind of thing to filter by, and how an address names it; `is_kind` says that it has labels."""

    parameter: str
    name: str
    groups: tuple[Group, ...]
    is_kind: bool = True


def finding(site: Site) -> Files:
    """Yield the page for searching, the page of a person's list, and what the two load."""
    page = Page(
        path="find.html",
        title="Search and filter",
        template="find.html",
        scripts=FIND,
        has_search=True,
    )
    first = site.released.statements[:FIRST]
    yield site_page(site, page, facets=tuple(_filters(site)), first=first, doors=OTHER_PAGES)
    page = Page(path="list.html", title="My list", template="list.html", scripts=LIST)
    yield site_page(site, page)
    yield "assets/finding.css", (TEMPLATES / "finding.css").read_bytes()
    for name in SHARED_SCRIPTS:
        yield f"assets/{name}", (SHARED / name).read_bytes()
    for path in sorted(OTHERS.iterdir()):
        yield f"assets/{path.name}", path.read_bytes()
    yield "assets/directory.js", as_script("directory", directory_data(site))
    yield "assets/known-words.js", as_script("known", known(site))
    yield "assets/search-index.js", as_script("index", search_index(tuple(searched(site))))


def _filters(site: Site) -> Iterator[Filter]:
    """Yield what people narrow by most first: the area, the phase, then the rest."""
    statements = site.released.statements
    area, *others = (
        Filter(PARAMETERS[one], KINDS[one], tuple(_groups(site, one))) for one in KINDS
    )
    phases = _levels("phase", "Phase", EVERY_PHASE, [one.phases for one in statements])
    tiers = [(one.tier,) if one.tier else () for one in statements]
    levels = _levels("tier", "Level of support", EVERY_TIER, tiers)
    yield from (one for one in (area, *phases, *others, *levels) if one.groups)


def _groups(site: Site, facet: Facet) -> Iterator[Group]:
    """Group needs by their area, and leave the categories of any other kind together."""
    groups: dict[str, list[Choice]] = {}
    for place, one in enumerate(site.released.of(facet)):
        choice = Choice(one.id, one.label, place, site.count(one.id))
        groups.setdefault(site.area_of(one), []).append(choice)
    for area, choices in groups.items():
        name = site.released.category[area].label if area else ""
        yield Group(name, tuple(choices))


def _levels(
    parameter: str, name: str, labels: Mapping[str, str], given: Sequence[tuple[str, ...]]
) -> Iterator[Filter]:
    """Yield the filter by tier or phase, if any statement has one."""
    choices = tuple(
        Choice(one, label, place, sum(one in (several or (UNNAMED,)) for several in given))
        for place, (one, label) in enumerate(labels.items())
    )
    if any(given):
        yield Filter(parameter, name, (Group("", choices),), is_kind=False)
