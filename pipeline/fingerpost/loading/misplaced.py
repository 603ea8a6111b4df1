"""What stands in a directory in, what somebody put there where something else belongs, in words, out."""

import math
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from fingerpost.loading.contents import Content, Key
from fingerpost.loading.schema import BY_RELEASE, LIVE, RETIRED, keys_of, values_of
from fingerpost.taxonomy import Facet

_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"facet": tuple(Facet), "state": (LIVE, RETIRED)}
)
"""What may stand in some columns, whatever their table."""


def misfits(content: Content, touched: Collection[tuple[str, Key]] | None = None) -> Iterator[str]:
    """Name each value that its column cannot hold; where `touched` is given, in those rows alone."""
    for name, table in BY_RELEASE.items():
        columns, rows = (*keys_of(table), *values_of(table)), content.tables[name]
        for key in sorted(rows, key=str):
            if touched is None or (name, key) in touched:
                yield from _of_row(name, key, dict(zip(columns, (*key, *rows[key]), strict=True)))


def circles(content: Content) -> Mapping[str, str]:
    """Say of each category whose way upwards, or to what it is shown as, never ends that it does."""
    ways = _ways(content)
    return {
        one: f"{one} has {way!r} for {column}, which leads round in a circle"
        for one, (column, way) in ways.items()
        if _goes_round(one, ways)
    }


def dead_ends(content: Content) -> Mapping[str, str]:
    """Say of each category that belongs to, or is shown as, one that there is not that it does."""
    ways = _ways(content)
    return {
        one: f"{one} has {way!r} for {column}, which is no category"
        for one, (column, way) in ways.items()
        if way and way not in ways
    }


def _ways(content: Content) -> Mapping[str, tuple[str, str]]:
    """Return where each category leads: a hidden one to what it is shown as, others upwards."""
    found = {}
    for (one,), row in sorted(content.of("concepts").items()):
        column = "folds_into" if row["hidden"] else "parent"
        found[one] = column, row[column]
    return found


def _goes_round(one: str, ways: Mapping[str, tuple[str, str]]) -> bool:
    seen: set[str] = set()
    while one in ways and one not in seen:
        seen.add(one)
        one = ways[one][1]
    return one in seen


def _of_row(name: str, key: Key, row: Mapping[str, Any]) -> Iterator[str]:
    for column, value in row.items():
        if not _fits(name, column, value):
            yield f"{' '.join(map(str, key))} has {value!r} for {column} in the table {name}"


def _fits(table: str, column: str, value: Any) -> bool:
    if column in _CHOICES:
        return value in _CHOICES[column]
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return value is None or isinstance(value, BY_RELEASE[table].c[column].type.python_type)
