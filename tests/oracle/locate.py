"""A Word file and a locator such as `body/tbl[2]/tr[3]/tc[2]/p[1]` in, the paragraph's text out."""

import io
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

STEPS = {"p": "p", "tbl": "tbl", "tr": "tr", "tc": "tc", "txbx": "txbxContent"}
KNOWN = re.compile(r"((wp[cgi]|wps|wp14|wne|w1[4-6]\w*|a14|am3d|cx\d*|aink|v)\b\s*)+$")
PICTURES = re.compile("symbol|wingdings|webdings|zapf|marlett|mt extra", re.IGNORECASE)
BETWEEN_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


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
        elif name(child) not in STEPS.values():
            yield from nearest(child, kind)


@lru_cache(maxsize=4096)
def children(element: ET.Element, kind: str) -> tuple[ET.Element, ...]:
    return tuple(nearest(element, kind))


def targets(archive: zipfile.ZipFile, part: str, kind: str) -> dict[str, str]:
    folder, file = posixpath.split(part)
    arrows = ET.fromstring(archive.read(posixpath.join(folder, "_rels", f"{file}.rels")))
    return {
        get(arrow, "Id"): posixpath.normpath(posixpath.join("/", folder, get(arrow, "Target")))[1:]
        for arrow in arrows
        if get(arrow, "Type").endswith(f"/{kind}")
    }


@lru_cache(maxsize=8)
def stories(data: bytes, kind: str) -> tuple[ET.Element, ...]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    main = next(iter(targets(archive, "", "officeDocument").values()))
    document = ET.fromstring(archive.read(main))
    if kind == "body":
        return (document,)
    if kind in {"header", "footer"}:
        named = (get(e, "id") for e in document.iter() if name(e) == f"{kind}Reference")
        parts = targets(archive, main, kind)
        order = dict.fromkeys(parts[id_] for id_ in named if id_ in parts)
        return tuple(ET.fromstring(archive.read(part)) for part in order)
    trees = (ET.fromstring(archive.read(p)) for p in targets(archive, main, f"{kind}s").values())
    return tuple(e for tree in trees for e in tree if get(e, "type") not in BETWEEN_NOTES)


def own_text(element: ET.Element) -> Iterator[str]:
    """Yield the text of a paragraph without its boxes; a tab or break is a space."""
    for child in seen(element):
        if name(child) in {"t", "delText"}:
            yield child.text or ""
        elif name(child) in {"tab", "br", "cr", "ptab", "noBreakHyphen"}:
            yield " "
        elif name(child) == "sym" and not PICTURES.match(get(child, "font")):
            yield bytes.fromhex(get(child, "char")).decode("utf-16-be")
        elif name(child) not in {*STEPS.values(), "drawing", "pict"}:
            yield from own_text(child)


def locate(data: bytes, locator: str) -> str:
    (story, first), *steps = re.findall(r"(\w+)(?:\[(\d+)\])?", locator)
    element = stories(data, story)[int(first or 1) - 1]
    for kind, place in steps:
        element = children(element, STEPS.get(kind, kind))[int(place) - 1]
    return "".join(own_text(element))


if __name__ == "__main__":
    print(locate(Path(sys.argv[1]).read_bytes(), sys.argv[2]))
