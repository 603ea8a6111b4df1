"""What other converters made of a Word file (their own test goldens) in, its words out.

pandoc keeps `.native`, docling `.docx.json`, pydocx `.html` beside or near the Word file.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

_NATIVE = re.compile(
    r'"((?:[^"\\]|\\.)*)"|([A-Z][A-Za-z]*)|(?:(\((?=\s*\[))|([\[({]))|([\])}])', re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:&|x([0-9a-fA-F]+)|o([0-7]+)|(\d+)|(.))", re.DOTALL)
_INLINE: Final = (
    "Str", "Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps",
    "Quoted", "Cite", "Link", "Span", "Citation", "NormalCitation", "SingleQuote", "DoubleQuote",
    "Code",
)  # fmt: skip
_WITH_TEXT: Final = frozenset({"Str", "Code", "CodeBlock", "MetaString"})
_BLOCKS: Final = (
    "p", "div", "td", "th", "tr", "table", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
    "br", "title", "blockquote", "img", "body", "section",
)  # fmt: skip
_UNSEEN: Final = frozenset({"style", "script", "head"})


@dataclass(slots=True)
class _Native:
    """Goes through the text form of a pandoc tree; a picture's description is passed over.

    `wanted` is the depth at which the next string is text, `picture` that at which a picture's
    description begins, `skipping` that at which it ends.
    """

    depth: int = 0
    wanted: int | None = None
    picture: int | None = None
    skipping: int | None = None

    def pieces(self, source: str) -> Iterator[str]:
        for found in _NATIVE.finditer(source):
            text, name, term, opening, closing = found.groups()
            if name is not None:
                yield from self._name(name)
            elif term or opening:
                self._open(term or opening)
                yield " " if term else ""
            elif closing:
                self._close()
            elif self.wanted == self.depth:
                self.wanted = None
                yield "" if self.skipping is not None else _unescaped(text)

    def _name(self, name: str) -> Iterator[str]:
        self.wanted = self.depth if name in _WITH_TEXT else None
        if name == "Image":
            self.picture = self.depth
        if name not in _INLINE:
            yield " "

    def _open(self, sign: str) -> None:
        if sign == "[" and self.picture == self.depth:
            self.skipping, self.picture = self.depth, None
        self.depth += 1

    def _close(self) -> None:
        self.depth -= 1
        if self.skipping == self.depth:
            self.skipping = None


def native_text(source: str) -> str:
    """Return the text of a pandoc tree in its native form; formulas and raw markup are no text."""
    return "".join(_Native().pieces(source))


def _unescaped(text: str) -> str:
    """Undo the escapes of a Haskell string."""

    def sign(found: re.Match[str]) -> str:
        in_hex, in_octal, in_ten, plain = found.groups()
        if in_hex or in_octal or in_ten:
            return chr(int(in_hex or in_octal or in_ten, 16 if in_hex else 8 if in_octal else 10))
        return {"n": "\n", "t": "\t"}.get(plain, plain) if plain else ""

    return _ESCAPE.sub(sign, text)


def docling_text(source: str) -> str:
    """Return the text of a docling document: its texts but for page furniture, and its cells.

    A cell's words stand in the list of texts too where it holds more than plain text.
    """
    tree = json.loads(source)
    return " \n ".join((*_texts(tree), *_cells(tree)))


def _texts(tree: dict[str, Any]) -> Iterator[str]:
    for text in tree.get("texts", ()):
        if text.get("content_layer", "body") == "body" and text["label"] != "formula":
            yield text.get("orig") or text["text"]


def _cells(tree: dict[str, Any]) -> Iterator[str]:
    for table in tree.get("tables", ()):
        for cell in table["data"]["table_cells"]:
            if "ref" not in cell:
                yield cell["text"]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)

    def _edge(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append(" ")


def html_text(source: str) -> str:
    """Return the text of a page; the edges of blocks part words."""
    page = _Html()
    page.feed(source)
    return "".join(page.pieces)
