"""Elements that stand as blocks in; blocks of the document model out, one reader an element."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import AltKind, Block, Fate
from fingerpost.reading.controls import is_unfilled
from fingerpost.reading.measures import value
from fingerpost.reading.namespaces import W14, M, R, W, local_name
from fingerpost.reading.paragraphs import beside, read_paragraph, read_stray
from fingerpost.reading.pictures import Words
from fingerpost.reading.scope import Scope
from fingerpost.reading.tables import read_table

_GALLERY: Final = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"

BlockReader = Callable[[Element, Scope], list[Block]]


def read_blocks(parent: Iterable[Element], scope: Scope) -> list[Block]:
    """Read the children of a body, cell, text box, note or header."""
    blocks: list[Block] = []
    for child in parent:
        blocks += BLOCKS.get(child.tag, _look_through)(child, scope)
    return blocks


def _look_through(element: Element, scope: Scope) -> list[Block]:
    """A wrapper, or an element unknown today; what it holds counts as if it were not there."""
    if not len(element):
        return []
    scope.stream.descend()
    blocks = read_blocks(element, scope)
    scope.stream.ascend()
    return blocks


def _read_paragraph(element: Element, scope: Scope) -> list[Block]:
    return read_paragraph(element, scope, read_blocks)


def _read_table(element: Element, scope: Scope) -> list[Block]:
    return read_table(element, scope, read_blocks)


def _read_stray(element: Element, scope: Scope) -> list[Block]:
    return read_stray(element, scope, read_blocks)


def _read_inserted(element: Element, scope: Scope) -> list[Block]:
    return _look_through(element, replace(scope, revised=True))


def _read_deleted(element: Element, scope: Scope) -> list[Block]:
    return _look_through(element, replace(scope, fate=Fate.DELETED))


def _read_control(element: Element, scope: Scope) -> list[Block]:
    """A content control; Word marks the one that holds a contents list, and one not filled in."""
    is_contents = value(element.find(_GALLERY)) == "Table of Contents"
    inside = replace(scope, contents=True) if is_contents else scope
    inside = replace(inside, prompt=True) if is_unfilled(element) else inside
    blocks = _look_through(element, inside)
    words = scope.stream.stores.shown(element)
    if words is not None and blocks:
        blocks.append(beside(blocks[0].locator, words, scope.fate))
    return blocks


def _read_inserted_file(element: Element, scope: Scope) -> list[Block]:
    locator = scope.step(local_name(element))
    link = scope.stream.links.get(element.get(f"{R}id", ""))
    origin = "" if link is None else link.target
    lines = scope.stream.inserted.lines(link)
    words = (Words(AltKind.INSERTED_FILE, line, origin) for line in lines)
    return [beside(locator, line, scope.fate) for line in words]


def _begin_comment(element: Element, scope: Scope) -> list[Block]:
    scope.stream.begin_comment(element)
    return []


def _end_comment(element: Element, scope: Scope) -> list[Block]:
    scope.stream.end_comment(element)
    return []


def _ignore(_element: Element, _scope: Scope) -> list[Block]:
    return []


_NAMES_WITHOUT_TEXT: Final = (
    "sectPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "tcPr", "tblPr", "tblPrEx",
    "tblGrid", "trPr", "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart",
    "permEnd",
)  # fmt: skip
_INLINE: Final = (
    f"{W}r", f"{W}t", f"{W}delText", f"{W}sym", f"{W}hyperlink", f"{W}fldSimple", f"{W}ruby",
    f"{M}oMath", f"{M}oMathPara", f"{M}r", f"{M}t",
)  # fmt: skip

BLOCKS: Final[dict[str, BlockReader]] = {
    **{W + name: _ignore for name in _NAMES_WITHOUT_TEXT},
    **dict.fromkeys(_INLINE, _read_stray),
    f"{W}commentRangeStart": _begin_comment,
    f"{W}commentRangeEnd": _end_comment,
    f"{W}p": _read_paragraph,
    f"{W}tbl": _read_table,
    f"{W}sdt": _read_control,
    f"{W}ins": _read_inserted,
    f"{W}moveTo": _read_inserted,
    f"{W}del": _read_deleted,
    f"{W}moveFrom": _read_deleted,
    f"{W14}conflictIns": _read_inserted,
    f"{W14}conflictDel": _read_deleted,
    f"{W}altChunk": _read_inserted_file,
    f"{W}subDoc": _read_inserted_file,
}
