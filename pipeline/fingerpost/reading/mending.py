"""Parsed stories in; the same with words that stand where nobody looks put beside that place, out.

Only damaged files have words inside properties, breaks or other words. They are counted, and the
reader passes them by; so a file whose words do not add up is read once more, mended like this.
"""

from collections.abc import Iterable
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from fingerpost.documents import Story, count_letters, paragraphs
from fingerpost.reading.namespaces import A, C, M, W
from fingerpost.reading.pictures import BOX

MENDED: Final = (
    "The file is damaged: words stand in it where Word keeps none. They were read all the same; "
    "compare them with the document in Word."
)
_RUN: Final = f"{W}r"
_RUNS: Final = (_RUN, f"{M}r")
_PARAGRAPH: Final = f"{W}p"
_SYMBOL: Final = f"{W}sym"
_DELETED: Final = f"{W}delText"
_TEXTS: Final = (f"{W}t", _DELETED, f"{M}t", _SYMBOL)
_NAMES_CLOSED: Final = (
    "pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr",
    "customXmlPr", "smartTagPr", "rubyPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart",
    "permEnd", "commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak", "footnoteRef",
    "endnoteRef", "annotationRef", "footnoteReference", "endnoteReference", "commentReference",
    "instrText", "delInstrText", "fldChar", "fldData", "ffData", "t", "delText", "sym", "tab",
    "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "altChunk", "subDoc",
)  # fmt: skip
_CLOSED: Final = frozenset({f"{M}t", *(W + name for name in _NAMES_CLOSED)})
_DRAWN: Final = frozenset(W + name for name in ("drawing", "pict", "object"))
_SHOWN: Final = frozenset(
    {BOX, _PARAGRAPH, f"{W}tbl", _RUN, f"{M}oMath", f"{M}oMathPara"}
)  # fmt: skip
_NOT_SHOWN: Final = frozenset({f"{A}p", f"{C}chart"})


def letters_of(stories: Iterable[Story]) -> int:
    """Letters and digits of what was read, to be held against those that were counted flat."""
    lines = (line for story in stories for line in paragraphs(story.blocks))
    return count_letters("".join([span.text for line in lines for span in line.spans]))


def lift(roots: Iterable[Element]) -> bool:
    """Move hidden words out; say whether there were any."""
    found = False
    for root in roots:
        last: dict[Element, tuple[Element, Element | None]] = {}
        for node in list(root.iter(*_TEXTS)):
            barrier = _barrier(node, root)
            if barrier is not None and barrier is not root:
                _put_beside(node, barrier, last)
                found = True
    return found


def _barrier(node: Element, root: Element) -> Element | None:
    """The outermost element round a text that the reader does not look into."""
    barrier: Element | None = None
    path: list[Element] = []
    for around in node.iterancestors():
        if around.tag in _CLOSED or (around.tag in _DRAWN and not _is_shown(path)):
            barrier = around
        path.append(around)
        if around is root:
            break
    return barrier


def _is_shown(path: list[Element]) -> bool:
    """Whether what stands in a drawing, along this path from the inside out, is looked into."""
    ends = (around.tag in _SHOWN for around in reversed(path) if around.tag in _SHOWN | _NOT_SHOWN)
    return next(ends, False)


def _put_beside(
    node: Element, barrier: Element, last: dict[Element, tuple[Element, Element | None]]
) -> None:
    """Give a text's words to a new one after the barrier, on a line of its own for each paragraph."""
    place, before = last.get(barrier, (barrier, None))
    paragraph = next(node.iterancestors(_PARAGRAPH), None)
    text = etree.Element(node.tag if node.tag in (_SYMBOL, _DELETED) else f"{W}t")
    text.text, node.text = node.text, None
    if node.tag == _SYMBOL:
        for name, value in node.items():
            text.set(name, value)
        node.attrib.clear()
    new = [text] if paragraph is before else [etree.Element(f"{W}br"), text]
    parent = barrier.getparent()
    if parent is not None and parent.tag not in _RUNS:
        run = etree.Element(_RUN)
        run.extend(new)
        new = [run]
    for element in reversed(new):
        place.addnext(element)
    last[barrier] = (new[-1], paragraph)
