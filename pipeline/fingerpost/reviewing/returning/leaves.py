"""The bytes of a workbook in, its sheets as rows of texts, with what is wrong with cells, out."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any, cast

from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring

from fingerpost.cells import decode
from fingerpost.neutral import steady_lines
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.moments import moment

Place = tuple[int, int]
"""A cell by its row, counted from 1, and its column, counted from 0."""

_PROPERTIES = "docProps/core.xml"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_THREADED = re.compile(r"\[Threaded comment\].*?Comment:", re.DOTALL)
"""What Excel puts before a comment for programs that know only notes."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]+\d+:[A-Z]+\d+)\"")


class Fault(StrEnum):
    """Why a cell may not say what somebody meant, and what to do about it."""

    ERROR = (
        "Excel shows {shown} because it took the words for a formula. Type them again with an "
        "apostrophe in front."
    )
    NO_RESULT = (
        "it holds a formula, and the file does not hold what comes out of it. Type the words "
        "themselves."
    )
    DATE = "Excel took the words for a date ({shown}). Type them again with an apostrophe in front."
    MERGED = (
        "the cell was merged with others, so nobody can tell which rows and columns it is meant "
        "for. Unmerge them (Home, Merge & Center) and answer each row by itself."
    )


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet: the rows that hold anything, by number, and the faults of its cells."""

    lines: tuple[tuple[int, tuple[str, ...]], ...] = ()
    faults: Mapping[Place, tuple[Fault, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaves:
    """All sheets of a workbook by name; each is read when it is asked for.

    `saved_on` is when the file was last saved, as it says itself; empty where it does not.
    """

    saved_on: str
    _reader: ExcelReader
    _sheets: Mapping[str, Worksheet]
    _parts: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all sheets, as they are written."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        """Whether there is a sheet of this name, however it is written."""
        return fold(name) in self._sheets

    def leaf(self, name: str) -> Leaf:
        """Read a sheet; one that is not there is empty."""
        sheet = self._sheets.get(fold(name))
        if sheet is None:
            return Leaf()
        raw = self._reader.archive.read(self._parts[sheet.title])
        lines, faults = _read(sheet)
        if _FORMULA.search(raw):
            formulas = _formulas(self._reader, sheet.title)
            faults |= {at: (Fault.NO_RESULT, "") for at in formulas if not _at(lines, at)}
        faults |= dict.fromkeys(_merged(lines, raw), (Fault.MERGED, ""))
        return Leaf(tuple(lines.items()), faults)

    def attached(self, name: str) -> tuple[tuple[int, str], ...]:
        """Return the notes and comments attached to cells of a sheet, each with its row."""
        sheet = self._sheets.get(fold(name))
        folder, _, part = self._parts[sheet.title].rpartition("/") if sheet else ("", "", "")
        beside = f"{folder}/_rels/{part}.rels"
        if beside not in self._reader.valid_files:
            return ()
        relations = get_dependents(self._reader.archive, beside).find(COMMENTS_NS)
        parts = (self._reader.archive.read(relation.target) for relation in relations)
        return tuple(note for part in parts for note in _notes(part))


def open_leaves(data: bytes) -> Leaves:
    """Open a workbook; any error it raises says that the file is damaged."""
    reader = _opened(data, values=True)
    told = reader.archive.read(_PROPERTIES) if _PROPERTIES in reader.valid_files else b""
    return Leaves(
        saved_on=moment(reader.wb.properties.modified) if b"modified" in told else "",
        _reader=reader,
        _sheets={fold(sheet.title): sheet for sheet in reversed(_worksheets(reader))},
        _parts={sheet.name: part.target for sheet, part in reader.parser.find_sheets()},
    )


def _notes(part: bytes) -> Iterator[tuple[int, str]]:
    tree: Any = fromstring(part)
    sheet = CommentSheet.from_tree(tree)
    for at, note in sheet.comments if sheet else ():
        yield coordinate_from_string(at)[1], " ".join(_THREADED.sub("", note.text).split())


def _opened(data: bytes, *, values: bool) -> ExcelReader:
    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=values)
    reader.read()
    return reader


def _worksheets(reader: ExcelReader) -> list[Worksheet]:
    """Return the sheets that have cells; where one ends is what it holds, not what it says."""
    for sheet in reader.wb.worksheets:
        sheet.reset_dimensions()
    return [cast("Worksheet", sheet) for sheet in reader.wb.worksheets]


def _read(sheet: Worksheet) -> tuple[dict[int, tuple[str, ...]], dict[Place, tuple[Fault, str]]]:
    lines: dict[int, tuple[str, ...]] = {}
    faults: dict[Place, tuple[Fault, str]] = {}
    for number, line in enumerate(sheet.iter_rows(), 1):
        texts = tuple(_text(cell.value) for cell in line)
        if not any(texts):
            continue
        lines[number] = texts
        for place, cell in enumerate(line):
            if cell.data_type == "e":
                faults[number, place] = Fault.ERROR, texts[place]
            elif cell.data_type == "d":
                faults[number, place] = Fault.DATE, texts[place]
    return lines, faults


def _formulas(reader: ExcelReader, title: str) -> Iterator[Place]:
    """Yield the cells that are computed, which a second look at the same file tells."""
    source = reader.archive.fp
    assert source is not None
    source.seek(0)
    for sheet in _worksheets(_opened(source.read(), values=False)):
        if sheet.title == title:
            for number, line in enumerate(sheet.iter_rows(), 1):
                yield from ((number, n) for n, cell in enumerate(line) if cell.data_type == "f")


def _merged(lines: Mapping[int, tuple[str, ...]], raw: bytes) -> Iterator[Place]:
    """Yield the merged cells as far as any row reaches; beyond, nobody looks for an answer."""
    widest = max(map(len, lines.values()), default=0)
    for reference in _MERGED.findall(raw):
        area = CellRange(reference.decode())
        places = range(area.min_col - 1, min(area.max_col, widest))
        for number in lines:
            if area.min_row <= number <= area.max_row:
                yield from ((number, place) for place in places)


def _at(lines: Mapping[int, tuple[str, ...]], place: Place) -> str:
    line = lines.get(place[0], ())
    return line[place[1]] if place[1] < len(line) else ""


def _text(value: object) -> str:
    """Return what a cell shows, as near as its kind tells."""
    match value:
        case None:
            return ""
        case str():
            return steady_lines(decode(value))
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
    return str(value)
