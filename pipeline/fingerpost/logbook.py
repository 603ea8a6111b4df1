"""Decisions in, the text of the log out, each line chained to the one before; and back."""

import csv
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from fingerpost.decisions import LABELLING, Action, Decision, Resource
from fingerpost.errors import LogError
from fingerpost.tables import clean, csv_line, csv_rows, csv_text
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import ReportKind

COLUMNS = tuple(field.name for field in fields(Decision))
"""The log's columns, in order."""

_IN_ORDER = attrgetter(*COLUMNS)

T = TypeVar("T")

REMEDY = "Put back the newest file from the folder decisions-copies, or take the edit back."


def chain(past: Sequence[Decision], new: Iterable[Decision]) -> tuple[Decision, ...]:
    """Number new lines on from the past ones, and chain each to the line before it."""
    vouched = line_digest(past[-1]) if past else ""
    chained = []
    for seq, decision in enumerate(new, past[-1].seq + 1 if past else 1):
        _, *told, _ = _cells(decision)
        line = _decided("a new line", 0, (str(seq), *told, vouched))
        vouched = line_digest(line)
        chained.append(line)
    return tuple(chained)


def line_digest(decision: Decision) -> str:
    """Return the SHA-256, in hexadecimal, of a line's canonical CSV text without its line end."""
    return hashlib.sha256(csv_line(_cells(decision)).encode()).hexdigest()


def render(decisions: Iterable[Decision]) -> str:
    """Return the whole log as text, header first."""
    return csv_text(COLUMNS, (_cells(decision) for decision in decisions))


def parse(text: str, name: str) -> tuple[Decision, ...]:
    """Read the text of a log; `name` is the file's, for the error that names line and column."""
    try:
        rows = list(csv_rows(text))
    except csv.Error as error:
        raise LogError(f"{name}: a quotation mark is out of place ({error}). {REMEDY}") from error
    if not rows or rows[0][1] != COLUMNS:
        raise LogError(
            f"{name} line 1: the first line must name the columns {', '.join(COLUMNS)}. {REMEDY}"
        )
    decisions = tuple(_decided(name, line, cells) for line, cells in rows[1:])
    _check_numbers(name, rows[1:], decisions)
    return decisions


def lines_of(text: str) -> dict[int, int]:
    """Return the line of a log's text on which each numbered decision begins."""
    rows = list(csv_rows(text))[1:]
    return {number: line for number, (line, _) in enumerate(rows, start=1)}


def broken_links(decisions: Sequence[Decision], name: str) -> tuple[str, ...]:
    """Name, one sentence each, the lines that are no longer what the line after them vouches for."""
    links = zip((None, *decisions), decisions, strict=False)
    return tuple(
        _accusation(name, before, decision)
        for before, decision in links
        if decision.prev_hash != (line_digest(before) if before else "")
    )


def _accusation(name: str, before: Decision | None, decision: Decision) -> str:
    if before is None:
        return f"{name}: the line with seq 1 does not begin the log it was written for. {REMEDY}"
    return (
        f"{name}: the line with seq {before.seq} (about {before.resource_id}) "
        f"was edited after the line with seq {decision.seq} was written. {REMEDY}"
    )


def _check_numbers(
    name: str, rows: Sequence[tuple[int, tuple[str, ...]]], decisions: Sequence[Decision]
) -> None:
    for wanted, ((line, _), decision) in enumerate(zip(rows, decisions, strict=True), start=1):
        if decision.seq != wanted:
            raise LogError(
                f"{name} line {line}, column seq: the number is {decision.seq} where {wanted} "
                f"belongs, so a line was taken out, put in or moved. {REMEDY}"
            )


def _cells(decision: Decision) -> tuple[str, ...]:
    return tuple(map(str, _IN_ORDER(decision)))


def _decided(name: str, line: int, cells: tuple[str, ...]) -> Decision:
    if len(cells) != len(COLUMNS):
        raise LogError(
            f"{name} line {line}: there are {len(cells)} cells where {len(COLUMNS)} belong. {REMEDY}"
        )
    row = dict(zip(COLUMNS, map(clean, cells), strict=True))
    cell = _Cell(name, line, row)
    action = cell.read("last_action_type", Action)
    cell.read("last_action_date", _check_moment)
    if action in LABELLING:
        cell.read("field_name", Facet)
    if action is Action.REPORTED:
        cell.read("field_name", ReportKind)
    if action is Action.UNDONE:
        cell.read("resource_id", int)
    known: dict[str, Any] = {
        "seq": cell.read("seq", int),
        "resource_type": cell.read("resource_type", Resource),
        "last_action_type": action,
    }
    return Decision(**(row | known))


@dataclass(frozen=True, slots=True)
class _Cell:
    """The cells of one line, each read by its column, with the place for the error."""

    name: str
    line: int
    row: dict[str, str]

    def read(self, column: str, reader: Callable[[str], T]) -> T:
        try:
            return reader(self.row[column])
        except ValueError as error:
            raise LogError(
                f"{self.name} line {self.line}, column {column}: "
                f"“{self.row[column]}” cannot stand here. {REMEDY}"
            ) from error


@lru_cache
def _check_moment(text: str) -> None:
    """Raise for what is no moment with a zone; most lines of a log share a few."""
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError(text)
