"""A Word file and a locator such as `body/tbl[2]/tr[3]/tc[2]/p[1]` in, the paragraph's text out."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.oracle.package import Package

STEP = re.compile(r"(\w+)(?:\[(\d+)\])?$")
STOPS = {"p": "p", "tbl": "tbl", "tr": "tr", "tc": "tc", "txbx": "txbxContent"}
KNOWN = re.compile(r"(wp[cgisa-z]?\d*|w\d+\w*|a\d+|am3d|cx\d*|aink|v)$")
BETWEEN_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def get(element: Element, attribute: str) -> str:
    found = (text for key, text in element.items() if key.rpartition("}")[2] == attribute)
    return next(found, "")


def within(element: Element, kind: str) -> Iterator[Element]:
    """Yield the nearest elements of a kind, looking through all that is no block or box."""
    choices = [
        e
        for e in element
        if name(e) == "Choice" and all(map(KNOWN.match, get(e, "Requires").split()))
    ]
    for child in choices[:1] or [e for e in element if name(e) != "Choice"]:
        if name(child) == kind:
            yield child
        elif name(child) not in STOPS.values():
            yield from within(child, kind)


def story(package: Package, kind: str, place: int) -> Element:
    main = package.main()
    document = package.tree(main)
    if kind == "body":
        return next(e for e in document if name(e) == "body")
    if kind in {"header", "footer"}:
        targets = {arrow.id: arrow.target for arrow in package.relationships(main)}
        named = [get(e, "id") for e in document.iter() if name(e) == f"{kind}Reference"]
        return package.tree(list(dict.fromkeys(targets[n] for n in named if n in targets))[place])
    notes = package.tree(next(package.related(main, f"{kind}s")))
    return [e for e in notes if get(e, "type") not in BETWEEN_NOTES][place]


def locate(data: bytes, locator: str) -> str:
    steps = [match.groups() for step in locator.split("/") if (match := STEP.match(step))]
    element = story(Package(data), steps[0][0], int(steps[0][1] or 1) - 1)
    for kind, place in steps[1:]:
        element = list(within(element, STOPS[kind]))[int(place) - 1]
    return "".join(own_text(element))


def own_text(element: Element) -> Iterator[str]:
    """Yield the text of a paragraph without its text boxes; a sign is a space."""
    for child in element:
        if name(child) in {"t", "delText"}:
            yield child.text or ""
        elif name(child) == "noBreakHyphen" or name(child) in {"tab", "br", "cr", "ptab", "sym"}:
            yield "-" if name(child) == "noBreakHyphen" else " "
        elif name(child) not in {*STOPS.values(), "Fallback", "pPr", "rPr"}:
            yield from own_text(child)


if __name__ == "__main__":
    print(locate(Path(sys.argv[1]).read_bytes(), sys.argv[2]))
