"""A release in, a page for every statement out, and the same as plain text and JSON."""

from urllib.parse import quote

from fingerpost.pages import safe_link
from fingerpost.publishing.frame import Crumb, Files, Page, site_page
from fingerpost.publishing.pages.neighbours import neighbours
from fingerpost.publishing.places import category_path, statement_path
from fingerpost.publishing.programs.linked_data import linked_data
from fingerpost.publishing.programs.plain import statement_json, statement_text
from fingerpost.publishing.site import Site
from fingerpost.publishing.wording import SUMMARY, UNIVERSAL, short
from fingerpost.released import Statement

_TITLE = 90
_ASKED = "What is wrong (please name no child and no family):"


def statements(site: Site) -> Files:
    """Yield the three files of every statement."""
    near = neighbours(site)
    for one in site.released.statements:
        page = Page(
            path=statement_path(one.id),
            title=short(one.text, _TITLE),
            template="statement.html",
            about=short(f"{one.lead_in} {one.text}".strip(), SUMMARY),
            crumbs=_way_to(site, one),
        )
        yield site_page(
            site,
            page,
            one=one,
            ordinary=UNIVERSAL if one.tier == "universal" else "",
            near=near.get(one.id, ()),
            resources=site.resources_of(one),
            report=report_link(site, one),
            data=linked_data(site, one),
        )
        yield statement_path(one.id, "txt"), statement_text(site, one)
        yield statement_path(one.id, "json"), statement_json(site, one)


def report_link(site: Site, statement: Statement) -> str:
    """Return where "report this" leads, carrying the reference; "" where the council names nothing."""
    to = site.settings.report_to
    if "://" in to:
        return safe_link(to.replace("{id}", quote(statement.id)))
    if "@" not in to:
        return ""
    subject = quote(f"About the directory, {statement.id}")
    page = f"{site.settings.address}/{statement_path(statement.id)}"
    about = f"About this page: {page}\r\n\r\n" if site.settings.address else ""
    body = quote(f"{about}{_ASKED}\r\n")
    return safe_link(
        f"mailto:{quote(to.removeprefix('mailto:'), safe='@')}?subject={subject}&body={body}"
    )


def _way_to(site: Site, statement: Statement) -> tuple[Crumb, ...]:
    category = site.home_of(statement)
    if category is None:
        return ()
    area = site.released.category.get(site.area_of(category))
    return tuple(Crumb(one.label, category_path(one.id)) for one in (area, category) if one)
