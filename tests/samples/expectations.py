"""A sample in, the rows that say what must and must not be found in it out; no extractor has a say in them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from tests.samples.notation import (
    UNSEEN,
    Contents,
    Frame,
    Grid,
    Head,
    Line,
    Part,
    Row,
    Sample,
    Table,
    visible,
)

FACETS = {
    "area": "area_of_need",
    "need": "need",
    "universal": "universal",
    "ts": "teachers_standards",
    "tier": "tier",
    "phase": "phase",
}
_ASIDES = {"del": "deleted", "hid": "hidden", "fn": "footnote", "en": "endnote", "com": "comment"}


@dataclass(frozen=True, slots=True)
class Expected:
    text: str
    role: str
    heading_path: str = ""
    area_of_need: str = ""
    need: str = ""
    universal: str = ""
    teachers_standards: str = ""
    tier: str = ""
    phase: str = ""
    lead_in: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (self.role, self.text, self.heading_path, self.lead_in)


COLUMNS = tuple(f.name for f in fields(Expected))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stands: the heads above, outermost first, with their levels; table heads and labels are deepest."""

    heads: tuple[tuple[int, Head], ...] = ()
    leads: tuple[tuple[int, str], ...] = ()

    def under(self, level: int, head: Head) -> "Place":
        return Place((*(pair for pair in self.heads if pair[0] < level), (level, head)))

    @property
    def path(self) -> str:
        return " > ".join(clean(head.text) for level, head in self.heads if level)

    def note(self, name: str) -> str:
        return next(
            (head.notes[name] for _, head in reversed(self.heads) if name in head.notes), ""
        )


BAND, ROW, COLUMN, LABEL, OWN = range(5)


@dataclass(slots=True)
class Walk:
    """Goes through a document as a reader would and writes down each row."""

    place: Place
    headings: tuple[str, ...]
    depth: int = 1
    rows: list[Expected] = field(default_factory=list)

    def part(self, part: Part) -> None:
        match part:
            case Line():
                self.line(part)
            case Table():
                self.table(part)
            case Grid():
                self.rows.extend(
                    Expected(cell, part.role, self.place.path)
                    for row in part.rows
                    for cell in row
                    if cell
                )
            case Frame(kind="box"):
                outside = self.place
                self.parts(part.parts)
                self.place = outside
            case Frame():
                self.parts(part.parts)
            case Contents():
                self.rows.extend(Expected(text, "contents-list") for text in self.headings)

    def rank(self, head: int) -> int:
        """The level of a table's head or a label; those of a nested table are deeper than those of the table around it."""
        return 10 * self.depth + head

    def parts(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            self.part(part)

    def line(self, line: Line) -> None:
        _LINES.get(line.mark, Walk.paragraph)(self, line)
        for span in line.spans:
            if span.kind in _ASIDES:
                self.rows.append(
                    Expected(
                        visible([replace(span, kind="plain")]), _ASIDES[span.kind], self.place.path
                    )
                )

    def title(self, line: Line) -> None:
        self.rows.append(Expected(line.statements[0], "heading"))

    def heading(self, line: Line) -> None:
        self.head(line.level, Head(line.statements[0], line.notes))

    def label(self, line: Line) -> None:
        self.head(self.rank(LABEL), Head(line.statements[0], line.notes))

    def head(self, level: int, head: Head) -> None:
        self.place = self.place.under(level, head)
        above = replace(self.place, heads=self.place.heads[:-1])
        self.rows.append(Expected(clean(head.text), "heading", above.path))

    def lead(self, line: Line) -> None:
        self.place = replace(self.place, leads=((-1, line.statements[0]),))
        self.rows.append(Expected(line.statements[0], "lead-in", self.place.path))

    def paragraph(self, line: Line) -> None:
        self.place = replace(self.place, leads=())
        role = line.notes.get("role") or (self.place.note("prose") or "context")
        self.statements(line, role, "")

    def item(self, line: Line) -> None:
        leads = tuple(pair for pair in self.place.leads if pair[0] < line.level)
        self.place = replace(self.place, leads=leads)
        role = line.notes.get("role") or _item_role(line, self.place)
        lead = leads[-1][1] if leads else ""
        self.statements(line, role, lead)
        self.place = replace(self.place, leads=(*leads, (line.level, _stem(line, role))))

    def statements(self, line: Line, role: str, lead: str) -> None:
        place = self.place
        if label := line.notes.get("label"):
            place = place.under(self.rank(LABEL), Head(label, {}))
        place = place.under(self.rank(OWN), Head("", line.notes))
        texts = (text for text in line.statements if text)
        self.rows.extend(_row(text, role, place, lead) for text in texts)

    def table(self, table: Table) -> None:
        outside = self.place
        self.depth += 1
        self.rows.extend(
            Expected(column.text, "heading", outside.path)
            for column in table.columns
            if column.text
        )
        for row in table.rows:
            if row.band:
                self.place = outside
                self.head(self.rank(BAND), row.band)
            else:
                self.row(row, table)
        self.depth -= 1
        self.place = outside

    def row(self, row: Row, table: Table) -> None:
        base = self.place
        for cell, column in zip(row.cells, table.columns, strict=False):
            if cell.head:
                base = self.row_head(cell.head, column)
            self.place = base.under(self.rank(COLUMN), column) if column.text else base
            self.parts(cell.parts)
            self.place = base

    def row_head(self, head: Head, column: Head) -> Place:
        around = Place(tuple(pair for pair in self.place.heads if pair[0] <= self.rank(BAND)))
        if column.notes.get("role") == "strategy":
            self.rows.append(
                _row(head.text, "strategy", around.under(self.rank(COLUMN), column), "")
            )
        else:
            self.rows.append(Expected(clean(head.text), "heading", around.path))
        self.rows.extend(Expected(line, "context", around.path) for line in head.lines[1:])
        return around.under(self.rank(ROW), head)


_LINES = {"%": Walk.title, "#": Walk.heading, "=": Walk.label, ">": Walk.lead, "-": Walk.item}


def expected_rows(sample: Sample) -> tuple[Expected, ...]:
    """Every row of a sample, each once; the same strategy twice under one heading is an error of the author's."""
    walk = Walk(Place(((0, Head("", sample.labels)),)), contents_lines(sample))
    walk.parts(sample.parts)
    edges = [Expected(sample.header, "header"), Expected(sample.footer, "footer")]
    rows = [*(edge for edge in edges if edge.text), *walk.rows]
    return _each_once([row for row in rows if row.text], sample.stem)


def _each_once(rows: list[Expected], stem: str) -> tuple[Expected, ...]:
    keys = [row.key for row in rows if row.role == "strategy"]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{stem}: the same strategy stands twice in one place: {sorted(twice)}")
    return tuple({row.key: row for row in rows}.values())


def write_expected(sample: Sample, folder: Path) -> None:
    with (folder / f"{sample.stem}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(row, name) for name in COLUMNS] for row in expected_rows(sample))


def clean(text: str) -> str:
    return text.rstrip(": ").strip()


def _item_role(line: Line, place: Place) -> str:
    kinds = {span.kind for span in line.spans if span.text.strip() and span.kind not in UNSEEN}
    if kinds and kinds <= {"link", "flink"}:
        return "resource"
    if line.statements[-1].endswith(":"):
        return "lead-in"
    return place.note("role") or "strategy"


def _stem(line: Line, role: str) -> str:
    return line.statements[0] if role == "lead-in" else ""


def _row(text: str, role: str, place: Place, lead: str) -> Expected:
    path = replace(place, heads=tuple(pair for pair in place.heads if pair[1].text)).path
    if role != "strategy":
        return Expected(text, role, path)
    labels: Mapping[str, str] = {column: place.note(name) or "*" for name, column in FACETS.items()}
    return replace(Expected(text, role, path, lead_in=lead), **labels)


def contents_lines(sample: Sample) -> tuple[str, ...]:
    """The lines of a table of contents: the styled headings of the first two levels with a made-up page number."""
    heads = (
        part
        for part in sample.parts
        if isinstance(part, Line) and part.mark == "#" and part.look == "style"
    )
    shown = (head for head in heads if head.level <= 2)
    return tuple(
        f"{head.statements[0]} {number // 2}" for number, head in enumerate(shown, start=4)
    )
