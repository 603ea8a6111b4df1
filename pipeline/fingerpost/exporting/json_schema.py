"""The table of statements in, the JSON Schema (2020-12) of the same statements as JSON out."""

from typing import Any

from fingerpost.exporting.columns import LABEL_KINDS, Column, CuratedTable, Holds
from fingerpost.taxonomy import Taxonomy


def json_schema(strategies: CuratedTable, taxonomy: Taxonomy) -> dict[str, Any]:
    """Describe the file: a list of statements with exactly these properties, no other."""
    properties = {one.name: _property(one, taxonomy) for one in strategies.columns}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": strategies.means,
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(strategies.header),
            "additionalProperties": False,
        },
    }


def _property(column: Column, taxonomy: Taxonomy) -> dict[str, Any]:
    return {"description": column.means, **_kind(column, taxonomy)}


def _kind(column: Column, taxonomy: Taxonomy) -> dict[str, Any]:
    if column.name in LABEL_KINDS:
        of_kind = [one.id for one in taxonomy.concepts if one.facet == column.name]
        return _several({"enum": of_kind} if of_kind else False)
    if column.holds is Holds.SEVERAL:
        return _several({"type": "string", **_restricted(column)})
    if column.holds is Holds.SHARE:
        return {"type": ["number", "null"], "minimum": 0, "maximum": 1}
    if column.holds is Holds.DAY:
        return {"anyOf": [{"const": ""}, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}]}
    restricted = {"type": "string", **_restricted(column)}
    if column.always:
        return restricted if column.choices or column.pattern else {**restricted, "minLength": 1}
    return {"anyOf": [{"const": ""}, restricted]} if column.choices else restricted


def _several(item: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, "uniqueItems": True}


def _restricted(column: Column) -> dict[str, Any]:
    choices = {"enum": list(column.choices)} if column.choices else {}
    return choices | ({"pattern": column.pattern} if column.pattern else {})
