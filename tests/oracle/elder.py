"""The bytes of a Word 2003 document saved as XML in, the scribes of its stories out.

Its names are nearly those of today, so its events are given to scribes under the names of today.
Notes, comments, headers and footers stand inside the body and go to scribes of their own.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from tests.oracle.definitions import Styles, attribute, child, local, read_styles
from tests.oracle.lists import Lists, read_lists
from tests.oracle.markup import Attributes, Listener, listen
from tests.oracle.package import UnreadableError
from tests.oracle.scribe import Scribe

_MARK = b"schemas.microsoft.com/office/word/2003/wordml"
_HEAD = 65_536
_TODAY = {"w:hlink": "w:hyperlink", "w:listPr": "w:numPr", "w:ilfo": "w:numId"}
_ANNOTATIONS = {
    "Word.Insertion": "w:ins",
    "Word.Deletion": "w:del",
    "Word.Comment": "w:comment",
}
_STORIES = frozenset({"w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment"})
_NOTICE = "w:notice"
_APART = _STORIES | {_NOTICE}
_OF_LISTS = {
    "listDef": "abstractNum",
    "list": "num",
    "ilst": "abstractNumId",
    "nfc": "numFmt",
    "listStyleLink": "numStyleLink",
}
_IDS = {"listDefId": "abstractNumId", "ilfo": "numId"}
_KINDS = {"23": "bullet", "255": "none"}


def is_elder(data: bytes) -> bool:
    """Say whether the first lines of an XML file name the vocabulary of Word 2003."""
    head = data[:_HEAD].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").startswith(b"<") and _MARK in head


def read_elder(data: bytes) -> tuple[list[Scribe], Styles, Lists]:
    """Read the document: its scribes, the body's first, its styles and its lists."""
    styles, lists = _definitions(data)
    translator = _Translator(styles)
    listen("the file", data, Listener(translator.start, translator.end, translator.text))
    for scribe in translator.scribes:
        scribe.settle()
    return translator.scribes, styles, lists


def _definitions(data: bytes) -> tuple[Styles, Lists]:
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        raise UnreadableError("damaged-xml", str(error)) from error
    for element in root.iter():
        _rename(element)
    styles = read_styles(child(root, "styles"))
    return styles, read_lists(child(root, "lists"), styles)


def _rename(element: Element) -> None:
    """Give lists the names of today; formats of numbers were numbers."""
    name = local(element)
    if name == "nfc":
        element.attrib = {"val": _KINDS.get(attribute(element, "val") or "", "decimal")}
    for old, new in _IDS.items():
        if (id_ := attribute(element, old)) is not None:
            element.set(new, id_)
    element.tag = {"listPr": "numPr", "ilfo": "numId", **_OF_LISTS}.get(name, name)


class _Same(dict[str, str]):
    """Addresses stand at the links themselves."""

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        return key or default


class _Translator:
    """Gives events to the scribe of the story that they stand in."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.scribes = [Scribe(styles, _Same())]
        self._writing = [self.scribes[0]]
        self._names: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        name = self._today(name, attributes)
        if name in _APART:
            self._writing.append(Scribe(self._styles, _Same()))
            self.scribes += self._writing[-1:] if name in _STORIES else []
        self._names.append(name)
        self._writing[-1].start(name, _links(attributes))

    def end(self, _name: str) -> None:
        name = self._names.pop()
        self._writing[-1].end(name)
        if name in _APART:
            self._writing.pop()

    def text(self, text: str) -> None:
        self._writing[-1].text(text)

    def _today(self, name: str, attributes: Mapping[str, str]) -> str:
        if name == "aml:annotation":
            return _ANNOTATIONS.get(attributes.get("w:type", ""), name)
        if name in {"w:footnote", "w:endnote"} and self._names[-1:] != ["w:r"]:
            return _NOTICE
        return _TODAY.get(name, name)


def _links(attributes: Attributes) -> Attributes:
    """Return the attributes with the address and the place of a link under the names of today."""
    if "w:dest" in attributes or "w:bookmark" in attributes:
        place = attributes.get("w:bookmark", "")
        return {**attributes, "r:id": attributes.get("w:dest", ""), "w:anchor": place}
    return attributes
