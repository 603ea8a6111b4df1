"""The bytes of a Word file in, the paragraphs whose letters have a look of their own, by place, out."""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

LOOKS: Final = ("i", "u", "vertAlign", "smallCaps", "caps")
_BLOCK: Final = frozenset(
    ("p", "tbl", "r", "t", "delText", "hyperlink", "fldSimple", "ruby", "oMath", "oMathPara")
)
_INSIDE: Final = {
    "p": frozenset(("p", "tbl", "txbxContent")),
    "tbl": _BLOCK | {"tr"},
    "tr": _BLOCK | {"tc"},
}
_NOTES: Final = ("footnote", "endnote", "comment")
_MARGINS: Final = ("header", "footer")
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_UNDERSTOOD: Final = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/word/20",
    "http://schemas.microsoft.com/office/drawing/20",
    "http://schemas.microsoft.com/ink/20",
    "http://schemas.microsoft.com/office/2019/",
)


def name_of(element: Element) -> str:
    """Return the tag without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    return next(
        (str(text) for key, text in element.items() if str(key).rpartition("}")[2] == name), ""
    )


def dressed_paragraphs(data: bytes) -> Iterator[tuple[str, Element]]:
    """Yield the place and the element of every paragraph with italics, underlining and the like."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {_key(name): name for name in archive.namelist()}
        yield from _dressed(_Parts(archive, names))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a package; a name is found whatever its case and slashes."""

    archive: zipfile.ZipFile
    names: dict[str, str]

    def tree(self, name: str) -> Element | None:
        """Parse a part, if there is one."""
        there = self.names.get(_key(name))
        if there is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        return etree.fromstring(self.archive.read(there), parser)

    def targets(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts of a kind that a part points to, by relationship."""
        folder, base = posixpath.split(part)
        arrows = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {
            arrow.get("Id", ""): posixpath.join("/", folder, arrow.get("Target", ""))
            for arrow in ([] if arrows is None else arrows)
            if arrow.get("Type", "").endswith(f"/{kind}") and arrow.get("TargetMode") != "External"
        }


def _key(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _dressed(parts: _Parts) -> Iterator[tuple[str, Element]]:
    for place, root in _stories(parts):
        wanted = {_paragraph_of(node) for node in root.iter(*(f"{{*}}{name}" for name in LOOKS))}
        if wanted - {None}:
            yield from ((at, found) for at, found in _walk(root, place) if found in wanted)


def _stories(parts: _Parts) -> Iterator[tuple[str, Element]]:
    main = next(iter(parts.targets("", "officeDocument").values()))
    document = parts.tree(main)
    if document is None:
        return
    yield "body", document
    for kind in _NOTES:
        for target in list(parts.targets(main, f"{kind}s").values())[:1]:
            yield from _numbered(kind, _notes(parts.tree(target), kind))
    for kind in _MARGINS:
        targets = parts.targets(main, kind)
        ids = (attribute(node, "id") for node in document.iter(f"{{*}}{kind}Reference"))
        named = dict.fromkeys(targets[one] for one in ids if one in targets)
        yield from _numbered(kind, filter(lambda root: root is not None, map(parts.tree, named)))


def _numbered(kind: str, roots: Iterable[Element | None]) -> Iterator[tuple[str, Element]]:
    for number, root in enumerate(roots, start=1):
        if root is not None:
            yield f"{kind}[{number}]", root


def _notes(root: Element | None, kind: str) -> Iterator[Element]:
    for node in () if root is None else root:
        if name_of(node) == kind and attribute(node, "type") not in _SEPARATORS:
            yield node


def _paragraph_of(look: Element) -> Element | None:
    """The paragraph whose letters have this look; the look of its mark is none of theirs."""
    properties = look.getparent()
    run = None if properties is None else properties.getparent()
    if properties is None or run is None or name_of(properties) != "rPr" or name_of(run) != "r":
        return None
    return next((above for above in run.iterancestors() if name_of(above) == "p"), None)


def _walk(parent: Element, path: str) -> Iterator[tuple[str, Element]]:
    """Yield all paragraphs below an element with their places, boxes after what holds them."""
    counts = Counter[str]()
    kind = name_of(parent)
    for child in _nearest(parent, _INSIDE.get(kind, _INSIDE["p"] if kind == "r" else _BLOCK)):
        step = name_of(child).replace("txbxContent", "txbx")
        counts[step] += 1
        place = f"{path}/{step}[{counts[step]}]"
        if step == "p":
            yield place, child
        yield from _walk(child, place)


def _nearest(parent: Element, kinds: frozenset[str]) -> Iterator[Element]:
    """Look through everything that is not of these kinds."""
    for child in shown(parent):
        if name_of(child) in kinds:
            yield child
        elif len(child):
            yield from _nearest(child, kinds)


def shown(parent: Element) -> Iterable[Element]:
    """Return the children; of alternate content the branch that Word takes."""
    if name_of(parent) != "AlternateContent":
        return (child for child in parent if isinstance(child.tag, str))
    choices = [child for child in parent if name_of(child) == "Choice" and _is_understood(child)]
    return choices[:1] or [child for child in parent if name_of(child) == "Fallback"]


def _is_understood(choice: Element) -> bool:
    prefixes = choice.get("Requires", "").split()
    return bool(prefixes) and all(
        (choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in prefixes
    )
