"""Content controls bound to data of the package in; what an empty one shows out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import AltKind
from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.forms import is_empty
from fingerpost.reading.namespaces import W
from fingerpost.reading.package import Package
from fingerpost.reading.pictures import Words

_BINDING: Final = f"{W}sdtPr/{W}dataBinding"
_PICTURE: Final = f"{W}sdtPr/{W}picture"
_STEP: Final = re.compile(r"/(@?)(?:([\w.-]+):)?([\w.-]+|\*)(?:\[(\d{1,6})\])?")
_PREFIX: Final = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_ITEM_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_DESCRIBES: Final = "customXmlProps"
# Stores that every package has, by the ids that Word gives them.
_PROPERTIES: Final = {
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties",
    "{6668398D-A668-4E3E-A5EB-62B293D839F1}": "extended-properties",
}


@dataclass(slots=True)
class Stores:
    """The data of a package that content controls may be bound to; each store is read once."""

    package: Package
    _roots: dict[str, tuple[Element, str] | None] = field(default_factory=dict)

    def shown(self, control: Element) -> Words | None:
        """What an empty control shows because its data says so; the data of a picture are no words."""
        binding = control.find(_BINDING)
        if binding is None or not is_empty(control) or control.find(_PICTURE) is not None:
            return None
        store = self._store(binding.get(f"{W}storeItemID", "").upper())
        if store is None:
            return None
        spaces = dict(_PREFIX.findall(binding.get(f"{W}prefixMappings", "")))
        text = " ".join(_at(store[0], binding.get(f"{W}xpath", ""), spaces).split())
        return Words(AltKind.CHOICE, text, store[1]) if text else None

    def _store(self, item: str) -> tuple[Element, str] | None:
        if item not in self._roots:
            self._roots[item] = self._open(item)
        return self._roots[item]

    def _open(self, item: str) -> tuple[Element, str] | None:
        try:
            for name in self._names(item):
                part = self.package.part(name)
                if part is not None:
                    return part.root, part.name
        except DocumentRefused as fault:
            if fault.code == refusal.UNSAFE:
                raise
        return None

    def _names(self, item: str) -> Iterator[str]:
        """The parts that may be the store: one of every package's, or a part that bears its id."""
        if (kind := _PROPERTIES.get(item)) is not None:
            links = self.package.links("").values()
            yield from (link.target for link in links if link.kind == kind)
            return
        held = [name for name in self.package.entries if name.startswith("customxml/")]
        yield from (name for name in held if "/_rels/" not in name and self._bears(name, item))

    def _bears(self, name: str, item: str) -> bool:
        links = self.package.links(name).values()
        described = (self.package.part(link.target) for link in links if link.kind == _DESCRIBES)
        return any(part.root.get(_ITEM_ID, "").upper() == item for part in described if part)


def _at(root: Element, path: str, spaces: dict[str, str]) -> str:
    """The text at a plain path of names and places; any other path finds nothing."""
    path = path.removesuffix("/text()")
    steps = list(_STEP.finditer(path))
    if not steps or "".join(step[0] for step in steps) != path:
        return ""
    nodes = [root] if _names(root, steps[0], spaces) else []
    for step in steps[1:]:
        if step[1]:
            return next((node.get(_full(step, spaces), "") for node in nodes), "")
        place = int(step[4] or 1)
        found = [child for node in nodes for child in node if _names(child, step, spaces)]
        nodes = found[place - 1 : place]
    return "".join(str(text) for node in nodes[:1] for text in node.itertext())


def _names(node: Element, step: re.Match[str], spaces: dict[str, str]) -> bool:
    return step[3] == "*" or node.tag == _full(step, spaces)


def _full(step: re.Match[str], spaces: dict[str, str]) -> str:
    uri = spaces.get(step[2] or "", "")
    return f"{{{uri}}}{step[3]}" if uri else step[3]
