"""A table's bytes in the form its name's ending says in, rows out, and back: .csv, .xlsx or .ttl."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.columns import COLUMNS, LISTS, NEEDED, Row, cells_of, join, tidy
from fingerpost.errors import FingerpostError
from fingerpost.neutral import neutralise, restore
from fingerpost.tables import csv_rows, csv_text

Reader = Callable[[bytes, str], tuple[Row, ...]]
Writer = Callable[[Sequence[Entry], str], bytes]


class TableRefused(FingerpostError):
    """A table that changes nothing, because of the problems it names one by one."""

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(file, problems)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


def read_table(name: str, data: bytes) -> tuple[Row, ...]:
    """Read the rows of a table; raises `TableRefused` where it is none."""
    return _form(name).read(data, name)


def write_table(name: str, entries: Sequence[Entry], council: str) -> bytes:
    """Write entries in the form that the name's ending says; the same entries, the same bytes."""
    return _form(name).write(entries, council)


def with_columns(name: str, at: str, header: Sequence[str]) -> None:
    """Refuse a table whose first row lacks a column that is needed, or has one nobody knows."""
    problems = [
        f"{at}: the column '{column}' is missing; add it, or export the table anew."
        for column in NEEDED
        if column not in header
    ]
    problems += [
        f"{at}: there is no column '{column}'; take it away, or name it as one of {', '.join(COLUMNS)}."
        for column in header
        if column and column not in COLUMNS
    ]
    problems += [
        f"{at}: the column '{column}' stands there twice; keep one of them."
        for column in dict.fromkeys(header)
        if column and list(header).count(column) > 1
    ]
    if problems:
        raise TableRefused(name, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of file is read and written."""

    read: Reader
    write: Writer


def _form(name: str) -> _Form:
    suffix = PurePath(name).suffix.casefold()
    if suffix not in _FORMS:
        raise TableRefused(
            name, (f"{name}: the name must end in {', '.join(_FORMS)}; give it one of these.",)
        )
    return _FORMS[suffix]


def _write_csv(entries: Sequence[Entry], _council: str) -> bytes:
    rows = ([neutralise(cell) for cell in cells_of(entry).values()] for entry in entries)
    return csv_text(COLUMNS, rows).encode("utf-8-sig")


def _read_csv(data: bytes, name: str) -> tuple[Row, ...]:
    try:
        lines = list(csv_rows(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, csv.Error) as fault:
        problem = f"{name}: is no CSV file in UTF-8 ({fault}); save it as 'CSV UTF-8'."
        raise TableRefused(name, (problem,)) from None
    header = [tidy(cell) for cell in lines[0][1]] if lines else []
    with_columns(name, f"{name}, row 1", header)
    return tuple(
        Row(f"{name}, row {line}", row_of(header, [tidy(restore(cell)) for cell in cells]))
        for line, cells in lines[1:]
        if any(map(tidy, cells))
    )


def row_of(header: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    """Return cells by column; a row that ends early has empty ones."""
    return dict(zip(header, (*cells, *("" for _ in header[len(cells) :])), strict=False))


def _write_ttl(entries: Sequence[Entry], council: str) -> bytes:
    from fingerpost.skos import to_turtle

    return to_turtle(entries, council)


def _read_ttl(data: bytes, name: str) -> tuple[Row, ...]:
    from fingerpost.skos import TurtleError, from_turtle

    try:
        found = from_turtle(data, name)
    except TurtleError as fault:
        raise TableRefused(name, (str(fault),)) from None
    return tuple(
        Row(f"{name}, {read.uri}", {_column(k): _cell(k, v) for k, v in read.values.items()})
        for read in found
    )


def _column(field: str) -> str:
    return "not" if field == "exclusion" else field


def _cell(field: str, value: str | tuple[str, ...]) -> str:
    if field in LISTS and isinstance(value, tuple):
        return join(filter(None, map(tidy, value)))
    return tidy(str(value))


def _write_xlsx(entries: Sequence[Entry], _council: str) -> bytes:
    from fingerpost.cataloguing.workbook import write_workbook

    return write_workbook(entries)


def _read_xlsx(data: bytes, name: str) -> tuple[Row, ...]:
    from fingerpost.cataloguing.workbook import read_workbook

    return read_workbook(data, name)


_FORMS: Mapping[str, _Form] = {
    ".ttl": _Form(_read_ttl, _write_ttl),
    ".csv": _Form(_read_csv, _write_csv),
    ".xlsx": _Form(_read_xlsx, _write_xlsx),
}
