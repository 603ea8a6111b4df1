"""A Word file and a locator such as `body/tbl[2]/tr[3]/tc[2]/p[1]` in, the paragraph's text out."""

import io
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import lru_cache, partial
from pathlib import Path

STEPS = {"p": "p", "tbl": "tbl", "tr": "tr", "tc": "tc", "txbx": "txbxContent"}
KNOWN = re.compile(r"((wp[cgi]|wps|wp14|wne|w1[4-6]\w*|a14|am3d|cx\d*|aink|v)\b\s*)+$")
# The same prefixes stood for other names before Word 2010 was released; no Word knows those.
BETA = re.compile(rb"microsoft\.com/office/word/2008/\d+/\d+/wordprocessingShape")
PICTURES = re.compile("symbol|wingdings|webdings|zapf|marlett|mt extra", re.IGNORECASE)
Parts = Mapping[str, Callable[[], ET.Element | bytes]]
BETWEEN_NOTES = ("separator", "continuationSeparator", "continuationNotice")
# In a file of Word 2003 these stand inside the body that they are apart from.
APART = {"hdr", "ftr", "footnote", "endnote", "comment"}


def name(element: ET.Element) -> str:
    kind = get(element, "type") if element.tag.endswith("}annotation") else ""
    return "comment" if kind == "Word.Comment" else element.tag.rpartition("}")[2]


def get(element: ET.Element, key: str) -> str:
    return next((text for k, text in element.items() if k.rpartition("}")[2] == key), "")


def seen(element: ET.Element) -> list[ET.Element]:
    """Return the children; of alternate content the branch that Word takes."""
    choices = [e for e in element if name(e) == "Choice" and KNOWN.match(get(e, "Requires"))]
    return choices[:1] or [e for e in element if name(e) != "Choice"]


def nearest(element: ET.Element, kind: str) -> Iterator[ET.Element]:
    """Look through everything that is no paragraph, table, row, cell or box itself."""
    for child in seen(element):
        if name(child) == kind:
            yield child
        elif name(child) not in {*STEPS.values(), *APART}:
            yield from nearest(child, kind)


@lru_cache(maxsize=4096)
def children(element: ET.Element, kind: str) -> tuple[ET.Element, ...]:
    return tuple(nearest(element, kind))


def parts_of(data: bytes) -> Parts:
    """Return the parts of a zip archive or of a flat package; the one of Word 2003 has no name."""
    if not data.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").startswith(b"<"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        return {
            each.replace("\\", "/").lower(): partial(archive.read, each)
            for each in archive.namelist()
        }
    package = ET.fromstring(data)
    parts = ((get(part, "name"), part.find("./*/*")) for part in package if name(part) == "part")
    found = {each.lstrip("/").lower(): root for each, root in parts if root is not None}
    return {each: partial(copy, root) for each, root in (found or {"": package}).items()}


def tree(parts: Parts, part: str) -> ET.Element:
    held = parts[part.lower()]()
    if not isinstance(held, bytes):
        return held
    return ET.fromstring(held.replace(b" Requires=", b" Unmet=") if BETA.search(held) else held)


def targets(parts: Parts, part: str, kind: str) -> dict[str, str]:
    folder, file = posixpath.split(part)
    arrows = tree(parts, posixpath.join(folder, "_rels", f"{file}.rels"))
    return {
        get(arrow, "Id"): posixpath.normpath(posixpath.join("/", folder, get(arrow, "Target")))[1:]
        for arrow in arrows
        if get(arrow, "Type").endswith(f"/{kind}")
    }


@lru_cache(maxsize=8)
def stories(data: bytes, kind: str) -> tuple[ET.Element, ...]:
    parts = parts_of(data)
    if "" in parts:
        return tuple(of_2003(tree(parts, ""), kind))
    main = next(iter(targets(parts, "", "officeDocument").values()))
    document = tree(parts, main)
    if kind == "body":
        return (document,)
    if kind in {"header", "footer"}:
        named = (get(e, "id") for e in document.iter() if name(e) == f"{kind}Reference")
        there = targets(parts, main, kind)
        order = dict.fromkeys(there[id_] for id_ in named if id_ in there)
        return tuple(tree(parts, part) for part in order if part.lower() in parts)
    trees = (tree(parts, part) for part in targets(parts, main, f"{kind}s").values())
    return tuple(e for each in trees for e in each if get(e, "type") not in BETWEEN_NOTES)


def of_2003(document: ET.Element, kind: str) -> Iterator[ET.Element]:
    """Yield the stories of a document that holds them all in one tree."""
    wanted = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    holders = document.iter() if kind in {"body", "header", "footer", "comment"} else runs(document)
    return (e for holder in holders for e in holder if name(e) == wanted)


def runs(document: ET.Element) -> Iterator[ET.Element]:
    """Yield the runs: notes that stand elsewhere are only what parts notes from the text."""
    return (e for e in document.iter() if name(e) == "r")


def own_text(element: ET.Element) -> Iterator[str]:
    """Yield the text of a paragraph without its boxes; a tab or break is a space."""
    for child in seen(element):
        if name(child) in {"t", "delText"}:
            yield child.text or ""
        elif name(child) in {"tab", "br", "cr", "ptab", "noBreakHyphen"}:
            yield " "
        elif name(child) == "sym" and not PICTURES.match(get(child, "font")):
            yield bytes.fromhex(get(child, "char")).decode("utf-16-be")
        elif name(child) not in {*STEPS.values(), *APART, "drawing", "pict"}:
            yield from own_text(child)


def locate(data: bytes, locator: str) -> str:
    (story, first), *steps = re.findall(r"(\w+)(?:\[(\d+)\])?", locator)
    element = stories(data, story)[int(first or 1) - 1]
    for kind, place in steps:
        element = children(element, STEPS.get(kind, kind))[int(place) - 1]
    return "".join(own_text(element))


if __name__ == "__main__":
    print(locate(Path(sys.argv[1]).read_bytes(), sys.argv[2]))
