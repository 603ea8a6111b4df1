"""A release in, the pages of every category out: what it means, and its statements, fifty a page."""

from collections.abc import Sequence
from math import ceil
from urllib.parse import urlencode

from fingerpost.publishing.finding.directory_data import PARAMETERS
from fingerpost.publishing.frame import Crumb, Files, Page, site_page
from fingerpost.publishing.places import category_path
from fingerpost.publishing.programs.plain import as_json, listed_json, listed_text, release_told
from fingerpost.publishing.programs.siblings import siblings_of
from fingerpost.publishing.site import DOORS, Site
from fingerpost.publishing.wording import SUMMARY, short
from fingerpost.released import Category, Statement
from fingerpost.taxonomy import Facet

A_PAGE = 50
UNFILED = "unfiled"
"""What the page of statements is called that stand in no category; no category's id."""


def categories(site: Site) -> Files:
    """Yield the pages of all categories that people see, and of what stands in none."""
    for facet in (*DOORS, Facet.NEED):
        for one in site.released.of(facet):
            yield from _category(site, one)
    if site.unfiled:
        nowhere = Category(
            id=UNFILED,
            facet=Facet.AREA,
            label="Not in any category yet",
            definition="Nobody has put these into a category yet.",
        )
        yield from _pages(site, nowhere, site.unfiled)


def _category(site: Site, one: Category) -> Files:
    statements = site.shelves.get(one.id, ())
    yield from _pages(site, one, statements)
    yield from _told(site, one, category_path(one.id), one.label, statements)


def _told(
    site: Site, one: Category, path: str, title: str, statements: Sequence[Statement]
) -> Files:
    """Yield statements of a category as plain text and as JSON, beside the page at a path."""
    text, facts = siblings_of(path)
    yield text, listed_text(site, title, statements)
    about = {"id": one.id, "label": one.label, "definition": one.definition}
    listed = [listed_json(each) for each in statements]
    yield facts, as_json({**about, "statements": listed, "release": release_told(site)})


def _pages(site: Site, one: Category, statements: Sequence[Statement]) -> Files:
    starts = range(0, number_of_pages(len(statements)) * A_PAGE, A_PAGE)
    parts = [statements[at : at + A_PAGE] for at in starts]
    paths = [page_path(site, one, number) for number in range(1, len(parts) + 1)]
    for number, part in enumerate(parts, start=1):
        ending = f", page {number} of {len(parts)}" if len(parts) > 1 else ""
        page = Page(
            path=paths[number - 1],
            title=f"{one.label}{ending}",
            template="category.html",
            about=short(f"{one.label}: {one.definition or site.purpose}", SUMMARY),
            crumbs=_way_to(site, one),
        )
        yield site_page(
            site,
            page,
            one=one,
            part=part,
            first=(number - 1) * A_PAGE + 1,
            total=len(statements),
            number=number,
            paths=paths,
            needs=site.needs(one) if one.facet is Facet.AREA and number == 1 else (),
            has_files=one.id != UNFILED,
            narrowed="" if one.id == UNFILED else urlencode({PARAMETERS[one.facet]: one.id}),
        )
        if number > 1:
            yield from _told(site, one, page.path, page.title, part)


def number_of_pages(statements: int) -> int:
    """Return how many pages so many statements of a category fill; also for none there is one."""
    return max(1, ceil(statements / A_PAGE))


def page_path(site: Site, one: Category, number: int) -> str:
    """Return where a page is; none takes the place of another category's, be that one gone."""
    known = (site.released.category, site.replacements)
    if number > 1 and any(f"{one.id}-{number}" in ids for ids in known):
        return category_path(f"{one.id}-page-{number}")
    return category_path(one.id, number)


def _way_to(site: Site, one: Category) -> tuple[Crumb, ...]:
    area = site.released.category.get(site.area_of(one))
    return (Crumb(area.label, category_path(area.id)),) if area else ()
