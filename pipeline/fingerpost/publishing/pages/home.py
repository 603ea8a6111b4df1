"""A release in, the home page out: search, the ways in with how much is behind each, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fingerpost.pages import plural
from fingerpost.publishing.finding.directory_data import PARAMETERS
from fingerpost.publishing.frame import Files, Page, site_page
from fingerpost.publishing.pages.categories import UNFILED
from fingerpost.publishing.places import category_path
from fingerpost.publishing.programs.plain import as_json, page_text, release_told
from fingerpost.publishing.site import DOORS, KINDS, Site
from fingerpost.released import Category, Statement
from fingerpost.taxonomy import Facet

_NEWEST = 5


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: its name, its categories with the narrower ones of each, statements behind it."""

    id: str
    label: str
    shelves: tuple[tuple[Category, tuple[Category, ...]], ...]
    count: int


def home(site: Site) -> Files:
    """Yield the home page, and what it leads to as plain text and as JSON."""
    page = Page(path="index.html", title=site.title, template="home.html", has_search=True)
    new = new_statements(site)
    yield "index.txt", _as_text(site)
    yield (
        "index.json",
        as_json({"title": site.title, "release": release_told(site), **_listed(site)}),
    )
    yield site_page(
        site,
        page,
        doors=[door for facet in DOORS if (door := _door(site, facet)).shelves],
        homeless=_homeless(site),
        new=new[:_NEWEST],
        new_count=len(new),
        unfiled=UNFILED,
        examples=tuple(_examples(site)),
    )


def new_statements(site: Site) -> tuple[Statement, ...]:
    """Return what is shown now and was not in the release compared with; nothing without one."""
    if site.before is None:
        return ()
    known = {one.id for one in site.before.statements}
    return tuple(one for one in site.released.statements if one.id not in known)


def _door(site: Site, facet: Facet) -> Door:
    of_area = facet is Facet.AREA
    shelves = tuple((one, site.needs(one) if of_area else ()) for one in site.released.of(facet))
    behind = {one.id for shelf, _ in shelves for one in site.shelves.get(shelf.id, ())}
    return Door(PARAMETERS[facet], DOORS[facet], shelves, len(behind))


def _examples(site: Site) -> Iterator[str]:
    """Yield for each area the first words that lead above all to a need of it."""
    for area in site.released.of(Facet.AREA):
        needs = {one.id for one in site.needs(area) if site.count(one.id)}
        leading = ((one.typed[0], one.under[0]) for one in site.known if one.under and not one.hint)
        yield from islice((words for words, need in leading if _seen_as(site, need) in needs), 1)


def _seen_as(site: Site, concept_id: str) -> str:
    known = concept_id in site.released.category
    return site.released.shown(concept_id).id if known else ""


def _homeless(site: Site) -> tuple[Category, ...]:
    """Return the needs that people see below no area."""
    areas = {one.id for one in site.released.of(Facet.AREA)}
    return tuple(one for one in site.released.of(Facet.NEED) if site.area_of(one) not in areas)


def _listed(site: Site) -> dict[str, object]:
    """Return the categories that people see, and where each one's statements are listed."""
    shown = [
        {
            "id": one.id,
            "kind": str(one.facet),
            "label": one.label,
            "parent": site.area_of(one),
            "statements": site.count(one.id),
            "json": category_path(one.id, kind="json"),
        }
        for one in _all_shown(site)
    ]
    return {"statements": len(site.released.statements), "categories": shown}


def _as_text(site: Site) -> bytes:
    lines = (
        f"{KINDS[one.facet]}: {one.label} ({plural(site.count(one.id), 'statement')}), "
        f"{category_path(one.id, kind='txt')}"
        for one in _all_shown(site)
    )
    return page_text(site, lines)


def _all_shown(site: Site) -> list[Category]:
    """Return every category that people see, each area followed by its needs."""
    found = []
    for facet in DOORS:
        for one in site.released.of(facet):
            found += [one, *(site.needs(one) if facet is Facet.AREA else ())]
    return [*found, *_homeless(site)]
