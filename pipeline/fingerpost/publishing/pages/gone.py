"""A release in, a page for every id that is shown no more out, saying what stands for it now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fingerpost.publishing.frame import Files, Page, site_page
from fingerpost.publishing.pages.categories import number_of_pages, page_path
from fingerpost.publishing.places import category_path, statement_path
from fingerpost.publishing.programs.plain import as_json, page_text, release_told
from fingerpost.publishing.site import Site

STATEMENT, CATEGORY = "strategy", "concept"
"""Kinds of ids that have pages."""


@dataclass(frozen=True, slots=True)
class _Left:
    """An id without a page of its own content, and what stands for it now."""

    id: str
    kind: str
    instead: tuple[str, ...]
    since: int = 0


def gone(site: Site) -> Files:
    """Yield the pages. What was withdrawn may have been withdrawn for harm: its words are in none."""
    for one in _left(site):
        is_statement = one.kind == STATEMENT
        path = statement_path(one.id) if is_statement else category_path(one.id)
        page = Page(path=path, title=_title(one), template="gone.html", noindex=True)
        yield _leading_on(site, page, one)
        if is_statement:
            yield statement_path(one.id, "txt"), _text(site, one)
            yield statement_path(one.id, "json"), as_json(_told(site, one))


def shortened(site: Site) -> Files:
    """Yield what stands where a category had further pages in the release compared with."""
    if site.before is None:
        return
    earlier = replace(site, released=site.before, before=None)
    for one in site.before.categories:
        now, then = (number_of_pages(each.count(one.id)) for each in (site, earlier))
        for number in range(now + 1, then + 1):
            page = Page(
                path=page_path(site, one, number),
                title="This list is shorter now",
                template="gone.html",
                noindex=True,
            )
            yield _leading_on(site, page, _Left(one.id, CATEGORY, site.standing(one.id)))


def _leading_on(site: Site, page: Page, one: _Left) -> tuple[str, bytes]:
    now = [site.by_id[found] for found in one.instead if found in site.by_id]
    categories = [site.released.category[found] for found in one.instead if found not in site.by_id]
    return site_page(site, page, one=one, statements=now, categories=categories)


def _left(site: Site) -> Iterator[_Left]:
    for one in site.released.categories:
        if one.hidden:
            yield _Left(one.id, CATEGORY, site.standing(one.id))
    for lost in site.released.gone:
        here = lost.id in site.by_id or lost.id in site.released.category
        if lost.kind in (STATEMENT, CATEGORY) and not here:
            yield _Left(lost.id, lost.kind, site.standing(lost.id), lost.since)


def _title(one: _Left) -> str:
    if one.kind == CATEGORY:
        return "This category goes by another name now" if one.instead else "This category is gone"
    return "This statement was replaced" if one.instead else "This statement was retired"


def _text(site: Site, one: _Left) -> bytes:
    now = (site.by_id[found] for found in one.instead if found in site.by_id)
    lines = [f"Instead: {found.text} ({statement_path(found.id)})" for found in now]
    return page_text(site, (f"{_title(one)}.", *lines, f"Reference: {one.id}"))


def _told(site: Site, one: _Left) -> dict[str, object]:
    return {
        "id": one.id,
        "retired": True,
        "replaced_by": list(one.instead),
        "release": release_told(site),
    }
