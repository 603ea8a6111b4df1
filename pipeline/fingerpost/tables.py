"""Rows in, CSV text out, the same bytes on every machine; and CSV text in, rows out."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

JOINER = "|"
"""Stands between several values of one cell."""

_QUOTED = frozenset(',"\r\n')
_LONGEST_CELL = 2**31 - 1


def clean(text: str) -> str:
    """Return text as it is stored: NFC, one kind of line end, nothing that UTF-8 cannot hold."""
    if text.isascii() and "\r" not in text and "\0" not in text:
        return text
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def csv_line(cells: Iterable[str]) -> str:
    """Return one record by RFC 4180, without its line end.

    Written out here because the quoting of `csv.writer` differs between versions of Python, and
    these lines are hashed.
    """
    return ",".join(_quoted(cell) for cell in cells)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a whole table, header first, each record ended by a line feed."""
    return "".join(f"{csv_line(cells)}\n" for cells in (header, *rows))


def csv_rows(text: str, delimiter: str = ",") -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each record with the number of its first line; raises `csv.Error` on broken quoting."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for cells in reader:
        yield line, tuple(cells)
        line = reader.line_num + 1


def _quoted(cell: str) -> str:
    if _QUOTED.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
