"""The data of a diagram (SmartArt) in; the words of its shapes, in the order of its tree, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.measures import whole
from fingerpost.reading.namespaces import DGM, A

_LINE: Final = f"{A}p"


def diagram_lines(root: Element) -> Iterator[str]:
    """The words of each shape, parents before children; shapes that hang on nothing come last."""
    points = {point.get("modelId", ""): point for point in root.iter(f"{DGM}pt")}
    below = _children(root.iter(f"{DGM}cxn"))
    tops = [name for name, point in points.items() if point.get("type") == "doc"]
    for name in _walk([*tops, *points], below):
        if name in points:
            yield " ".join(drawn_lines(points[name]))


def drawn_lines(root: Element) -> Iterator[str]:
    """The lines of text in shapes, in the order of the file."""
    for line in root.iter(_LINE):
        words = "".join(node.text or "" for node in line.iter(f"{A}t"))
        if words.strip():
            yield words


def _children(connections: Iterable[Element]) -> dict[str, list[str]]:
    """The shapes below each shape; a connection without a type is one of parent and child."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for connection in connections:
        if connection.get("type", "parOf") == "parOf":
            place = whole(connection.get("srcOrd")) or 0
            found[connection.get("srcId", "")].append((place, connection.get("destId", "")))
    return {name: [child for _, child in sorted(below)] for name, below in found.items()}


def _walk(names: list[str], below: dict[str, list[str]]) -> Iterator[str]:
    """Each name once, before those below it; a ring ends where it closes."""
    met: set[str] = set()
    waiting = names[::-1]
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            yield name
            waiting.extend(reversed(below.get(name, [])))
