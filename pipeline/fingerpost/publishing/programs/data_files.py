"""A release in, all of it as one table and one JSON file out, for whoever works on with it."""

from collections.abc import Iterator, Mapping

from fingerpost.pages import safe_link
from fingerpost.publishing.frame import Files
from fingerpost.publishing.places import statement_path
from fingerpost.publishing.programs.plain import as_json, release_told, told
from fingerpost.publishing.programs.tables import table
from fingerpost.publishing.site import KINDS, Site
from fingerpost.publishing.wording import phase_words, tier_words
from fingerpost.released import Statement


def data_files(site: Site) -> Files:
    """Yield data/statements.csv and data/statements.json."""
    yield "data/statements.csv", _csv(site)
    listed = [told(site, one) for one in site.released.statements]
    yield "data/statements.json", as_json({"release": release_told(site), "statements": listed})


def _csv(site: Site) -> bytes:
    rows = (tuple(_row(site, one).values()) for one in site.released.statements)
    return table(site, tuple(_row(site, Statement(id="", text=""))), rows)


def _row(site: Site, one: Statement) -> Mapping[str, str]:
    return {
        "Statement": one.text,
        "What introduces it": one.lead_in,
        "In a child's words": one.child_voice,
        "What it is for": one.purpose,
        "For whom": tier_words(one.tier) or ("Every child" if one.tier else ""),
        "Phase": phase_words(one.phases),
        **dict(_labels(site, one)),
        "Resources": "; ".join(_links(site, one)),
        "Document": site.document_of(one),
        "Under": one.heading_path,
        "Agreed by": one.reviewed_by,
        "Agreed on": one.reviewed_on,
        "To be looked at again": one.next_review,
        "Page": statement_path(one.id) if one.id else "",
        "Reference": one.id,
    }


def _labels(site: Site, one: Statement) -> Iterator[tuple[str, str]]:
    for facet, kind in KINDS.items():
        shown = (label.label for label in site.labels.get(one.id, ()) if label.facet is facet)
        yield kind, "; ".join(shown)


def _links(site: Site, one: Statement) -> Iterator[str]:
    for resource in site.resources_of(one):
        if safe_link(resource.url):
            yield f"{resource.title} {safe_link(resource.url)}".strip()
