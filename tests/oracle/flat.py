"""The bytes of a flat package (a whole package in one XML file) in, its parts by name out.

The bytes of a part are cut out of the file as they stand, so that prefixes keep their meaning.
"""

import base64
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
_MARK = b"schemas.microsoft.com/office/2006/xmlPackage"
_SEPARATOR = " "
_HEAD = 65_536


def is_flat(data: bytes) -> bool:
    """Say whether the first lines of an XML file name the vocabulary of flat packages."""
    head = data[:_HEAD].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").startswith(b"<") and _MARK in head


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a flat package; damage is an expat.ExpatError."""
    return _Cutter(_as_utf8(data)).cut()


def _as_utf8(data: bytes) -> bytes:
    """Return the same text in UTF-8, without the line that names another encoding."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if wide else "utf-8-sig")
    declaration, end, rest = text.partition("?>")
    return (rest if end and declaration.lstrip().startswith("<?xml") else text).encode()


@dataclass(slots=True)
class _Piece:
    """A part while it is cut: where its XML begins, and the names in force there."""

    name: str
    begin: int = -1
    spaces: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)


class _Cutter:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: dict[str, bytes] = {}
        self._path: list[str] = []
        self._spaces: list[tuple[str, str]] = []
        self._fresh: list[str] = []
        self._piece = _Piece("")
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartNamespaceDeclHandler = self._declare
        self._parser.EndNamespaceDeclHandler = self._forget

    def cut(self) -> dict[str, bytes]:
        self._parser.Parse(self._data, True)
        return self._parts

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._spaces.append((prefix or "", uri or ""))
        self._fresh.append(prefix or "")

    def _forget(self, _prefix: str | None) -> None:
        self._spaces.pop()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_PKG} part":
            self._piece = _Piece(attributes.get(f"{_PKG} name", "").lstrip("/"))
        elif self._path[-1:] == [f"{_PKG} xmlData"] and self._piece.begin < 0:
            self._piece.begin = self._parser.CurrentByteIndex
            self._piece.spaces = {
                p: u for p, u in dict(self._spaces).items() if p not in self._fresh
            }
        self._fresh = []
        self._path.append(name)

    def _end(self, name: str) -> None:
        self._path.pop()
        if name == f"{_PKG} binaryData":
            self._parts[self._piece.name] = base64.b64decode("".join(self._piece.text))
        elif self._path[-1:] == [f"{_PKG} xmlData"] and self._piece.name not in self._parts:
            end = self._data.index(b">", self._parser.CurrentByteIndex) + 1
            self._parts[self._piece.name] = self._cut_out(end)

    def _text(self, text: str) -> None:
        if self._path[-1:] == [f"{_PKG} binaryData"]:
            self._piece.text.append(text)

    def _cut_out(self, end: int) -> bytes:
        """Return the XML of a part, with the names that were declared round it."""
        whole = self._data[self._piece.begin : end]
        head = len(whole) - len(whole.lstrip(b"<"))
        while whole[head : head + 1] not in b" \t\r\n/>":
            head += 1
        spaces = "".join(
            f" xmlns{':' if prefix else ''}{prefix}={quoteattr(uri)}"
            for prefix, uri in self._piece.spaces.items()
        )
        return whole[:head] + spaces.encode() + whole[head:]
