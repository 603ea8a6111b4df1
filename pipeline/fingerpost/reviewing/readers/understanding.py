"""The rows of a list of readers' reports in, what each says of which statement out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.readers.days import moments
from fingerpost.reviewing.readers.opening import references
from fingerpost.reviewing.readers.reported import ReaderRow, ReaderTable
from fingerpost.upkeep import ReportKind

_OTHER_WORDS: Mapping[ReportKind, tuple[str, ...]] = {
    ReportKind.NAMES_SOMEBODY: ("names somebody", "names a person", "personal details"),
    ReportKind.HARMFUL: ("harmful", "could do harm", "unsafe"),
    ReportKind.OUT_OF_DATE: ("out of date", "outdated"),
    ReportKind.LINK: ("broken link", "link does not work", "the link does not work"),
    ReportKind.CATEGORY: ("wrong place", "in the wrong place", "wrong category"),
    ReportKind.UNCLEAR: ("not clear", "hard to understand", "it is unclear"),
    ReportKind.OTHER: ("something else",),
}
_KINDS = {
    fold(words): kind
    for kind in ReportKind
    for words in (kind.value, kind.words, *_OTHER_WORDS[kind])
}
_SEVERAL = re.compile(r"[;,|]")
_TIMES = (
    re.compile(r"completion time|time ?stamp|submi|entry date"),
    re.compile(r"^(date|time|created|when)\b"),
)
_OF_A_NAME = re.compile(r"^(your |first |last |full )?name\b")
_OF_A_SCHOOL = re.compile(
    r"^(your |the )?(school|setting|nursery|college|organisation)\b( name)?\??$"
)
_NOBODY = frozenset({"anonymous", "anonym", "n/a", "-"})
_BY_THE_FORM = re.compile(
    r"^(id|entry id|#|start time|last modified time|e-?mail\b.*|.*\be-?mail address.*|language|"
    r"(user )?ip( address)?|user agent|browser|post id|date updated|created by.*|"
    r"source url|referrer|total points|quiz feedback|points .*|status|starred)$"
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one row says: about which statement, what kind of thing is wrong, in which words."""

    place: str
    id: str
    kind: ReportKind
    words: str
    reader: str
    given_on: str


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of one file, each once, and sentences on rows that cannot count."""

    reports: tuple[Report, ...]
    set_aside: tuple[str, ...]


def understood(table: ReaderTable) -> Told:
    """Say what the rows report; headings may be any, since every form has its own."""
    reports: dict[tuple[str, ...], Report] = {}
    set_aside: list[str] = []
    for row, given_on in zip(table.rows, _given(table.rows), strict=True):
        found = _report(row, given_on)
        if isinstance(found, str):
            set_aside.append(f"{row.place}: {found}")
        else:
            said = (found.id, found.kind, found.words, found.reader, found.given_on)
            reports.setdefault(said, found)
    return Told(tuple(reports.values()), tuple(set_aside))


def _report(row: ReaderRow, given_on: str) -> Report | str:
    """Return what a row reports, or why it cannot count."""
    about = _about(row)
    if not about:
        return (
            "it does not say which statement it is about. Put the statement's reference beside it."
        )
    if len(about) > 1:
        return "it names several statements. Give each a row of its own."
    said = list(_said(row))
    kinds = {kind for _, cell in said for kind in _kinds(cell)}
    words = [(head, cell) for head, cell in said if not _kinds(cell)]
    if not (kinds or words):
        return "it says nothing of the statement."
    return Report(
        place=row.place,
        id=about[0],
        kind=next(kind for kind in ReportKind if kind in kinds or kind is ReportKind.OTHER),
        words=_joined(words),
        reader=_reader(row),
        given_on=given_on,
    )


def _about(row: ReaderRow) -> tuple[str, ...]:
    """Return the ids that stand in cells of their own, else those within somebody's words."""
    named = [cell for _, cell in row.cells if references(cell)]
    alone = [cell for cell in named if " " not in cell]
    return tuple(dict.fromkeys(one for cell in alone or named for one in references(cell)))


def _said(row: ReaderRow) -> Iterator[tuple[str, str]]:
    """Yield the cells that a reader filled in, without what only says who, when and what about."""
    for head, cell in row.cells:
        name = fold(head)
        is_key = " " not in cell and bool(references(cell))
        whose = _OF_A_NAME.match(name) or _OF_A_SCHOOL.match(name)
        about_it = _BY_THE_FORM.match(name) or whose or _is_moment(name, cell)
        if cell and not (is_key or about_it or _ADDRESS.fullmatch(cell)):
            yield head, cell


def _is_moment(name: str, cell: str) -> bool:
    return any(time.search(name) for time in _TIMES) and any(moments([cell]))


def _kinds(cell: str) -> tuple[ReportKind, ...]:
    """Return what was chosen in a cell, if all of it is what there is to choose."""
    chosen = [_KINDS.get(fold(part)) for part in _SEVERAL.split(cell) if part.strip()]
    return tuple(kind for kind in chosen if kind) if all(chosen) else ()


def _joined(words: list[tuple[str, str]]) -> str:
    if len(words) == 1:
        return words[0][1]
    return "; ".join(f"{head.rstrip(':')}: {cell}" if head else cell for head, cell in words)


def _reader(row: ReaderRow) -> str:
    """Return who filled a row in, and of which school, as far as they say so."""
    given = [(fold(head), cell) for head, cell in row.cells if fold(cell) not in ("", *_NOBODY)]
    name = " ".join(cell for head, cell in given if _OF_A_NAME.match(head))
    schools = (cell for head, cell in given if _OF_A_SCHOOL.match(head))
    return ", ".join(filter(None, (name, *schools)))


def _given(rows: Sequence[ReaderRow]) -> tuple[str, ...]:
    """Return when each row was filled in, by the first column that says so and can be read."""
    heads = dict.fromkeys(head for row in rows for head, _ in row.cells)
    for wanted in _TIMES:
        for head in heads:
            if wanted.search(fold(head)):
                found = moments([dict(row.cells).get(head, "") for row in rows])
                if any(found):
                    return found
    return ("",) * len(rows)
