"""A site and another council's categories in, a page of what each calls them, for programs too, out."""

from collections.abc import Iterator, Mapping

from fingerpost.publishing.frame import Files, Page, site_page
from fingerpost.publishing.places import category_path
from fingerpost.publishing.programs.tables import table
from fingerpost.publishing.site import KINDS, Site
from fingerpost.publishing.vocabularies import Match, Pair, Vocabulary, pairs, to_turtle, vocabulary
from fingerpost.released import Category
from fingerpost.taxonomy import Facet

NEAR: Mapping[Match | None, str] = {
    Match.EXACT: "means the same as",
    Match.CLOSE: "means nearly the same as",
    Match.BROAD: "is part of",
    Match.NARROW: "takes in",
    Match.RELATED: "overlaps with",
    None: "has no counterpart",
}
"""How near a category of ours is to one of theirs, as people say it."""

ONLY_THEIRS = "has no counterpart of"
"""Stands between nothing of ours and what only they have."""


def words(site: Site) -> Files:
    """Yield the page, the table and the mapping, where another council's categories are known."""
    if site.beside is None:
        return
    ours = vocabulary(site.council, site.released, site.settings.address)
    found = pairs(ours, site.beside)
    page = Page(
        path="words.html", title=f"Our words and {site.beside.name}'s", template="words.html"
    )
    yield site_page(
        site,
        page,
        theirs=site.beside,
        examples=[one.name for one in (ours, site.beside) if one.are_examples],
        near=NEAR,
        only_theirs=ONLY_THEIRS,
        by_kind=dict(_by_kind(found)),
        their_page=_their_page,
    )
    yield "words.csv", _table(site, ours, site.beside, found)
    yield "mapping.ttl", to_turtle(ours, site.beside)


def _by_kind(found: tuple[Pair, ...]) -> Iterator[tuple[Facet, list[Pair]]]:
    for facet in KINDS:
        mine = [pair for pair in found if _either(pair).facet is facet]
        if mine:
            yield facet, mine


def _either(pair: Pair) -> Category:
    one = pair.ours or pair.theirs
    assert one is not None
    return one


def _their_page(theirs: Vocabulary, category: Category) -> str:
    return f"{theirs.site}/{category_path(category.id)}" if theirs.site else ""


def _table(site: Site, ours: Vocabulary, theirs: Vocabulary, found: tuple[Pair, ...]) -> bytes:
    header = (
        "Kind",
        f"In {ours.name}",
        "How near",
        f"In {theirs.name}",
        f"Reference in {ours.name}",
        "SKOS",
        f"Reference in {theirs.name}",
    )
    rows = (
        (
            KINDS[_either(pair).facet],
            pair.ours.label if pair.ours else "",
            NEAR[pair.match] if pair.ours else ONLY_THEIRS,
            pair.theirs.label if pair.theirs else "",
            pair.ours.id if pair.ours else "",
            f"skos:{pair.match}" if pair.match else "",
            pair.theirs.id if pair.theirs else "",
        )
        for pair in found
    )
    return table(site, header, rows)
