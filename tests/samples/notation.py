"""One outline text (YAML) in, one sample document as frozen values out; the notation is explained in README.md."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.samples.editions import later_edition, read_edits

UNSEEN = frozenset({"del", "hid", "fn", "en", "com", "movefrom", "box", "mark"})
_SPAN = re.compile(r"<([a-z]+):([^<>|]*)(?:\|([^<>]*))?>")
_NOTES = re.compile(r"\s*\{([^{}]*)\}\s*$")
_MARK = re.compile(r"(#{1,4}|[%>=~-])\s+(.*)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind: plain, b, ins, del, hid, link, flink, fn, en, com, ctl, box, movefrom, moveto."""

    text: str
    kind: str = "plain"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: heading (#), title (%), item (-), lead-in (>), run-in label (=) or plain text (no mark)."""

    mark: str
    level: int
    text: str
    notes: Mapping[str, str]
    look: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(_spans(self.text.replace(" || ", " ")))

    @property
    def statements(self) -> tuple[str, ...]:
        """What is read, one entry a statement: `||` in the notation divides a paragraph into its sentences."""
        whole = f"{self.text} {self.notes.get('then', '')}"
        return tuple(visible(_spans(part)) for part in whole.split(" || "))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, a row or a band, with the labels it gives to what stands under it."""

    text: str
    notes: Mapping[str, str]

    @property
    def lines(self) -> tuple[str, ...]:
        """The head, and the cross-reference that some councils put under it."""
        return (self.text, self.notes["see"]) if "see" in self.notes else (self.text,)


@dataclass(frozen=True, slots=True)
class Cell:
    parts: tuple["Part", ...]
    head: Head | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a row; a band is one cell over the whole width; a repeated header has no cells."""

    cells: tuple[Cell, ...]
    band: Head | None = None

    @property
    def is_header(self) -> bool:
        return not self.cells and self.band is None


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    row_heads: bool
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that holds no strategies (document control, contacts); every row has the same role."""

    rows: tuple[tuple[str, ...], ...]
    role: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Parts inside a text box or a block content control."""

    kind: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents, made from the styled headings of the document."""


Part = Line | Table | Grid | Frame | Contents


@dataclass(frozen=True, slots=True)
class Sample:
    stem: str
    folder: str
    made_by: str
    resaved_by: str
    labels: Mapping[str, str]
    header: str
    footer: str
    parts: tuple[Part, ...]


def visible(spans: Iterable[Span]) -> str:
    """The text a careful reader would publish: insertions in; deletions, hidden text, notes and tick boxes out."""
    return _SPACE.sub(" ", "".join(s.text for s in spans if s.kind not in UNSEEN)).strip()


def read_sample(source: str) -> Sample:
    raw: dict[str, Any] = yaml.safe_load(source)
    looks = {"list": "style", "heading": "style"}
    parts = tuple(part for block in raw["blocks"] for part in _parts(block, looks))
    return Sample(
        stem=raw["stem"],
        folder=raw["folder"],
        made_by=raw["made_by"],
        resaved_by=raw.get("resaved_by", ""),
        labels=raw.get("labels", {}),
        header=raw.get("header", ""),
        footer=raw.get("footer", ""),
        parts=parts,
    )


def read_texts(folder: Path) -> tuple[Sample, ...]:
    """Every sample of the folder in order of name; a text with `edition_of` is another text with its edits made."""
    sources = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))}
    return tuple(read_sample(_edition(source, sources)) for source in sources.values())


def _edition(source: str, sources: Mapping[str, str]) -> str:
    edits = read_edits(source)
    return source if edits is None else later_edition(sources[edits.of], edits)


def _parts(block: Any, looks: dict[str, str]) -> Iterator[Part]:
    if isinstance(block, str):
        yield from _lines(block, looks)
        return
    ((kind, content),) = ((k, v) for k, v in block.items() if k != "role")
    match kind:
        case "table":
            yield _table(content, looks)
        case "grid":
            yield Grid(
                tuple(tuple(str(cell) for cell in row) for row in content),
                block.get("role", "document-control"),
            )
        case "contents":
            yield Contents()
        case _:
            yield Frame(kind, tuple(_lines(content, looks)))


def _lines(text: str, looks: dict[str, str]) -> Iterator[Line]:
    for raw in text.splitlines():
        if raw.strip().startswith("~ "):
            looks.update(_noted(f"{{{raw.strip()[2:].replace(' ', ';')}}}")[1])
        elif raw.strip():
            yield _line(raw, looks)


def _line(raw: str, looks: Mapping[str, str]) -> Line:
    depth = (len(raw) - len(raw.lstrip())) // 2
    text, notes = _noted(raw.strip())
    found = _MARK.match(text)
    mark, text = (found[1], found[2]) if found else ("", text)
    if mark.startswith("#"):
        return Line("#", len(mark), text, notes, notes.get("look", looks["heading"]))
    return Line(mark, depth, text, notes, notes.get("look", looks["list"]))


def _noted(text: str) -> tuple[str, dict[str, str]]:
    found = _NOTES.search(text)
    if not found:
        return text, {}
    pairs = (pair.partition("=") for pair in found[1].split(";"))
    return text[: found.start()], {key.strip(): value.strip() for key, _, value in pairs}


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for found in _SPAN.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()])
        yield Span(found[2], found[1], found[3] or "")
        at = found.end()
    if at < len(text):
        yield Span(text[at:])


def _head(text: str) -> Head:
    return Head(*_noted(text.strip()))


def _table(raw: Mapping[str, Any], looks: dict[str, str]) -> Table:
    row_heads = raw.get("row_heads", True)
    return Table(
        columns=tuple(_head(column) for column in raw["columns"]),
        rows=tuple(_row(row, row_heads, looks) for row in raw["rows"]),
        row_heads=row_heads,
        options=raw.get("options", {}),
    )


def _row(raw: Any, row_heads: bool, looks: dict[str, str]) -> Row:
    if raw == "header":
        return Row(())
    if isinstance(raw, dict):
        return Row((), _head(raw["band"]))
    cells = [_cell(cell, looks) for cell in raw]
    if row_heads:
        cells[0] = _row_head(raw[0])
    return Row(tuple(cells))


def _row_head(raw: str) -> Cell:
    return Cell((), continues=True) if raw == "^" else Cell((), _head(raw))


def _cell(raw: Any, looks: dict[str, str]) -> Cell:
    blocks = raw if isinstance(raw, list) else [raw]
    return Cell(tuple(part for block in blocks for part in _parts(block, looks)))
