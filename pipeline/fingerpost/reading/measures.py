"""Attribute values of WordprocessingML in; Python numbers and truths out."""

import re
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.namespaces import W

VAL: Final = f"{W}val"
_LONGEST_NUMBER: Final = 11
_OFF: Final = frozenset({"0", "false", "off"})
_MEASURE: Final = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d*)?)\s*(mm|cm|in|pt|pc|pi)?\s*")
# Twentieths of a point in each unit that Strict files may use (ISO/IEC 29500-1, 22.9.2.15).
_TWENTIETHS: Final = {"mm": 56.6929, "cm": 566.929, "in": 1440, "pt": 20, "pc": 240, "pi": 240}


def children(properties: Element | None) -> dict[str, Element]:
    """What a properties element says, by tag; nothing for one that is missing."""
    return {} if properties is None else {child.tag: child for child in properties}


def value(element: Element | None) -> str:
    """The `w:val` of an element that may be missing."""
    return "" if element is None else element.get(VAL, "")


def is_on(element: Element) -> bool:
    """An on/off element without a value is on."""
    return element.get(VAL, "1").lower() not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number, or None where Word would not read one."""
    try:
        return int(text) if text and len(text) <= _LONGEST_NUMBER else None
    except ValueError:
        return None


def twentieths(text: str | None) -> int | None:
    """A length in twentieths of a point, bare or with a unit."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    number, unit = match.groups()
    return round(float(number) * (_TWENTIETHS[unit] if unit else 1))
