"""The bytes of a returned file in, its rows out, where they are what a form's export or a list of comments holds."""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from fingerpost.errors import ReturnRefused
from fingerpost.neutral import restore
from fingerpost.reviewing.columns import DECISION, MEANS, Sheet
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.readers.reported import ReaderRow, ReaderTable
from fingerpost.reviewing.returning.containers import container_fault
from fingerpost.reviewing.returning.leaves import open_leaves
from fingerpost.reviewing.workbook import sent as remembered
from fingerpost.tables import csv_rows

_REFERENCE = re.compile(r"(?<![0-9a-z])s-[0-9a-z]{12}(?![0-9a-z])")
_SHEET_NAME = re.compile(rb'<(?:\w+:)?sheet [^<>]*?name="([^"]*)"')
_ZIP = b"PK\x03\x04"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = ",;\t"
_OURS = frozenset(
    {
        *(fold(one) for one in Sheet if one not in (Sheet.COMMENTS, Sheet.RESOURCES)),
        fold(remembered.SHEET),
    }
)
"""Names of sheets by which a workbook of ours is known, also one that lost a sheet."""

_ANSWERS = frozenset({fold(DECISION), fold(MEANS)})
_NO_REFERENCE = (
    "It is neither a workbook that was sent nor a list of what readers reported: no cell holds the "
    "reference of a statement (s- and 12 letters or digits) or a link to its page. If it is such a "
    "list, give it a column with the reference of the statement that each row is about."
)
_BROKEN = (
    "A quotation mark in it is out of place, so that nobody can tell where a cell ends. Export it "
    "anew, or open it in Excel and save it as an Excel Workbook (.xlsx)."
)
_DAMAGED = (
    "It is damaged and cannot be read as a workbook. Open it in Excel, let Excel mend it, save it as "
    "an Excel Workbook (.xlsx), and send that file."
)


def references(cell: str) -> tuple[str, ...]:
    """Return the ids of statements that a cell names, alone, in a link or within a sentence."""
    return tuple(dict.fromkeys(_REFERENCE.findall(unquote(cell).casefold())))


def read_reports(name: str, data: bytes) -> ReaderTable | None:
    """Read a list of reports (.csv or .xlsx); None where it is a file of another kind.

    Raises:
        ReturnRefused: where it is a table, and none that was sent, and names no statement.
    """
    if data.startswith(_ZIP):
        sheets = None if _is_ours_or_no_workbook(data) else _workbook(name, data)
    else:
        sheets = _csv(name, data)
    if sheets is None:
        return None
    rows = [row for place, lines in sheets for row in _rows(place, lines)]
    if not any(references(cell) for row in rows for _, cell in row.cells):
        raise ReturnRefused(name, (_NO_REFERENCE,))
    return ReaderTable(tuple(rows))


_Lines = Sequence[tuple[int, Sequence[str]]]


def _is_ours_or_no_workbook(data: bytes) -> bool:
    """Whether the ways that our workbooks go are to read it, or to say what is wrong with it."""
    if container_fault(data):
        return True
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        books = (name for name in package.namelist() if name.endswith("workbook.xml"))
        names = _SHEET_NAME.findall(package.read(next(books)))
    return any(fold(name.decode("utf-8", "replace")) in _OURS for name in names)


def _workbook(name: str, data: bytes) -> list[tuple[str, _Lines]]:
    try:
        leaves = open_leaves(data)
        return [(f"{sheet}, row", leaves.leaf(sheet).lines) for sheet in leaves.names]
    except Exception as error:
        raise ReturnRefused(name, (_DAMAGED,)) from error


def _csv(name: str, data: bytes) -> list[tuple[str, _Lines]] | None:
    """Read text with a delimiter; None where it is no such text, or a sheet of ours saved alone."""
    text = _decoded(data)
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    if "\0" in text or first[:1] in ("", "<", "{", "%") or delimiter not in first:
        return None
    if not _ANSWERS.isdisjoint(fold(cell) for cell in first.split(delimiter)):
        return None
    try:
        lines = [cells for _, cells in csv_rows(text, delimiter)]
    except csv.Error as error:
        raise ReturnRefused(name, (_BROKEN,)) from error
    return [("row", [(n, [*map(restore, cells)]) for n, cells in enumerate(lines, 1)])]


def _decoded(data: bytes) -> str:
    """Read text as programs of today write it, else as Windows did."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(place: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Iterator[ReaderRow]:
    """Yield the rows below the headings; where the first row names a statement there are none."""
    heads: Sequence[str] | None = None
    for number, texts in lines:
        if not any(text.strip() for text in texts):
            continue
        if heads is None:
            heads = () if any(map(references, texts)) else texts
            if heads:
                continue
        yield ReaderRow.of(f"{place} {number}", heads, texts)
