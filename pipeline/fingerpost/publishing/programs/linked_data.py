"""A statement in, what search engines read of it out: JSON-LD in the words of schema.org."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from fingerpost.pages import safe_link
from fingerpost.publishing.places import category_path, statement_path
from fingerpost.publishing.site import KINDS, Site
from fingerpost.released import Statement

_AS_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What could end the block or the page's trust in it, as JSON writes it without the character."""


def linked_data(site: Site, one: Statement) -> Markup:
    """Return the block's content; it names its vocabulary itself, so that no one has to fetch any."""
    facts = {
        "@context": {"@vocab": "https://schema.org/"},
        "@type": "CreativeWork",
        "@id": address(site, statement_path(one.id)) or f"urn:fingerpost:strategy:{one.id}",
        "identifier": one.id,
        "inLanguage": "en-GB",
        "text": one.text,
        "creativeWorkStatus": "Draft" if site.is_draft else "Published",
        "publisher": {"@type": "Organization", "name": site.place},
        "about": [
            {
                "@type": "DefinedTerm",
                "name": label.label,
                "termCode": label.id,
                "inDefinedTermSet": KINDS[label.facet],
                **(
                    {"url": address(site, category_path(label.id))} if site.settings.address else {}
                ),
            }
            for label in site.labels[one.id]
        ],
        **dict(_further(site, one)),
    }
    return Markup(json.dumps(facts, ensure_ascii=False).translate(_AS_ESCAPES))  # noqa: S704 - escaped above


def address(site: Site, path: str) -> str:
    """Return the whole address of a page, "" where the council has not said where the site will be."""
    return f"{site.settings.address}/{path}" if site.settings.address else ""


def _further(site: Site, one: Statement) -> Iterator[tuple[str, Any]]:
    """Yield what not every statement has."""
    document = site.released.document.get(one.source)
    if document:
        edition = {"dateModified": document.edition} if document.edition else {}
        named = {"@type": "DigitalDocument", "name": site.document_of(one)}
        yield "isBasedOn", {**named, **edition}
    if one.purpose:
        yield "abstract", one.purpose
    links = [found for found in site.resources_of(one) if safe_link(found.url)]
    if links:
        yield (
            "mentions",
            [
                {"@type": "WebPage", "name": found.title or found.url, "url": safe_link(found.url)}
                for found in links
            ],
        )
