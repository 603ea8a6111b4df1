"""A drawing in; its text boxes, and the words that stand in it otherwise, out.

Words of charts and diagrams stand in parts of their own, which the drawing names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import AltKind
from fingerpost.errors import DocumentRefused
from fingerpost.reading import refusal
from fingerpost.reading.charts import chart_lines
from fingerpost.reading.chunks import Inserted
from fingerpost.reading.diagrams import diagram_lines, drawn_lines
from fingerpost.reading.namespaces import CX, DGM, VML, WP, A, C, M, R, W
from fingerpost.reading.package import Link, Package, Part

BOX: Final = f"{W}txbxContent"
_LINE: Final = f"{A}p"
_OBJECT: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
_PICTURES: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WORD: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_DESCRIBED: Final = (
    f"{WP}docPr",
    f"{{{_PICTURES}}}cNvPr",
    f"{{{_WORD}Shape}}cNvPr",
    f"{{{_WORD}Group}}cNvPr",
)
# Only damaged files have Word's own text in a drawing, and no text box round it.
_OF_WORD: Final = (
    *(W + name for name in ("p", "tbl", "r", "t", "delText", "sym")),
    *(M + name for name in ("oMath", "oMathPara", "r", "t")),
)
_UNREADABLE: Final = (
    "A {} in this document cannot be read, so that words in it may be missing. Look at it in Word."
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside the text; `origin` names their part, where it is not the one of the drawing."""

    kind: AltKind
    text: str
    origin: str = ""


Found = Element | Words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a drawing may name: the relationships of its part, and the package they lead into.

    `inserted` reads whole documents that are embedded.
    """

    links: Mapping[str, Link]
    package: Package
    inserted: Inserted

    def part(self, link_id: str) -> Part | None:
        """The part that a relationship of the drawing's own part leads to, if it can be had."""
        link = self.links.get(link_id)
        return None if link is None or link.external else self.open(link.target)

    def open(self, name: str) -> Part | None:
        """A part by name, or None where it is missing or damaged."""
        try:
            return self.package.part(name)
        except DocumentRefused as fault:
            if fault.code == refusal.UNSAFE:
                raise
            return None

    def miss(self, what: str) -> None:
        """Tell people that something drawn could not be read."""
        self.package.warnings.append(_UNREADABLE.format(what))


def look_into(drawing: Element, around: Surroundings) -> Iterator[Found]:
    """Text boxes and equations as elements, all other words as such; each once, in order."""
    described: set[str] = set()
    for element in _outermost(drawing):
        for found in _READERS.get(element.tag, _described)(element, around):
            if isinstance(found, Words) and found.kind is AltKind.DESCRIPTION:
                # A shape often repeats what the frame round it says.
                if found.text in described:
                    continue
                described.add(found.text)
            yield found


def _outermost(drawing: Element) -> Iterator[Element]:
    """The elements of a drawing that may say something, in order; none inside another's words."""
    waiting = [drawing]
    while waiting:
        found = waiting.pop()
        if found.tag in _SAYING or found.tag.startswith(VML):
            yield found
        if found.tag not in _CLOSED:
            waiting.extend(reversed(found))


def _whole(element: Element, _around: Surroundings) -> Iterator[Found]:
    yield element


def _described(element: Element, _around: Surroundings) -> Iterator[Found]:
    words = [element.get(name, "") for name in ("title", "descr", "alt")]
    if said := ": ".join(dict.fromkeys(filter(None, map(str.strip, words)))):
        yield Words(AltKind.DESCRIPTION, said)


def _word_art(element: Element, _around: Surroundings) -> Iterator[Found]:
    if words := element.get("string", "").strip():
        yield Words(AltKind.WORD_ART, words)


def _line(element: Element, _around: Surroundings) -> Iterator[Found]:
    """A line of text in a shape that is no text box of Word's, and the equations in it."""
    words = "".join(node.text or "" for node in element.iter(f"{A}t"))
    if words.strip():
        yield Words(AltKind.DRAWING, words)
    yield from element.iter(f"{M}oMath")


def _old_box(element: Element, _around: Surroundings) -> Iterator[Found]:
    """A text box of web pages, which holds their markup and nothing of Word's."""
    if next(element.iter(BOX, *_OF_WORD), None) is None:
        words = " ".join(" ".join(map(str, element.itertext())).split())
        if words:
            yield Words(AltKind.DRAWING, words)


def _chart(element: Element, around: Surroundings) -> Iterator[Found]:
    part = around.part(element.get(f"{R}id", ""))
    if part is None:
        around.miss("chart")
        return
    yield from _said(AltKind.CHART, part, chart_lines(part.root))
    for name in part.targets("chartUserShapes"):
        if (shapes := around.open(name)) is not None:
            yield from _said(AltKind.CHART, shapes, drawn_lines(shapes.root))


def _diagram(element: Element, around: Surroundings) -> Iterator[Found]:
    part = around.part(element.get(f"{R}dm", ""))
    if part is None:
        around.miss("diagram (SmartArt)")
        return
    yield from _said(AltKind.DIAGRAM, part, diagram_lines(part.root))


def _object(element: Element, around: Surroundings) -> Iterator[Found]:
    link = around.links.get(element.get(f"{R}id", ""))
    lines = around.inserted.embedded_lines(link, element.get("ProgID", ""))
    return (Words(AltKind.EMBEDDED, line, link.target if link else "") for line in lines)


def _said(kind: AltKind, part: Part, lines: Iterable[str]) -> Iterator[Words]:
    return (Words(kind, line, part.name) for line in lines if line.strip())


_READERS: Final[dict[str, Callable[[Element, Surroundings], Iterator[Found]]]] = {
    **dict.fromkeys((BOX, *_OF_WORD), _whole),
    **dict.fromkeys(_DESCRIBED, _described),
    f"{VML}textpath": _word_art,
    f"{VML}textbox": _old_box,
    _LINE: _line,
    _OBJECT: _object,
    f"{C}chart": _chart,
    f"{CX}chart": _chart,
    f"{DGM}relIds": _diagram,
}
_SAYING: Final = frozenset(_READERS)
_CLOSED: Final = _SAYING - {*_DESCRIBED, f"{VML}textpath", f"{VML}textbox"}
