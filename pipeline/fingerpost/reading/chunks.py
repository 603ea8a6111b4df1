"""Files inserted into a document without being merged into it in; their lines of words out.

Word merges such a file when it next saves the document; until then its words stand in no story.
"""

import email
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import PurePosixPath
from typing import Final

from bs4.dammit import EncodingDetector
from lxml import etree, html

from fingerpost.documents import AltText, Document, Fate, Paragraph, leaves
from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal, signatures
from fingerpost.reading.package import Link, Package
from fingerpost.reading.rich_text import OPENING, rich_lines

LONGEST: Final = 8 * 2**20
# What all inserted files of a document may cost in signs that make up marks, and in lines.
MOST_MARKS: Final = 300_000
MOST_LINES: Final = 100_000
_MARKS: Final = (b"<", b"=", b"\\", b"{", b"}", b"\n")
_PACKAGE: Final = b"PK"
_UNREAD: Final = (
    "Another file, {}, was inserted into this document without being merged into it. Its words "
    "were not read: {}. Open the document in Word, save it, and put the saved file here."
)
_OUTSIDE: Final = (
    "This document takes in another file, {}, that is not part of it. Its words were not read. Put "
    "that file here too, or open this document in Word, merge the two, and save it."
)
_EMBEDDED: Final = (
    "An object of another program ({}) is embedded in this document. Words that its picture shows "
    "were not read. Where there are strategies among them, write them into the text in Word."
)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*>")
_TOO_MANY: Final = "with it, there are too many lines"
_PARTED: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option",
        "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "ul",
    )
)  # fmt: skip
_UNSEEN: Final = frozenset(("script", "style", "head", "template", "noscript", "noframes"))


@dataclass(slots=True)
class Inserted:
    """Reads the inserted files of a package, each once; `nested` reads a Word file inside."""

    package: Package
    nested: Callable[[bytes], Document]
    marks: int = 0
    told: int = 0
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def lines(self, link: Link | None) -> tuple[str, ...]:
        """The lines of an inserted file; none, and a warning, where they cannot be had."""
        if link is None:
            self._warn(_UNREAD.format("which is not named", "it is not in the package"))
            return ()
        if link.external:
            self._warn(_OUTSIDE.format(PurePosixPath(link.target.replace("\\", "/")).name))
            return ()
        if link.target not in self._known:
            self._known[link.target] = self._read(link.target)
        lines = self._known[link.target]
        self.told += len(lines)
        if self.told > MOST_LINES:
            self._warn(_UNREAD.format(link.target, _TOO_MANY))
            return ()
        return lines

    def embedded_lines(self, link: Link | None, program: str) -> tuple[str, ...]:
        """The lines of an embedded Word document; a warning for what other programs embedded."""
        content = None if link is None or link.external else self._content(link.target)
        if link is not None and content is not None and content.startswith(_PACKAGE):
            try:
                return tuple(_document_lines(self.nested(content)))
            except DocumentRefused as fault:
                if fault.code == refusal.UNSAFE:
                    raise
        self._warn(_EMBEDDED.format(program or "an unnamed program"))
        return ()

    def _content(self, name: str) -> bytes | None:
        try:
            return self.package.content(name)
        except DocumentRefused:
            return None

    def _read(self, name: str) -> tuple[str, ...]:
        try:
            content = self.package.content(name)
            if content is None:
                raise refusal.corrupt("it is not in the package")
            return tuple(self._lines(content, name))
        except DocumentRefused as fault:
            if fault.code == refusal.UNSAFE:
                raise
            self._warn(_UNREAD.format(name, fault.reason.rstrip(".")))
            return ()

    def _lines(self, content: bytes, name: str) -> Iterable[str]:
        """The lines of a file, by what it is and not by what it is called."""
        if content.startswith(_PACKAGE):
            return _document_lines(self.nested(content))
        self.marks += sum(map(content.count, _MARKS))
        if len(content) > LONGEST or self.marks > MOST_MARKS:
            raise refusal.too_large(f"its part {name} has {len(content):,} bytes")
        if content.lstrip()[: len(OPENING)] == OPENING:
            return rich_lines(content)
        kind = signatures.describe(content)
        if "saved as XML" in kind:
            return _document_lines(self.nested(content))
        if "saved web page" in kind:
            return _message_lines(email.message_from_bytes(content))
        if "web page" in kind or "XML" in kind:
            return _page_lines(content)
        if kind == "plain text":
            return _plain_lines(content)
        raise refusal.not_word(kind)

    def _warn(self, words: str) -> None:
        self.package.warnings.append(words)


def _document_lines(document: Document) -> Iterator[str]:
    for story in document.stories:
        shown = (leaf for leaf in leaves(story.blocks) if _is_shown(leaf))
        yield from filter(None, (leaf.text.strip() for leaf in shown))


def _is_shown(leaf: Paragraph | AltText) -> bool:
    return isinstance(leaf, Paragraph) or leaf.fate is Fate.VISIBLE


def _message_lines(message: Message) -> Iterator[str]:
    """The page of a saved web page, else its plain text; pictures beside it hold no words."""
    kinds = {part.get_content_type(): part for part in reversed(list(message.walk()))}
    for kind, read in (("text/html", _page_lines), ("text/plain", _plain_lines)):
        if kind in kinds:
            payload = kinds[kind].get_payload(decode=True)
            content = payload if isinstance(payload, bytes) else b""
            yield from read(content, kinds[kind].get_content_charset() or "")
            return


def _page_lines(content: bytes, charset: str = "") -> Iterator[str]:
    """The words of a web page, a line for each thing that stands apart."""
    markup = _decoded(content, charset, EncodingDetector.find_declared_encoding(content, True))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(_undeclared(markup), parser)
    yield from _worded("".join(_pieces(root)) if root is not None else "")


def _undeclared(markup: str) -> str:
    """Text of a known encoding must not declare another."""
    return _DECLARATION.sub("", markup)


def _pieces(root: etree._Element) -> Iterator[str]:
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _UNSEEN:
            unseen += 1 if event == "start" else -1
        elif name in _PARTED:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text and not unseen:
            yield text.replace("\n", " ").replace("\r", " ")


def _plain_lines(content: bytes, charset: str = "") -> Iterator[str]:
    return _worded(_decoded(content, charset))


def _decoded(content: bytes, *said: str | None) -> str:
    """Text by its byte order mark, else by what is said of it, else as Unicode or Windows writes it."""
    bare, marked = EncodingDetector.strip_byte_order_mark(content)
    for encoding in filter(None, (marked, *said, "utf-8")):
        try:
            return bare.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return bare.decode("cp1252", "replace")


def _worded(text: str) -> Iterator[str]:
    return filter(None, (" ".join(line.split()) for line in text.splitlines()))
