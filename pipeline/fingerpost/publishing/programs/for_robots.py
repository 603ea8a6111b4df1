"""The pages of a site in, what programs that visit it read first out: robots.txt and a sitemap."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from fingerpost.publishing.frame import Files
from fingerpost.publishing.site import Site


def robots(site: Site) -> Files:
    """Yield robots.txt: a draft is for nobody, the rest for all."""
    lines = ["User-agent: *", "Disallow: /" if site.is_draft else "Allow: /"]
    if has_sitemap(site):
        lines.append(f"Sitemap: {site.settings.address}/sitemap.xml")
    yield "robots.txt", ("\n".join(lines) + "\n").encode()


def sitemap(site: Site, pages: Iterable[str]) -> Files:
    """Yield the list of pages; one needs whole addresses, so none without where the site will be."""
    if not has_sitemap(site):
        return
    day = escape(site.released.release.created_at[:10])
    lines = [
        f"<url><loc>{escape(f'{site.settings.address}/{page}')}</loc><lastmod>{day}</lastmod></url>"
        for page in pages
    ]
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    text = "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</urlset>", ""))
    yield "sitemap.xml", text.encode()


def has_sitemap(site: Site) -> bool:
    """Whether search engines are to find the pages, and where they will be is known."""
    return bool(site.settings.address) and not site.is_draft
