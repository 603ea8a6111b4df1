"""An element in; the elements below it of the rare kinds that several readers ask for, by tag, out.

A walk through a part costs some sixty nanoseconds an element, whatever it looks for: one finds all.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.fields import FIELD_MARK
from fingerpost.reading.namespaces import W
from fingerpost.reading.revisions import CHANGES

REFERENCES: Final = {"header": f"{W}headerReference", "footer": f"{W}footerReference"}
"""What a section names its headers and footers by."""

_KINDS: Final = (FIELD_MARK, *REFERENCES.values(), *CHANGES)

Rarities = Mapping[str, Sequence[Element]]


def find_rarities(root: Element) -> Rarities:
    """Field marks, references to headers and footers, and tracked changes, each in their order."""
    found: dict[str, list[Element]] = {}
    for node in root.iter(*_KINDS):
        found.setdefault(node.tag, []).append(node)
    return found
