"""The bytes of a Word package in, its parts and the relationships between them out."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from xml.parsers import expat

from tests.oracle.flat import is_flat, parts_of

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KIND = re.compile(r"/relationships/(?:.*/)?(\w+)$")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class UnreadableError(Exception):
    """A file the oracle has no words for; `code` is the class of fault, `detail` what was seen."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow of a part; `kind` is the last step of its type, the same in Strict files."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a package, zipped or flat, found by name whatever its case, slash or percents."""

    def __init__(self, data: bytes) -> None:
        self._archive = _flat(data) if is_flat(data) else _archive(data)
        self._names = {_key(name): name for name in self._archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._names

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; a damaged one is a fault of the whole file."""
        try:
            return self._archive.read(self._names[_key(part)])
        except KeyError as error:
            raise UnreadableError("missing-part", part) from error
        except _DAMAGE as error:
            raise UnreadableError("damaged-part", f"{part}: {error}") from error

    def tree(self, part: str) -> Element:
        """Parse a part that holds definitions rather than text."""
        try:
            return ET.fromstring(self.read(part))
        except ET.ParseError as error:
            raise UnreadableError("damaged-xml", f"{part}: {error}") from error

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the inner relationships of a part, or of the package for the empty name."""
        listing = _listing(part)
        if listing not in self:
            return ()
        return tuple(_relationships(self.tree(listing), posixpath.dirname(part)))

    def links(self, part: str) -> dict[str, str]:
        """Return the addresses outside the package that a part points to, by id."""
        listing = _listing(part)
        if listing not in self:
            return {}
        return {
            arrow.get("Id", ""): arrow.get("Target", "")
            for arrow in self.tree(listing)
            if arrow.get("TargetMode") == "External"
        }

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the parts of one kind that a part points to and that are there."""
        for relationship in self.relationships(part):
            if relationship.kind == kind and relationship.target in self:
                yield relationship.target

    def main(self) -> str:
        """Find the main part by the relationship of the package, whatever it is called."""
        part = next(self.related("", "officeDocument"), None)
        if part is None:
            raise UnreadableError("no-main-part")
        return part


class _Parts(dict[str, bytes]):
    """Parts that are already at hand."""

    def namelist(self) -> list[str]:
        return list(self)

    def read(self, name: str) -> bytes:
        return self[name]


def _flat(data: bytes) -> _Parts:
    try:
        return _Parts(parts_of(data))
    except (expat.ExpatError, ValueError) as error:
        raise UnreadableError("damaged-xml", str(error)) from error


def _archive(data: bytes) -> zipfile.ZipFile:
    if not data:
        raise UnreadableError("empty-file")
    if data.startswith(_COMPOUND_FILE):
        raise UnreadableError("compound-file", "an old binary or an encrypted document")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (*_DAMAGE, ValueError) as error:
        code = "damaged-zip" if data.startswith(b"PK") else "no-zip"
        raise UnreadableError(code, str(error)) from error


def _listing(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _key(name: str) -> str:
    return unquote(name).replace("\\", "/").lstrip("/").casefold()


def _relationships(root: Element, folder: str) -> Iterator[Relationship]:
    for element in root:
        kind = _KIND.search(element.get("Type", ""))
        target = element.get("Target")
        if kind and target and element.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
            yield Relationship(element.get("Id", ""), kind[1], path.lstrip("/"))
