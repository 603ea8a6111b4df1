"""A parsed part in; the same tree in Transitional names and with one branch of every choice out."""

from typing import Final

from lxml.etree import QName
from lxml.etree import _Element as Element

_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"

W: Final = f"{{{_TRANSITIONAL}wordprocessingml/2006/main}}"
M: Final = f"{{{_TRANSITIONAL}officeDocument/2006/math}}"
R: Final = f"{{{_TRANSITIONAL}officeDocument/2006/relationships}}"
WP: Final = f"{{{_TRANSITIONAL}drawingml/2006/wordprocessingDrawing}}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC: Final = f"{{{_TRANSITIONAL}markup-compatibility/2006}}"

ALTERNATIVES: Final = f"{MC}AlternateContent"
CONFLICTS: Final = (f"{W14}conflictIns", f"{W14}conflictDel")
"""What another author put in and took out, where both worked on the file at once."""

_CHOICE: Final = f"{MC}Choice"
_FALLBACK: Final = f"{MC}Fallback"

_FROM_STRICT: Final = {
    f"{_STRICT}wordprocessingml/main": W,
    f"{_STRICT}officeDocument/math": M,
    f"{_STRICT}officeDocument/relationships": R,
    f"{_STRICT}drawingml/wordprocessingDrawing": WP,
}

# What a Word of today understands. A namespace of Microsoft's that carries a year is one of its
# own extensions; a reader that skipped those would lose the text boxes in them.
_MICROSOFT: Final = (
    "http://schemas.microsoft.com/office/word/20",
    "http://schemas.microsoft.com/office/drawing/20",
    "http://schemas.microsoft.com/ink/20",
    "http://schemas.microsoft.com/office/2019/",
)


def settle(root: Element) -> Element:
    """Rename Strict names and leave, of every mc:AlternateContent, the branch that Word shows."""
    if any(uri.startswith(_STRICT) for uri in root.nsmap.values() if uri):
        _rename(root)
    for alternatives in list(root.iter(ALTERNATIVES)):
        _choose(alternatives)
    return root


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


def _transitional(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    parts = QName(name)
    return _FROM_STRICT.get(parts.namespace or "", f"{{{parts.namespace}}}") + parts.localname


def _choose(alternatives: Element) -> None:
    """ISO/IEC 29500-3, 7.6: the first choice that is understood, else the fallback."""
    chosen = next(filter(_is_understood, alternatives.findall(_CHOICE)), None)
    if chosen is None:
        chosen = alternatives.find(_FALLBACK)
    for branch in list(alternatives):
        if branch is not chosen:
            alternatives.remove(branch)


def _is_understood(choice: Element) -> bool:
    prefixes = choice.get("Requires", "").split()
    return bool(prefixes) and all(_knows(choice.nsmap.get(prefix)) for prefix in prefixes)


def _knows(uri: str | None) -> bool:
    return uri is not None and uri.startswith((*_MICROSOFT, _TRANSITIONAL))
