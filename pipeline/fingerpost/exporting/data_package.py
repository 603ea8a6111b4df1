"""The curated tables in, a Data Package that describes them out (datapackage.org, version 2)."""

from collections.abc import Iterable
from typing import Any

from fingerpost.exporting.columns import Column, CuratedTable, Holds, Link
from fingerpost.rulebook import Rulebook
from fingerpost.tables import JOINER

_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES: dict[Holds, dict[str, Any]] = {
    Holds.TEXT: {"type": "string"},
    Holds.SEVERAL: {"type": "list", "delimiter": JOINER, "itemType": "string"},
    Holds.WHOLE: {"type": "integer"},
    Holds.SHARE: {"type": "number"},
    Holds.YES_NO: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Holds.DAY: {"type": "date"},
    Holds.MOMENT: {"type": "datetime", "format": "any"},
}
_SEVERAL = f"Several are joined by {JOINER}, so that no key can lead from here."


def data_package(tables: Iterable[CuratedTable], rulebook: Rulebook) -> dict[str, Any]:
    """Describe the tables: what each column holds, what tells rows apart, and where they lead."""
    council = rulebook.council
    return {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": f"{council.id}-directory",
        "title": f"{council.name}: directory of strategies",
        "description": (
            "Statements of the council's guidance, labelled, with what they link to and where "
            "they come from."
        ),
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: CuratedTable) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILE}dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.means,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": [_key(link, table) for link in table.links]} if table.links else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = _constraints(column)
    return {
        "name": column.name,
        "description": _described(column),
        **_TYPES[column.holds],
        **({"constraints": constraints} if constraints else {}),
    }


def _described(column: Column) -> str:
    if column.holds is not Holds.SEVERAL:
        return column.means
    choices = f" Any of: {', '.join(column.choices)}." if column.choices else ""
    return f"{column.means}{choices} {_SEVERAL}"


def _constraints(column: Column) -> dict[str, Any]:
    """Return what a value must keep to; a list's single values can be held to nothing here."""
    found: dict[str, Any] = {"required": True} if column.always else {}
    if column.holds is Holds.SHARE:
        found |= {"minimum": 0, "maximum": 1}
    if column.holds is Holds.WHOLE:
        found |= {"minimum": 0}
    if column.holds is Holds.TEXT and column.choices:
        found["enum"] = list(column.choices)
    if column.holds is Holds.TEXT and column.pattern:
        found["pattern"] = column.pattern
    return found


def _key(link: Link, table: CuratedTable) -> dict[str, Any]:
    reference: dict[str, Any] = {"fields": [link.there]}
    if link.table != table.name:
        reference = {"resource": link.table, **reference}
    return {"fields": [link.column], "reference": reference}
