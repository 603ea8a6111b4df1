"""HTML or Markdown in, its blocks of text, list items, headings and links out.

The marks a reader puts where a note or comment hangs are no words of the document and are left
out; so are the arrows that lead back from a note, and a list of notes is no list.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html
from markdown_it import MarkdownIt

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# lxml's own list holds ins and del, which stand within lines, and nothing of HTML 5.
_BLOCKS: Final = (html.defs.block_tags - {"ins", "del"}) | {
    *("article", "aside", "body", "figcaption", "figure", "footer", "header", "main", "section")
}
_CELLS: Final = frozenset({"td", "th"})
_SILENT: Final = frozenset({"script", "style", "title"})
_NOTE: Final = re.compile(r"(footnote|endnote|comment)(-ref)?-")
_NOTE_MARK: Final = re.compile(r"\[\^[^\]\s]+\]|\[cmt:\w+\]")
_NOTE_HEAD: Final = re.compile(r"^\[\^[^\]\s]+\]:[ ]?\n?[ ]*", re.MULTILINE)
_SCRIPT: Final = re.compile(r"(?<=\w)([~^])([^\s~^]+)\1")
_ITEM_MARK: Final = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s+")
_COMMONMARK: Final = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")


@dataclass(slots=True)
class Markup:
    """What stands in HTML; levels of items count from 0 and anew in each cell."""

    texts: list[str] = field(default_factory=list)
    items: list[tuple[str, int]] = field(default_factory=list)
    headings: list[tuple[str, int]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def read_markdown(text: str) -> Markup:
    """Read Markdown by CommonMark with tables; a marked line in a cell is a list item.

    The marks of letters set high or low (`x^2^`, `H~2~O`), which CommonMark does not know, part no
    word.
    """
    without_marks = _NOTE_MARK.sub("", _NOTE_HEAD.sub("", text))
    level = _SCRIPT.sub(r"\2", without_marks)
    return _read(_COMMONMARK.render(level), marks_in_cells=True)


def read_html(text: str) -> Markup:
    """Read HTML, however broken."""
    return _read(text, marks_in_cells=False)


def _read(text: str, *, marks_in_cells: bool) -> Markup:
    reader = _Reader(marks_in_cells=marks_in_cells)
    if text.strip():
        parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        reader.read(html.document_fromstring(f"<div>{text}</div>", parser=parser))
    return reader.found


@dataclass(slots=True)
class _Item:
    """An open list item; `waits` until its first text comes, or an item within it."""

    level: int
    waits: bool = True


class _Reader:
    """Goes through the elements once; what stands between two edges of blocks is one text."""

    def __init__(self, *, marks_in_cells: bool) -> None:
        self.found = Markup()
        self._marks_in_cells = marks_in_cells
        self._pieces: list[str] = []
        self._cells: list[list[_Item]] = [[]]
        self._heading_from = 0

    def read(self, root: html.HtmlElement) -> None:
        """Read a tree."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start" and _is_mark(element):
                walk.skip_subtree()
            elif event == "start":
                self._enter(element)
            elif not _is_mark(element):
                self._leave(element)
            if event == "end" and element.tail:
                self._pieces.append(element.tail)

    def _enter(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in _CELLS:
            self._cells.append([])
        elif tag == "li":
            self._open_item(element)
        elif tag in _HEADINGS:
            self._heading_from = len(self.found.texts)
        elif tag == "a" and element.get("href"):
            self.found.links.append(element.get("href", ""))
        elif tag == "br":
            self._pieces.append("\n")
        if element.text:
            self._pieces.append(element.text)

    def _leave(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in _CELLS:
            self._cells.pop()
        elif tag == "li":
            self._cells[-1].pop()
        elif tag in _HEADINGS:
            text = " ".join(self.found.texts[self._heading_from :])
            self.found.headings.append((text, int(tag[1])))

    def _open_item(self, element: html.HtmlElement) -> None:
        items = self._cells[-1]
        if items:
            items[-1].waits = False
        is_note = _NOTE.match(element.get("id", ""))
        items.append(_Item(sum(item.level >= 0 for item in items) if not is_note else -1))

    def _flush(self) -> None:
        text = "".join(self._pieces).strip()
        self._pieces.clear()
        if not text:
            return
        self.found.texts.append(text)
        items = self._cells[-1]
        if items and items[-1].waits and items[-1].level >= 0:
            self.found.items.append((text, items[-1].level))
            items[-1].waits = False
        elif self._marks_in_cells and len(self._cells) > 1:
            lines = ((line, _ITEM_MARK.match(line)) for line in text.splitlines())
            self.found.items += [(line[mark.end() :], 0) for line, mark in lines if mark]


def _is_mark(element: html.HtmlElement) -> bool:
    """Tell a mark that leads to a note or comment or back, or names one."""
    if element.tag == "a":
        return bool(_NOTE.match(element.get("href", "")[1:])) and element.get("href", "")[0] == "#"
    return element.tag in _SILENT or (
        element.tag == "dt" and bool(_NOTE.match(element.get("id", "")))
    )
