"""Statements and whatever else a test is about in, one release of a directory as plain values out."""

from collections.abc import Iterable, Mapping

from fingerpost.released import Category, Release, Released, Statement
from fingerpost.taxonomy import Facet

_COUNTS = ("added", "changed", "moved", "relabelled", "retired", "revived")


def released(
    statements: Iterable[Statement],
    *,
    number: int = 1,
    created_at: str = "2026-09-01T10:00:00+00:00",
    signed_off_by: str = "Grace Example",
    categories: Iterable[Category] = (),
    **more: object,
) -> Released:
    """Make a release; `more` are fields of Released, or how many statements were added and so on."""
    shown = tuple(statements)
    counts = {name: more.pop(name, 0) for name in _COUNTS}
    return Released(
        release=Release(
            number=number,
            created_at=created_at,
            signed_off_by=signed_off_by,
            manifest_digest="0" * 64,
            restores=None,
            statements=len(shown),
            **counts,
        ),
        statements=shown,
        categories=tuple(categories),
        **more,
    )


def labels_of(
    categories: Iterable[Category], ids: Iterable[str]
) -> Mapping[Facet, tuple[str, ...]]:
    """Return labels by kind, in the order they are named."""
    kinds = {one.id: one.facet for one in categories}
    found: dict[Facet, tuple[str, ...]] = {}
    for one in ids:
        found[kinds[one]] = (*found.get(kinds[one], ()), one)
    return found
