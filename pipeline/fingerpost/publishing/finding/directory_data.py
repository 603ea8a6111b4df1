"""A site in, what its scripts know of its statements, and what is searched of each, out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fingerpost.pages import safe_link
from fingerpost.publishing.finding.known_words import as_plain, phrases
from fingerpost.publishing.finding.search_index import words_of
from fingerpost.publishing.places import category_path, statement_path
from fingerpost.publishing.site import KINDS, Site, document_name
from fingerpost.publishing.wording import TIERS, UNIVERSAL
from fingerpost.released import Category, LinkedResource, SourceDocument, Statement
from fingerpost.strategies import PHASES
from fingerpost.taxonomy import Facet

PARAMETERS: Mapping[Facet, str] = {
    Facet.UNIVERSAL: "whole-school",
    Facet.AREA: "area",
    Facet.NEED: "need",
    Facet.STANDARD: "standard",
    Facet.STAGE: "stage",
}
"""How an address names each kind of label, for ever, because people keep links."""

UNNAMED = "none"
"""How an address asks for what names no tier, or no phase."""

EVERY_TIER = {
    "universal": UNIVERSAL,
    **TIERS,
    UNNAMED: "No level named",
}
"""What each tier is called, from what every school provides to what few do."""

EVERY_PHASE = {**PHASES, UNNAMED: "No phase named, so it may suit any"}
"""What each phase is called, youngest first."""

Plain = dict[str, Any]
"""What JSON can hold."""


class _Numbers(dict[str, int]):
    """Each text with its place among them; a new one gets the next."""

    def __missing__(self, text: str) -> int:
        return self.setdefault(text, len(self))


@dataclass(frozen=True, slots=True)
class _Places:
    """The place of each id in its own list, and of the words that many statements share."""

    categories: Mapping[str, int]
    documents: Mapping[str, int]
    resources: Mapping[str, int]
    words: _Numbers = field(default_factory=_Numbers)


def directory_data(site: Site) -> Plain:
    """Return what the scripts of the site know; what is empty is left out.

    Categories, documents, resources and words that many statements share are named by their places.
    """
    released = site.released
    shown = _shown(site)
    kinds = list(dict.fromkeys(one.facet for one in shown))
    places = _Places(
        {one.id: number for number, one in enumerate(shown)},
        {one.source: number for number, one in enumerate(released.documents)},
        {one.id: number for number, one in enumerate(released.resources)},
    )
    return {
        "title": site.title,
        "council": site.council.name,
        "address": site.settings.address,
        "draft": site.draft_words,
        "release": {
            "number": released.release.number,
            "on": released.release.created_at[:10],
            "signed": bool(released.release.signed_off_by),
        },
        "kinds": [{"name": KINDS[kind], "parameter": PARAMETERS[kind]} for kind in kinds],
        "tiers": _named(EVERY_TIER),
        "phases": _named(EVERY_PHASE),
        "categories": [
            {"kind": kinds.index(one.facet), **_category(one, site, places)} for one in shown
        ],
        "documents": [_document(one) for one in released.documents],
        "resources": [_resource(one) for one in released.resources],
        "statements": [_statement(one, site, places) for one in released.statements],
        "words": list(places.words),
        "gone": {one.id: list(one.replaced_by) for one in released.gone if one.kind == "strategy"},
    }


def searched(site: Site) -> Iterator[Mapping[str, str]]:
    """Yield what is searched of each statement, in the order of the statements.

    `under` holds a mark for each category that it stands under, and for the area of each need.
    """
    places = {one.id: place for place, one in enumerate(_shown(site))}
    for statement in site.released.statements:
        labels = site.labels[statement.id]
        ids = dict.fromkeys((*(one.id for one in labels), *map(site.area_of, labels)))
        yield {
            "text": f"{statement.text} {statement.child_voice} {statement.purpose}",
            "lead": statement.lead_in,
            "headings": statement.heading_path,
            "under": " ".join(f"in{places[one]}" for one in ids if one),
        }


def known(site: Site) -> Plain:
    """Return what the search knows besides the statements' own words, categories by their places.

    A category is found by every name that it has, its own first, so that "dyslexia" leads to what
    the council calls Literacy, and where little is found also by what it is about.
    """
    shown = _shown(site)
    places = {one.id: place for place, one in enumerate(shown)}
    names = [[one.label] for one in shown]
    ids: dict[str, int] = {}
    for one in site.released.categories:
        ids[one.id] = place = places[site.released.shown(one.id).id]
        names[place] += [one.label, one.core_label, *one.alternates]
    abouts = [one.definition if one.facet is Facet.NEED else "" for one in shown]
    return {
        "names": [phrases(several) for several in names],
        "about": [" ".join(dict.fromkeys(words_of(text))) for text in abouts],
        "words": as_plain(site.known, ids),
    }


def _shown(site: Site) -> list[Category]:
    """Return every category that people see, in the order by which the scripts number them."""
    return [one for kind in KINDS for one in site.released.of(kind)]


def _named(names: Mapping[str, str]) -> list[Plain]:
    return [{"id": one, "label": label} for one, label in names.items()]


def _filled(record: Plain) -> Plain:
    """Leave out what is not known; a number is known, also if it is 0."""
    return {key: value for key, value in record.items() if value not in ("", None, [], ())}


def _category(category: Category, site: Site, places: _Places) -> Plain:
    return _filled(
        {
            "id": category.id,
            "label": category.label,
            "above": places.categories.get(site.area_of(category)),
            "path": category_path(category.id),
        }
    )


def _document(document: SourceDocument) -> Plain:
    return _filled({"title": document_name(document), "on": document.edition[:10]})


def _resource(resource: LinkedResource) -> Plain:
    return _filled(
        {
            "title": resource.title or resource.host or resource.url,
            "url": safe_link(resource.url),
            "publisher": resource.publisher,
            "trusted": resource.trusted_because,
            "checked": resource.checked_on[:10],
        }
    )


def _statement(statement: Statement, site: Site, places: _Places) -> Plain:
    known = places.resources
    return _filled(
        {
            "id": statement.id,
            "path": statement_path(statement.id),
            "text": statement.text,
            "lead": places.words[statement.lead_in],
            "child": statement.child_voice,
            "purpose": statement.purpose,
            "labels": [places.categories[one.id] for one in site.nearest[statement.id]],
            "tier": statement.tier,
            "phases": list(statement.phases),
            "document": places.documents.get(statement.source),
            "heading": places.words[statement.heading_path],
            "agreed": statement.reviewed_on[:10],
            "resources": [known[one] for one in statement.resources if one in known],
        }
    )
