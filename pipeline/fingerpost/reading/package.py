"""Bytes of a file in; the parts of a Word package and what they point to out."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element as Element

from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal, signatures
from fingerpost.reading.compatibility import settle
from fingerpost.reading.limits import Limits
from fingerpost.reading.markup import parse
from fingerpost.reading.namespaces import MC, W, make_transitional
from fingerpost.reading.spending import Spent
from fingerpost.reading.unzipping import ZIP_FAULTS, unpack

_RULES: Final = (b"Ignorable", b"MustUnderstand")
_MACROS: Final = "vbaproject.bin"
_NAMED: Final = 3
_CHOICES: Final = b"AlternateContent"
# The first bytes of a part whose names can be looked for as they are: no UTF-16 or UTF-32.
_PLAIN: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!\w]")


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship: its kind (the last word of its type), and where it leads."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A parsed part and the relationships that belong to it, by id."""

    name: str
    root: Element
    links: dict[str, Link]

    def targets(self, kind: str) -> tuple[str, ...]:
        """Names of the parts of one kind that this part points to."""
        found = (link for link in self.links.values() if link.kind == kind and not link.external)
        return tuple(link.target for link in found)


@dataclass(slots=True)
class Package:
    """An opened package; `warnings` gathers what was read in spite of damage."""

    archive: zipfile.ZipFile
    data: bytes
    spent: Spent
    entries: dict[str, zipfile.ZipInfo]
    warnings: list[str] = field(default_factory=list)
    _links: dict[str, dict[str, Link]] = field(default_factory=dict)

    def part(self, name: str) -> Part | None:
        """The part of that name, parsed, or None where the package does not hold it."""
        content = self.content(name)
        if content is None:
            return None
        root = parse(content, name)
        make_transitional(root)
        is_plain = _PLAIN.match(content) is not None
        demands = settle(
            root,
            rules_inside=not is_plain or _has_rules_inside(content, root),
            choices=not is_plain or _CHOICES in content,
        )
        for uri in demands:
            self.warnings.append(
                f"The part {name} says it can only be understood by a program that knows {uri}. Its "
                "words were read all the same; compare them with the document in Word."
            )
        return Part(name, root, self.links(name))

    def content(self, name: str) -> bytes | None:
        """The bytes of the part of that name, or None where the package does not hold it."""
        entry = self.entries.get(_key(name))
        return None if entry is None else self._unpack(entry)

    def links(self, name: str) -> dict[str, Link]:
        """The relationships of a part; of the package itself for the empty name."""
        if name not in self._links:
            self._links[name] = self._read_links(name)
        return self._links[name]

    def _read_links(self, name: str) -> dict[str, Link]:
        folder, base = posixpath.split(name)
        root = self._tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            node.get("Id", ""): _link(node, folder)
            for node in root
            if node.get("Target") is not None
        }

    def _tree(self, name: str) -> Element | None:
        content = self.content(name)
        return None if content is None else parse(content, name)

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        self.spent.unpack(entry.filename, entry.compress_size, entry.file_size)
        content, is_sound = unpack(self.archive, self.data, entry)
        if not is_sound:
            self.warnings.append(
                f"The file is damaged at {entry.filename}. Its words were read all the same; "
                "compare them with the document in Word."
            )
        self.spent.parse(entry.filename, content)
        return content


def open_package(data: bytes, limits: Limits, spent: Spent | None = None) -> Package:
    """Open the zip package, or refuse the file by what it is.

    `spent` is what the package that holds this one has cost already.
    """
    if not data:
        raise refusal.empty()
    if len(data) > limits.file_bytes:
        raise refusal.too_large(f"it has {len(data):,} bytes")
    if not signatures.may_be_package(data):
        raise refusal.not_a_package(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_FAULTS as fault:
        raise refusal.not_a_package(data) from fault
    infos = archive.infolist()
    if len(infos) > limits.entries:
        raise refusal.too_large(f"it holds {len(infos):,} parts")
    # Of two entries with one name the later is the one that zip programs show.
    entries = {_key(info.filename): info for info in infos}
    return Package(archive, data, spent or Spent(limits), entries, _oddities(infos, entries))


def _oddities(infos: list[zipfile.ZipInfo], entries: dict[str, zipfile.ZipInfo]) -> list[str]:
    """What people should know of a package before any part of it is read."""
    warnings = []
    twice = sorted({info.filename for info in infos if entries[_key(info.filename)] is not info})
    if twice:
        warnings.append(
            f"The file holds more than one part named {', '.join(twice[:_NAMED])}; the last of them "
            "was read. Compare its words with the document in Word."
        )
    if any(name.rpartition("/")[2] == _MACROS for name in entries):
        warnings.append("The file carries macros. They were left alone: only its words are read.")
    return warnings


def main_part(package: Package) -> Part:
    """The document itself, found by the package's relationships and not by its name."""
    links = package.links("").values()
    named = (link.target for link in links if link.kind == "officeDocument")
    for part in filter(None, map(package.part, named)):
        if part.root.tag == f"{W}document":
            return part
    raise _without_document(package)


def _without_document(package: Package) -> DocumentRefused:
    kind = signatures.describe_archive(package.archive)
    is_package = _key("[Content_Types].xml") in package.entries
    if is_package and kind == signatures.ARCHIVE:
        return refusal.no_main_part()
    return refusal.not_word(kind)


def _key(name: str) -> str:
    """Part names are told apart without case (ISO/IEC 29500-2, 9.1.1), and zips are careless."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()


def _link(node: Element, folder: str) -> Link:
    kind = node.get("Type", "").rpartition("/")[2]
    target = node.get("Target", "")
    if node.get("TargetMode") == "External":
        return Link(kind, target, external=True)
    path = target.replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join(folder, path)
    return Link(kind, posixpath.normpath(joined).lstrip("/"), external=False)


def _has_rules_inside(content: bytes, root: Element) -> bool:
    """Whether more than the root may say what is to be ignored; the bytes tell it soonest."""
    on_root = sum(1 for name in root.attrib if str(name).startswith(MC))
    return sum(map(content.count, _RULES)) > on_root
