"""The bytes of a Word file in, how the letters of its paragraphs look, by place, out.

Mammoth says what is in italics, underlined, raised or set in small capitals. It knows no places, so
each paragraph it is given carries a bookmark, which comes through as an anchor. It is given only
the paragraphs whose letters have such a look; all else is known from the document model.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from lxml.etree import _Element as Element

from fingerpost.copying.places import dressed_paragraphs

if TYPE_CHECKING:
    from bs4.element import NavigableString, Tag

Look = frozenset[str]
"""How letters look: any of `em`, `u`, `sup`, `sub` and of the two kinds of capitals."""

Looks = tuple[tuple[str, Look], ...]
"""The letters of a paragraph, cut where their look changes."""

MOST_LETTERS: Final = 300_000
"""Documents with more are copied without these looks, which would take seconds."""

_MOST_NODES: Final = 60_000
_PREFIX: Final = "fp-"
CAPITALS: Final = frozenset({"small-caps", "all-caps"})
_SHOWN: Final = CAPITALS | {"em", "u", "sup", "sub"}
_STYLE_MAP: Final = "u => u\nsmall-caps => span.small-caps\nall-caps => span.all-caps"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DROPPED: Final = tuple(
    f"{{*}}{name}"
    for name in (
        "pPr", "drawing", "pict", "object", "fldChar", "instrText", "bookmarkStart", "bookmarkEnd",
        "footnoteReference", "endnoteReference", "commentReference", "tbl", "rStyle", "sdtPr",
        "AlternateContent", "del", "moveFrom", "hyperlink",
    )
)  # fmt: skip
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="m" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="document.xml"/>'
    "</Relationships>"
)
_TYPES: Final = f'<Types xmlns="{_PACKAGE}/content-types"/>'


def read_looks(data: bytes, letters: int) -> dict[str, Looks]:
    """Read the looks of all paragraphs that have any; `letters` is how many the document has.

    A look is an ornament: whatever is wrong with the file or in Mammoth, the copy is made without.
    """
    if letters > MOST_LETTERS:
        return {}
    try:
        return _read(data)
    except Exception:  # noqa: BLE001 - see above
        return {}


def _read(data: bytes) -> dict[str, Looks]:
    found = list(dressed_paragraphs(data))
    if not found or sum(1 for _, element in found for _ in element.iter()) > _MOST_NODES:
        return {}
    import mammoth
    from bs4 import BeautifulSoup

    package = _stamped(element for _, element in found)
    page = BeautifulSoup(
        mammoth.convert_to_html(package, style_map=_STYLE_MAP, id_prefix="").value, "lxml"
    )
    places = {f"{_PREFIX}{number}": place for number, (place, _) in enumerate(found)}
    return {
        places[str(anchor["id"])]: _runs(anchor.parent)
        for anchor in page.find_all("a", id=True)
        if str(anchor["id"]) in places and anchor.parent is not None
    }


def _runs(paragraph: "Tag") -> Looks:
    """Cut a paragraph of Mammoth's into texts, each with the elements it stands in."""
    return tuple(
        (str(text), _SHOWN & set(_names_above(text))) for text in paragraph.find_all(string=True)
    )


def _names_above(text: "NavigableString") -> Iterator[str]:
    for above in text.parents:
        yield above.name
        yield from above.get_attribute_list("class")


def _stamped(paragraphs: Iterable[Element]) -> io.BytesIO:
    """Make a small package of copies of paragraphs, each with a bookmark that holds its number."""
    body = b"".join(_stamp(element, number) for number, element in enumerate(paragraphs))
    document = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (_W.encode(), body)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONSHIPS)
        archive.writestr("document.xml", document)
    file.seek(0)
    return file


def _stamp(element: Element, number: int) -> bytes:
    copied = deepcopy(element)
    copied.tail = None
    for node in list(copied.iter(*_DROPPED)):
        _take_out(node, keep=node.tag.endswith("}hyperlink"))
    space = etree.QName(copied).namespace
    mark = etree.Element(f"{{{space}}}bookmarkStart")
    mark.set(f"{{{space}}}name", f"{_PREFIX}{number}")
    copied.insert(0, mark)
    return etree.tostring(copied)


def _take_out(node: Element, *, keep: bool) -> None:
    """Take an element out of its parent; what a link holds stays in its place."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    for child in reversed(node) if keep else ():
        parent.insert(at, child)
    parent.remove(node)
