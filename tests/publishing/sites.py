"""Small releases made by hand, the sites built of them, and what their pages say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from fingerpost.publishing import Site, build
from fingerpost.released import (
    Category,
    Gone,
    LinkedResource,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.rulebook import Council
from fingerpost.site_settings import SiteSettings
from fingerpost.taxonomy import Facet

from tests.support.released import labels_of
from tests.support.released import released as release_of

CATEGORIES = (
    Category(id="wsu-calm", facet=Facet.UNIVERSAL, label="Calm places", definition="Quiet."),
    Category(id="wsu-tools", facet=Facet.UNIVERSAL, label="Tools", alternates=("Kit", "Gear")),
    Category(id="semh", facet=Facet.AREA, label="Feelings", definition="How children feel."),
    Category(id="semh-worry", facet=Facet.NEED, label="Worry", parent="semh"),
    Category(id="semh-anger", facet=Facet.NEED, label="Anger", parent="semh"),
    Category(
        id="semh-fear",
        facet=Facet.NEED,
        label="Fear",
        parent="semh",
        hidden=True,
        folds_into="semh-worry",
    ),
    Category(id="ts-1", facet=Facet.STANDARD, label="TS1: Expect much"),
)

GUIDE = SourceDocument(
    source="guides/calm.docx", title="The calm guide", edition="2026-03-05", sha256="0" * 64
)


def labels(*ids: str) -> Mapping[Facet, tuple[str, ...]]:
    """Return labels by kind, of the categories above."""
    return labels_of(CATEGORIES, ids)


def statement(identity: str, text: str, *ids: str, **more: object) -> Statement:
    return Statement(
        **{
            "id": identity,
            "text": text,
            "labels": labels(*ids),
            "status": "approved",
            "tier": "universal",
            "source": GUIDE.source,
            "heading_path": "Calm > What staff do",
            "reviewed_by": "Ada Example",
            "reviewed_on": "2026-09-30",
            **more,
        }
    )


STATEMENTS = (
    statement("s-corner", "Offer a quiet corner.", "wsu-calm", "semh", "semh-worry", "ts-1"),
    statement("s-timer", "Offer a quiet timer on every table.", "wsu-tools", "semh", "semh-anger"),
    statement("s-breath", "Practise slow breathing together.", "semh", "semh-fear"),
)


def released(
    *statements: Statement,
    categories: Iterable[Category] = CATEGORIES,
    resources: Iterable[LinkedResource] = (),
    documents: Iterable[SourceDocument] = (GUIDE,),
    gone: Iterable[Gone] = (),
    number: int = 2,
    signed_off_by: str = "Grace Example",
    created_at: str = "2026-11-20T09:00:00+00:00",
) -> Released:
    """Make a release; the three statements above where none is given."""
    return release_of(
        statements or STATEMENTS,
        number=number,
        created_at=created_at,
        signed_off_by=signed_off_by,
        categories=categories,
        resources=tuple(resources),
        documents=tuple(documents),
        gone=tuple(gone),
    )


def site_of(found: Released | None = None, **more: object) -> Site:
    settings = {
        name: more.pop(name)
        for name in ("title", "purpose", "address", "report_to", "contact")
        if name in more
    }
    return Site(
        released=found or released(),
        council=Council(id="exton", name="Exton"),
        settings=SiteSettings(**settings),
        **more,
    )


class _Building:
    """A site that is built as far as somebody looks."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.done: dict[str, bytes] = {}
        self._left = build(site)

    def up_to(self, path: str | None) -> dict[str, bytes]:
        while path not in self.done and (one := next(self._left, None)):
            self.done[one[0]] = one[1]
        return self.done


_LAST: list[_Building] = []


def _building(site: Site) -> _Building:
    if not _LAST or _LAST[0].site is not site:
        _LAST[:] = [_Building(site)]
    return _LAST[0]


def files(site: Site) -> dict[str, bytes]:
    """Build a site, once however often a test looks at it."""
    return _building(site).up_to(None)


def page(site: Site, path: str) -> BeautifulSoup:
    return soup(_building(site).up_to(path)[path])


def soup(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode(), "lxml")


def said(part: Tag | BeautifulSoup | None) -> str:
    """Return the words of a part of a page, as they are read."""
    assert part is not None
    return " ".join(part.get_text(" ").split())


def main(site: Site, path: str) -> str:
    return said(page(site, path).find("main"))


def within(path: str, content: bytes) -> set[str]:
    """Return the files of the site that a page leads to or loads."""
    return {
        normpath(join(dirname(path), unquote(urlsplit(address).path)))
        for address in addresses(content)
        if not urlsplit(address).scheme and urlsplit(address).path
    }


def addresses(content: bytes) -> set[str]:
    found = soup(content)
    names = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
    parts = ((tag, name) for kind, name in names.items() for tag in found.find_all(kind))
    return {str(tag[name]) for tag, name in parts if tag.get(name)}


def changed(one: Statement, **more: object) -> Statement:
    return replace(one, **more)
