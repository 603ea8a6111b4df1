"""A statement in, the same as plain text and as JSON out."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from fingerpost.pages import safe_link
from fingerpost.publishing.frame import spoken_day
from fingerpost.publishing.places import statement_path
from fingerpost.publishing.site import KINDS, Site
from fingerpost.publishing.wording import phase_words, tier_words, trail
from fingerpost.released import LinkedResource, Statement


def told(site: Site, one: Statement) -> dict[str, Any]:
    """Return all that is shown of a statement, under the names of the loadable files where it has them."""
    document = site.released.document.get(one.source)
    return {
        "id": one.id,
        "text": one.text,
        "lead_in": one.lead_in,
        "purpose": one.purpose,
        "child_voice": one.child_voice,
        "tier": one.tier,
        "phase": list(one.phases),
        "labels": [
            {"id": label.id, "kind": str(label.facet), "label": label.label}
            for label in site.labels[one.id]
        ],
        "resources": [_resource(resource) for resource in site.resources_of(one)],
        "document": site.document_of(one),
        "edition": document.edition if document else "",
        "heading_path": list(trail(one.heading_path)),
        "reviewed_by": one.reviewed_by,
        "reviewed_on": one.reviewed_on,
        "next_review": one.next_review,
        "owner": one.owner,
    }


def release_told(site: Site) -> dict[str, Any]:
    """Return which release it is."""
    release = site.released.release
    return {
        "number": release.number,
        "created_at": release.created_at,
        "signed_off_by": release.signed_off_by,
        "draft": site.is_draft,
        "changed_by_hand": site.released.changed_by_hand,
    }


def statement_json(site: Site, one: Statement) -> bytes:
    """Return a statement for programs."""
    return as_json({**told(site, one), "release": release_told(site)})


def statement_text(site: Site, one: Statement) -> bytes:
    """Return a statement for whoever wants nothing but words."""
    return page_text(site, statement_lines(site, one))


def listed_text(site: Site, title: str, statements: Iterable[Statement]) -> bytes:
    """Return several statements below a title, each with where the rest of it stands."""
    listed = ((*_words(one), _reference(one)) for one in statements)
    return page_text(site, (title, *(line for one in listed for line in ("", *one))))


def page_text(site: Site, lines: Iterable[str]) -> bytes:
    """Return lines as a page of plain text, with what every page says of the site."""
    return "\n".join((*_head(site), *lines, "", *_foot(site), "")).encode()


def listed_json(one: Statement) -> dict[str, str]:
    """Return of a statement what a list shows, and where all of it stands."""
    return {
        "id": one.id,
        "text": one.text,
        "lead_in": one.lead_in,
        "tier": one.tier,
        "json": statement_path(one.id, "json"),
    }


def as_json(value: object) -> bytes:
    """Return a value as JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def statement_lines(site: Site, one: Statement) -> Iterator[str]:
    """Yield the lines of one statement."""
    yield from _words(one)
    yield from _line("In a child's words", one.child_voice)
    yield from _line("What it is for", one.purpose if one.purpose not in one.text else "")
    yield from _line("Phase", phase_words(one.phases))
    for label in site.labels[one.id]:
        yield f"{KINDS[label.facet]}: {label.label}"
    for resource in site.resources_of(one):
        said = (resource.title, resource.publisher, safe_link(resource.url))
        yield f"Resource: {', '.join(filter(None, said))}"
    yield from _line("From", site.document_of(one))
    yield from _line("Under", " › ".join(trail(one.heading_path)))
    yield from _line("Agreed", _agreed(one))
    yield _reference(one)


def _words(one: Statement) -> Iterator[str]:
    if one.lead_in:
        yield one.lead_in
    yield one.text
    yield from _line("For whom", tier_words(one.tier))


def _reference(one: Statement) -> str:
    return f"Reference: {one.id} ({statement_path(one.id)})"


def _agreed(one: Statement) -> str:
    by = f"by {one.reviewed_by}" if one.reviewed_by else ""
    on = f"on {spoken_day(one.reviewed_on)}" if one.reviewed_on else ""
    return f"{by} {on}".strip()


def _head(site: Site) -> Iterator[str]:
    yield site.title
    if site.is_draft:
        yield site.draft_words
    yield ""


def _foot(site: Site) -> Iterator[str]:
    release = site.released.release
    agreed = f", agreed by {release.signed_off_by}" if release.signed_off_by else ""
    yield f"Release {release.number} of {spoken_day(release.created_at)}{agreed}. {site.unsigned_words}".strip()


def _line(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}: {value}"


def _resource(one: LinkedResource) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "url": safe_link(one.url),
        "publisher": one.publisher,
        "trusted_because": one.trusted_because,
        "phase": list(one.phases),
        "checked_on": one.checked_on,
    }
