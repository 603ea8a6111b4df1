"""A directory and the number of a release in, all of that release as plain values out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.as_loaded import Version, content_at, versions_of
from fingerpost.loading.contents import Content, Key, known_as, newest_release
from fingerpost.loading.misplaced import circles, misfits
from fingerpost.loading.numbers import chosen, listed
from fingerpost.loading.resolving import standing_for
from fingerpost.loading.schema import KINDS, LIVE
from fingerpost.loading.target import reading, shown
from fingerpost.released import (
    Category,
    Gone,
    LinkedResource,
    Released,
    SourceDocument,
    Statement,
)
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

_FACETS = tuple(Facet)
_MOST_TOLD = 3


def released(url: str, number: int | None = None) -> Released:
    """Return one release of a directory, the newest where no number is given.

    A label under nothing that people see is left out: a category may have been retired with none
    in its place.
    """
    with reading(url) as opened:
        connection, wanted = chosen(opened, url, number)
        try:
            return _released(connection, wanted)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise TargetError(
                f"{shown(url)}: something was put there by hand that does not belong ({error}). "
                "Run: fingerpost verify, which names it, then put it right."
            ) from error


def _released(connection: Connection, wanted: int) -> Released:
    content = content_at(connection, wanted)
    if wrong := (*misfits(content), *circles(content).values()):
        raise ValueError("; ".join(wrong[:_MOST_TOLD]))
    categories = tuple(_categories(content))
    return Released(
        release=listed(connection)[wanted],
        statements=tuple(_statements(content, categories, _first_releases(connection))),
        categories=categories,
        resources=tuple(_resources(content)),
        documents=tuple(_documents(content)),
        gone=tuple(_gone(connection, wanted, content, categories)),
        is_newest=wanted == newest_release(connection),
    )


def _same_names(kind: type, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says under the names that a value has for it."""
    return {one.name: row[one.name] for one in fields(kind) if one.name in row}


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(JOINER)))


def _statements(
    content: Content, categories: Iterable[Category], first: Mapping[str, int]
) -> Iterator[Statement]:
    labels = _labels(content, _seen_as(categories))
    evidence: dict[str, dict[str, str]] = defaultdict(dict)
    for (item, _, concept), row in content.of("strategy_concepts").items():
        evidence[item][concept] = row["evidence"]
    links = _links(content)
    live = {key[0]: row for key, row in content.of("strategies").items() if row["state"] == LIVE}
    for item, row in sorted(live.items(), key=lambda each: (each[1]["source"], each[1]["place"])):
        yield Statement(
            id=item,
            **_same_names(Statement, row),
            phases=_several(row["phase"]),
            labels=labels[item],
            evidence=evidence[item],
            resources=tuple(links[item]),
            first_release=first.get(item, 0),
        )


def _labels(
    content: Content, seen_as: Mapping[str, str]
) -> Mapping[str, Mapping[Facet, tuple[str, ...]]]:
    """Return the labels of each statement by kind, in their order."""
    found: dict[str, dict[Facet, tuple[str, ...]]] = defaultdict(dict)
    rows = (
        (Facet(facet), row["place"], concept, item)
        for (item, facet, concept), row in content.of("strategy_concepts").items()
        if seen_as.get(concept)
    )
    for facet, _, concept, item in sorted(rows, key=lambda row: (_FACETS.index(row[0]), *row[1:])):
        found[item][facet] = (*found[item].get(facet, ()), concept)
    return found


def _links(content: Content) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    rows = content.of("strategy_resources").items()
    for (item, resource), _ in sorted(rows, key=lambda each: (each[1]["place"], each[0])):
        found[item].append(resource)
    return found


def _categories(content: Content) -> Iterator[Category]:
    def place(each: tuple[Key, Mapping[str, Any]]) -> tuple[int, int, Key]:
        key, row = each
        return _FACETS.index(Facet(row["facet"])), row["place"], key

    for key, row in sorted(content.of("concepts").items(), key=place):
        known = _same_names(Category, row)
        known |= {"facet": Facet(row["facet"]), "alternates": _several(row["alternates"])}
        yield Category(id=key[0], order=row["place"], **known)


def _seen_as(categories: Iterable[Category]) -> Mapping[str, str]:
    """Return the category under which people see each one, "" where there is none."""
    by_id = {one.id: one for one in categories}

    def shown(concept: str, left: int) -> str:
        one = by_id.get(concept)
        if one is None or not left:
            return ""
        return shown(one.folds_into, left - 1) if one.hidden else concept

    return {concept: shown(concept, len(by_id)) for concept in by_id}


def _resources(content: Content) -> Iterator[LinkedResource]:
    for (item,), row in sorted(content.of("resources").items()):
        phases = _several(row.get("phase", ""))
        yield LinkedResource(id=item, **_same_names(LinkedResource, row), phases=phases)


def _documents(content: Content) -> Iterator[SourceDocument]:
    for (source,), row in sorted(content.of("documents").items()):
        yield SourceDocument(source=source, **_same_names(SourceDocument, row))


def _first_releases(connection: Connection) -> Mapping[str, int]:
    table = schema.ids
    rows = connection.execute(select(table.c.id, table.c.first_release))
    return {row.id: row.first_release for row in rows}


def _gone(
    connection: Connection, release: int, content: Content, categories: Iterable[Category]
) -> Iterator[Gone]:
    """Yield every id that was published by this release and is not shown in it by itself."""
    replaced = _replaced(content, categories)
    found = {key[0] for name in KINDS for key, row in content.of(name).items() if _is_shown(row)}
    for name, kind in KINDS.items():
        for (item,), versions in sorted(versions_of(connection, name, release).items()):
            if item not in found:
                yield Gone(
                    id=item,
                    kind=kind,
                    text=_last_words(name, versions),
                    replaced_by=standing_for(item, found, replaced),
                    since=_went_with(versions, release),
                )


def _replaced(content: Content, categories: Iterable[Category]) -> Mapping[str, tuple[str, ...]]:
    """Return what stands for each id that is not shown by itself, one step on."""
    found = {one.id: (one.folds_into,) for one in categories if one.hidden and one.folds_into}
    for item, by in sorted(content.tables["replacements"]):
        found[item] = tuple(dict.fromkeys((*found.get(item, ()), by)))
    return found


def _is_shown(row: Mapping[str, Any] | None) -> bool:
    return row is not None and row.get("state", LIVE) == LIVE and not row.get("hidden")


def _last_words(table: str, versions: Sequence[Version]) -> str:
    """Return what an id stood for when it was last there."""
    return next((known_as(table, one.values) for one in reversed(versions) if one.values), "")


def _went_with(versions: Sequence[Version], release: int) -> int:
    """Return the release an id went with; what was never shown by itself went as it came.

    What was loaded and is not there was taken away by hand since.
    """
    ends = [one.until or release + 1 for one in versions if _is_shown(one.values)]
    return min(max(ends, default=versions[0].since), release)
