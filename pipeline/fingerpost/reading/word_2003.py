"""The tree of a Word 2003 document saved as XML in; the parts that Word of today would write out.

The names are nearly those of today. What stood where it is used (notes, comments, headers, links)
becomes a part of its own with a reference to it; lists and tracked changes get their new names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from fingerpost.reading.namespaces import TRANSITIONAL, R, W

NAMESPACE: Final = "http://schemas.microsoft.com/office/word/2003/wordml"
ROOT: Final = f"{{{NAMESPACE}}}wordDocument"
_OLD: Final = f"{{{NAMESPACE}}}"
_AML: Final = "{http://schemas.microsoft.com/aml/2001/core}"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_PACKAGE: Final = f"{TRANSITIONAL}package/2006"
_RELATED: Final = f"{TRANSITIONAL}officeDocument/2006/relationships"
_RENAMED: Final = {
    "hlink": "hyperlink", "listPr": "numPr", "ilfo": "numId", "vmerge": "vMerge",
    "hmerge": "hMerge", "lists": "numbering", "listDef": "abstractNum", "list": "num",
    "ilst": "abstractNumId", "nfc": "numFmt", "listStyleLink": "numStyleLink",
    "listDefId": "abstractNumId",
}  # fmt: skip
_TRACKED: Final = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_COMMENT: Final = "Word.Comment"
_RANGES: Final = {
    "Word.Comment.Start": "commentRangeStart",
    "Word.Comment.End": "commentRangeEnd",
}
_FORMATS: Final = {
    "0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
    "5": "ordinal", "6": "cardinalText", "7": "ordinalText", "22": "decimalZero", "23": "bullet",
    "255": "none",
}  # fmt: skip
_WITHOUT_WORDS: Final = tuple(
    W + name for name in ("binData", "docOleData", "docSuppData", "fonts", "shapeDefaults")
)


@dataclass(slots=True)
class _Parts:
    """What has been taken out of the body so far; `links` are id, kind, target and mode."""

    stories: dict[str, Element] = field(default_factory=dict)
    links: list[tuple[str, str, str, str]] = field(default_factory=list)

    def link(self, kind: str, target: str, mode: str = "Internal") -> str:
        """A new relationship of the document."""
        link_id = f"rId{len(self.links) + 1}"
        self.links.append((link_id, kind, target, mode))
        return link_id

    def story(self, name: str, kind: str) -> Element:
        """The part of that name; made, and named by the document, when first asked for."""
        if name not in self.stories:
            self.stories[name] = etree.Element(W + kind)
            self.link("header" if kind == "hdr" else "footer" if kind == "ftr" else kind, name)
        return self.stories[name]


def parts_of(root: Element) -> dict[str, bytes]:
    """The parts of the package, by name."""
    _rename(root)
    parts = _Parts()
    for element in list(root.iter(*_WITHOUT_WORDS)):
        _take_out(element)
    for annotation in list(root.iter(f"{_AML}annotation")):
        _settle_annotation(annotation, parts)
    for link in root.iter(f"{W}hyperlink"):
        _settle_link(link, parts)
    for name in ("footnote", "endnote"):
        for note in list(root.iter(W + name)):
            _settle_note(note, name, parts)
    for name in ("hdr", "ftr"):
        for margin in list(root.iter(W + name)):
            _settle_margin(margin, name, parts)
    _take_definitions(root, parts)
    return _written(root, parts)


def _rename(root: Element) -> None:
    """Give all that is Word's the names of today; no text is touched."""
    for element in root.iter():
        if element.tag.startswith(_OLD):
            name = element.tag.removeprefix(_OLD)
            element.tag = W + _RENAMED.get(name, name)
        for key in element.attrib:
            if str(key).startswith(_OLD):
                name = str(key).removeprefix(_OLD)
                element.attrib[W + _RENAMED.get(name, name)] = element.attrib.pop(key)


def _settle_annotation(annotation: Element, parts: _Parts) -> None:
    """Tracked changes become elements, a comment goes to its part; the rest says nothing."""
    kind = annotation.get(f"{W}type", "")
    content = annotation.find(f"{_AML}content")
    inner = [] if content is None else list(content)
    if kind in _TRACKED:
        change = etree.Element(W + _TRACKED[kind])
        change.extend(inner)
        _put_for(annotation, [change])
    elif kind == _COMMENT:
        note_id = annotation.get(f"{_AML}id", "")
        _put_for(annotation, [_apart("comment", inner, parts, note_id)])
    elif kind in _RANGES:
        limit = etree.Element(W + _RANGES[kind], {f"{W}id": annotation.get(f"{_AML}id", "")})
        _put_for(annotation, [limit])


def _settle_note(note: Element, name: str, parts: _Parts) -> None:
    """A note that stands where its mark is seen; those in the settings are only separators."""
    parent = note.getparent()
    if parent is not None and parent.tag == f"{W}r":
        _put_for(note, [_apart(name, list(note), parts)])


def _apart(name: str, blocks: Iterable[Element], parts: _Parts, note_id: str = "") -> Element:
    """Put blocks into a part of notes or comments and return the reference to them."""
    story = parts.story(f"{name}s.xml", f"{name}s")
    note_id = note_id or str(len(story) + 1)
    etree.SubElement(story, W + name, {f"{W}id": note_id}).extend(blocks)
    return etree.Element(f"{W}{name}Reference", {f"{W}id": note_id})


def _settle_link(link: Element, parts: _Parts) -> None:
    if target := link.attrib.pop(f"{W}dest", ""):
        link.set(f"{R}id", parts.link("hyperlink", str(target), "External"))
    if place := link.attrib.pop(f"{W}bookmark", ""):
        link.set(f"{W}anchor", str(place))


def _settle_margin(margin: Element, name: str, parts: _Parts) -> None:
    story = parts.story(f"{name}{len(parts.links) + 1}.xml", name)
    story.extend(list(margin))
    reference = etree.Element(f"{W}{'header' if name == 'hdr' else 'footer'}Reference")
    reference.set(f"{R}id", parts.links[-1][0])
    _put_for(margin, [reference])


def _take_definitions(root: Element, parts: _Parts) -> None:
    """Styles and lists of the document; chunks pasted into the body carry copies of their own."""
    for name in ("styles", "numbering"):
        found = next(root.iter(W + name), None)
        if found is not None:
            parts.stories[f"{name}.xml"] = found
            parts.link(name, f"{name}.xml")
    lists = parts.stories.get("numbering.xml")
    for level in () if lists is None else lists.iter(f"{W}lvl"):
        _settle_format(level)


def _settle_format(level: Element) -> None:
    """Formats of numbers were numbers themselves, and 0, which counts 1, 2, 3, was left unsaid."""
    stated = level.find(f"{W}numFmt")
    if stated is None:
        stated = etree.SubElement(level, f"{W}numFmt", {f"{W}val": "0"})
    code = stated.get(f"{W}val", "0")
    stated.set(f"{W}val", _FORMATS.get(code, "decimal"))


def _written(root: Element, parts: _Parts) -> dict[str, bytes]:
    document = etree.Element(f"{W}document")
    document.extend(root.findall(f"{W}body"))
    written = {
        f"word/{name}": etree.tostring(story, with_tail=False)
        for name, story in parts.stories.items()
    }
    written["word/document.xml"] = etree.tostring(document)
    written["word/_rels/document.xml.rels"] = _relationships(parts.links)
    written["docProps/core.xml"] = _properties(root.find(f"{_OFFICE}DocumentProperties"))
    written["_rels/.rels"] = _relationships(
        [
            ("rId1", "officeDocument", "word/document.xml", "Internal"),
            ("rId2", "metadata/core-properties", "docProps/core.xml", "Internal"),
        ]
    )
    written["[Content_Types].xml"] = etree.tostring(etree.Element("Types"))
    return written


def _relationships(links: Iterable[tuple[str, str, str, str]]) -> bytes:
    root = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
    for link_id, kind, target, mode in links:
        etree.SubElement(
            root,
            f"{{{_PACKAGE}/relationships}}Relationship",
            {"Id": link_id, "Type": f"{_RELATED}/{kind}", "Target": target, "TargetMode": mode},
        )
    return etree.tostring(root)


def _properties(said: Element | None) -> bytes:
    root = etree.Element(f"{{{_PACKAGE}/metadata/core-properties}}coreProperties")
    for name, tag in (
        ("Title", "{http://purl.org/dc/elements/1.1/}title"),
        ("LastSaved", "{http://purl.org/dc/terms/}modified"),
    ):
        text = "" if said is None else said.findtext(_OFFICE + name, "")
        etree.SubElement(root, tag).text = text
    return etree.tostring(root)


def _put_for(element: Element, others: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = others


def _take_out(element: Element) -> None:
    _put_for(element, [])
