"""A package in; the title and the date that its properties state out."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.package import Package

_KINDS: Final = frozenset({"core-properties", "coreProperties"})
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_MODIFIED: Final = "{http://purl.org/dc/terms/}modified"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself; `edition` is an ISO date. Empty where it says nothing."""

    title: str = ""
    edition: str = ""


def read_properties(package: Package) -> Properties:
    """The properties of a document; missing or damaged ones say nothing, unsafe ones refuse it."""
    links = package.links("").values()
    name = next((link.target for link in links if link.kind in _KINDS), "")
    try:
        part = package.part(name) if name else None
    except DocumentRefused as fault:
        if fault.code == refusal.UNSAFE:
            raise
        return Properties()
    if part is None:
        return Properties()
    return Properties(_text(part.root.find(_TITLE)), _date(_text(part.root.find(_MODIFIED))))


def _text(node: Element | None) -> str:
    return "" if node is None else " ".join((node.text or "").split())


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
