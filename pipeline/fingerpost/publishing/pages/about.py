"""A release and a council's settings in, the pages about the site out: about, accessibility, not found."""

from collections import Counter

from fingerpost.publishing.frame import Files, Page, site_page, spoken_day
from fingerpost.publishing.pages.evidence import recorded
from fingerpost.publishing.site import Site


def about(site: Site) -> Files:
    """Yield what this is, who agreed to it, how to cite it, what to do when something is wrong."""
    page = Page(path="about.html", title="About this directory", template="about.html")
    counts = Counter(one.source for one in site.released.statements)
    named = [(one, counts[one.source]) for one in site.released.documents if counts[one.source]]
    yield site_page(site, page, documents=named, unsourced=counts[""], cite=_citation(site))


def accessibility(site: Site) -> Files:
    """Yield the accessibility statement, from what tests recorded and nothing else."""
    page = Page(path="accessibility.html", title="Accessibility", template="accessibility.html")
    yield site_page(site, page, evidence=recorded())


def not_found(site: Site) -> Files:
    """Yield what a web host shows for an address that was never one of ours.

    A host shows it below any address, so its links are whole ones where the council says where the
    site will be.
    """
    page = Page(
        path="404.html",
        title="There is no such page",
        template="404.html",
        noindex=True,
        absolute=True,
    )
    yield site_page(site, page)


def _citation(site: Site) -> str:
    release = site.released.release
    year = release.created_at[:4]
    where = f" {site.settings.address}/" if site.settings.address else ""
    made = spoken_day(release.created_at)
    return f"{site.place} ({year}) {site.title}. Release {release.number}, {made}.{where}"
