"""A parsed part in; the same tree in Transitional names out."""

from functools import lru_cache
from typing import Final

from lxml.etree import QName
from lxml.etree import _Element as Element

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"

W: Final = f"{{{TRANSITIONAL}wordprocessingml/2006/main}}"
M: Final = f"{{{TRANSITIONAL}officeDocument/2006/math}}"
R: Final = f"{{{TRANSITIONAL}officeDocument/2006/relationships}}"
WP: Final = f"{{{TRANSITIONAL}drawingml/2006/wordprocessingDrawing}}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC: Final = f"{{{TRANSITIONAL}markup-compatibility/2006}}"
A: Final = f"{{{TRANSITIONAL}drawingml/2006/main}}"
C: Final = f"{{{TRANSITIONAL}drawingml/2006/chart}}"
DGM: Final = f"{{{TRANSITIONAL}drawingml/2006/diagram}}"
CX: Final = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
VML: Final = "{urn:schemas-microsoft-com:vml}"

CONFLICTS: Final = (f"{W14}conflictIns", f"{W14}conflictDel")
"""What another author put in and took out, where both worked on the file at once."""

_FROM_STRICT: Final = {
    f"{_STRICT}wordprocessingml/main": W,
    f"{_STRICT}officeDocument/math": M,
    f"{_STRICT}officeDocument/relationships": R,
    f"{_STRICT}drawingml/wordprocessingDrawing": WP,
    f"{_STRICT}drawingml/main": A,
    f"{_STRICT}drawingml/chart": C,
    f"{_STRICT}drawingml/diagram": DGM,
    f"{_STRICT}drawingml/picture": f"{{{TRANSITIONAL}drawingml/2006/picture}}",
}
# The first Word to write Strict files had a name of its own for what is in a text box.
_BOX_OF_2013: Final = "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent"


def make_transitional(root: Element) -> None:
    """Rename Strict elements and attributes, once after parsing; no text is touched."""
    if any(uri.startswith(_STRICT) for uri in root.nsmap.values() if uri):
        _rename(root)


def transitional_uri(uri: str) -> str:
    """A Strict namespace by its Transitional name, any other as it is."""
    if not uri.startswith(_STRICT):
        return uri
    renamed = _FROM_STRICT.get(uri)
    return renamed[1:-1] if renamed else uri


def local_name(element: Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2]


def _rename(root: Element) -> None:
    for element in root.iter():
        element.tag = _transitional(element.tag)
        for name in element.attrib:
            renamed = _transitional(str(name))
            if renamed != name:
                element.attrib[renamed] = element.attrib.pop(name)


@lru_cache(maxsize=1024)
def _transitional(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return f"{W}txbxContent" if name == _BOX_OF_2013 else name
    parts = QName(name)
    return _FROM_STRICT.get(parts.namespace or "", f"{{{parts.namespace}}}") + parts.localname
