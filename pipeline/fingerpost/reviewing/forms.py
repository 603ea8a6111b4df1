"""The bytes of a returned file in, its rows as text out, whether workbook or page export."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.workbook import Workbook

from fingerpost.cells import decode
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing import sent as remembered
from fingerpost.reviewing.columns import ANSWERS, FURTHER, REF, YOUR_NAME, Sheet
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.moments import moment
from fingerpost.reviewing.sent import Sent

ANSWERED = (Sheet.HEADINGS, Sheet.QUEUE, Sheet.SKIM, Sheet.RULES)
"""The sheets that come back with answers."""

_WHERE_SENT = frozenset({Sheet.RULES})
"""Sheets that are only there where there is something to ask."""

FRESH = "Use the workbook as it was sent, or ask for a new copy and type the answers into that."

_HEADER_WITHIN = 10
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 400_000_000
_SAVE_AS = "Open it in Excel and save it as an Excel Workbook (.xlsx)."

Line = Sequence[Cell | MergedCell | ReadOnlyCell | EmptyCell]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row by its place and its answer cells; a cell it does not have stays as it was sent.

    `faults` names the columns whose cell holds a fault of Excel's instead of words. `given` is when
    it was answered and `asked_after` the decision it showed, where the file says so row by row.
    """

    sheet: Sheet
    place: str
    ref: str
    cells: Mapping[str, str]
    faults: tuple[tuple[str, str], ...] = ()
    given: str = ""
    asked_after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A returned file as rows; `name` is the reviewer named once for all rows.

    `saved_on` is when the file was last saved, as it says itself; empty where it does not.
    """

    rows: tuple[FormRow, ...]
    sent: Sent = field(default_factory=lambda: Sent(council=""))
    name: str = ""
    saved_on: str = ""


def read_workbook(file: str, data: bytes) -> Form:
    """Read a returned workbook.

    Raises:
        ReturnRefused: where it is none, is protected by a password, or lacks a sheet or a column.
    """
    _check_container(file, data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        saved_on = moment(book.properties.modified)
        pages = {fold(name): _lines(book, name) for name in book.sheetnames}
    except Exception as error:
        raise ReturnRefused(
            file, (f"It is damaged and cannot be read as a workbook. {_SAVE_AS}",)
        ) from error
    problems = [
        f"The sheet “{sheet}” is missing. {FRESH}"
        for sheet in ANSWERED
        if fold(sheet) not in pages and sheet not in _WHERE_SENT
    ]
    if problems:
        raise ReturnRefused(file, tuple(problems))
    return replace(_form(file, pages), saved_on=saved_on)


def _check_container(file: str, data: bytes) -> None:
    """Refuse what is no workbook before anything else looks into it."""
    problem = ""
    if not data:
        problem = "It is empty. Save it again in Excel, and check that it has finished copying."
    elif data.startswith(_OLE):
        protected = _ENCRYPTED in data
        problem = (
            "It is protected by a password. Take the password off (File, Info, Protect Workbook)."
            if protected
            else f"It is in the old .xls format. {_SAVE_AS}"
        )
    elif not zipfile.is_zipfile(io.BytesIO(data)):
        problem = f"It is not an Excel workbook, or only part of one. {_SAVE_AS}"
    elif not _holds_workbook(data):
        problem = f"It is not an Excel workbook. {_SAVE_AS}"
    if problem:
        raise ReturnRefused(file, (problem,))


def _holds_workbook(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
    size = sum(entry.file_size for entry in entries)
    return size <= _MOST_BYTES and any(e.filename.endswith("workbook.xml") for e in entries)


def _lines(book: Workbook, name: str) -> list[tuple[int, Line]]:
    """Return the rows of a sheet that hold anything, with their numbers."""
    lines = enumerate(book[name].iter_rows(), 1)
    return [(n, tuple(line)) for n, line in lines if any(c.value is not None for c in line)]


def _form(file: str, pages: Mapping[str, list[tuple[int, Line]]]) -> Form:
    rows: list[FormRow] = []
    problems: list[str] = []
    for sheet in ANSWERED:
        if fold(sheet) not in pages:
            continue
        lines = pages[fold(sheet)]
        header, columns = _header(lines)
        missing = [name for name in (*ANSWERS[sheet], REF) if name not in columns]
        problems += [f"{sheet}: the column “{name}” is missing. {FRESH}" for name in missing]
        if not missing:
            rows += _rows(sheet, [one for one in lines if one[0] > header], columns)
    if problems:
        raise ReturnRefused(file, tuple(problems))
    return Form(rows=tuple(rows), sent=_sent(pages), name=_your_name(pages))


def _header(lines: Iterable[tuple[int, Line]]) -> tuple[int, dict[str, int]]:
    """Find the header row and where each column stands in it."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, line in lines:
        if number > _HEADER_WITHIN:
            break
        found = _columns(line)
        if len(found) > len(best[1]):
            best = number, found
    return best


def _columns(line: Line) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(line):
        name = _NAMES.get(fold(_text(cell)))
        if name:
            places.setdefault(name, place)
    return places


_NAMES = {fold(name): name for names in ANSWERS.values() for name in (*names, REF, *FURTHER)}


def _rows(
    sheet: Sheet, lines: Iterable[tuple[int, Line]], columns: Mapping[str, int]
) -> Iterator[FormRow]:
    further = (name for name in FURTHER if sheet is Sheet.QUEUE and name in columns)
    wanted = {name: columns[name] for name in (*ANSWERS[sheet], REF, *further)}
    for number, line in lines:
        found = {name: line[place] for name, place in wanted.items() if place < len(line)}
        texts = {name: _text(found[name]) if name in found else "" for name in wanted}
        ref = texts.pop(REF)
        faults = [(name, str(c.value)) for name, c in found.items() if c.data_type == "e"]
        yield FormRow(
            sheet=sheet,
            place=f"{sheet}, row {number}",
            ref=" ".join(ref.split()),
            cells=texts,
            faults=tuple(faults),
        )


def _text(cell: Cell | MergedCell | ReadOnlyCell | EmptyCell) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else decode(str(value))


def _sent(pages: Mapping[str, list[tuple[int, Line]]]) -> Sent:
    lines = [line for _, line in pages.get(fold(remembered.SHEET), ())]
    if not lines:
        return Sent(council="")
    names, *rows = lines
    columns: dict[str, list[str]] = {}
    for place, cell in enumerate(names):
        cells = [_text(line[place]) if place < len(line) else "" for line in rows]
        columns.setdefault(_text(cell), cells)
    return remembered.from_columns(columns)


def _your_name(pages: Mapping[str, list[tuple[int, Line]]]) -> str:
    for _, line in pages.get(fold(Sheet.START), ()):
        texts = [_text(cell).strip() for cell in line]
        if len(texts) > 1 and fold(texts[0]) == fold(YOUR_NAME):
            return texts[1]
    return ""
