"""The bytes of a Word document saved as XML in; the bytes of the zip package it stands for out."""

import base64
import binascii
import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree
from lxml.etree import _Element as Element

from fingerpost.reading import refusal, word_2003
from fingerpost.reading.limits import Limits
from fingerpost.reading.markup import parse_large
from fingerpost.reading.spending import Spent

_PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OPENINGS: Final = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b" ", b"\t", b"\r", b"\n")
_NAMES: Final = (_PKG[1:-1].encode(), word_2003.NAMESPACE.encode())
# What Word keeps in a document saved as XML and nobody reads.
_PICTURES: Final = (
    "image/",
    "audio/",
    "video/",
    "application/vnd.openxmlformats-officedocument.ob",
)
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_FAR: Final = 65_536
_FILE: Final = "the file"


def unfolded(data: bytes, limits: Limits) -> bytes:
    """The package that flat XML stands for; any other bytes as they are."""
    if not _may_be_flat(data):
        return data
    if len(data) > limits.unpacked_bytes:
        raise refusal.too_large(f"it has {len(data):,} bytes")
    Spent(limits).parse(_FILE, data)
    root = parse_large(data, _FILE)
    if root.tag == f"{_PKG}package":
        return _zipped(dict(_parts(root)))
    if root.tag == word_2003.ROOT:
        return _zipped(word_2003.parts_of(root))
    return data


def _may_be_flat(data: bytes) -> bool:
    """Whether the first lines name one of the two vocabularies, in whatever encoding."""
    if not data.startswith(_OPENINGS):
        return False
    head = data[:_FAR].replace(b"\x00", b"")
    return any(name in head for name in _NAMES)


def _parts(root: Element) -> Iterator[tuple[str, bytes]]:
    """The parts of a flat package by name, and the list of their types that a zip package has."""
    types: dict[str, str] = {}
    for part in root.iterchildren(f"{_PKG}part"):
        name = part.get(f"{_PKG}name", "").lstrip("/")
        kind = part.get(f"{_PKG}contentType", "")
        content = _content(part, kind)
        if name and content is not None:
            types[name] = kind
            yield name, content
    yield "[Content_Types].xml", _content_types(types)


def _content(part: Element, kind: str) -> bytes | None:
    markup = part.find(f"{_PKG}xmlData")
    if markup is not None:
        root = next(iter(markup), None)
        return None if root is None else etree.tostring(root, encoding="UTF-8", with_tail=False)
    if kind.startswith(_PICTURES):
        return None
    try:
        return base64.b64decode(part.findtext(f"{_PKG}binaryData", ""))
    except (binascii.Error, ValueError):
        return None


def _content_types(types: Mapping[str, str]) -> bytes:
    overrides = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in types.items()
    )
    return f'<Types xmlns="{_TYPES}">{overrides}</Types>'.encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
