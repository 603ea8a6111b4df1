"""The bytes of a returned file in, its rows as text out, whether workbook or page export."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ANSWERS,
    COMMENT,
    COMMENTER,
    DECISION,
    FURTHER,
    INTRODUCED_BY,
    LIVE,
    MEANS,
    NEW_STATEMENT,
    PULL_OUT,
    REF,
    SIGN_OFF,
    TITLE,
    WORDING,
    YOUR_NAME,
    Sheet,
)
from fingerpost.reviewing.labels import differs, fold
from fingerpost.reviewing.returning.containers import container_fault
from fingerpost.reviewing.returning.leaves import Fault, Leaf, Leaves, Place, open_leaves
from fingerpost.reviewing.returning.margins import unread_margins
from fingerpost.reviewing.workbook import sent as remembered
from fingerpost.reviewing.workbook.sent import Sent

_BY_ITSELF = (Sheet.MEETING, Sheet.COMMENTS)
"""Sheets of workbooks that ask for nothing else."""

ANSWERED = (Sheet.HEADINGS, Sheet.QUEUE, Sheet.SKIM, Sheet.RULES, *_BY_ITSELF)
"""The sheets that come back with answers."""

_WHERE_SENT = frozenset({Sheet.RULES, *_BY_ITSELF})
"""Sheets that are only there where there is something to ask."""

_WITHOUT_REF = (Sheet.ADD,)
"""Sheets whose rows are about nothing that is there yet."""

_LABELLED = (Sheet.QUEUE, Sheet.MEETING, Sheet.STATEMENTS, Sheet.ADD)
"""Sheets with columns for categories."""

FRESH = "Use the workbook as it was sent, or ask for a new copy and type the answers into that."

_WORDS = frozenset({WORDING, NEW_STATEMENT, INTRODUCED_BY, TITLE})
"""Columns in which Excel must not have taken words for a date."""

_HEADER_WITHIN = 10
_DAMAGED = (
    "It is damaged and cannot be read as a workbook. Open it in Excel, let Excel mend it, save it as "
    "an Excel Workbook (.xlsx), and send that file."
)

_FORGOTTEN = (
    "The hidden sheet is missing that remembers what it held when it was sent, so nobody can tell what "
    f"was changed. {FRESH}"
)

Line = tuple[int, tuple[str, ...]]
"""A row by its number, and the texts of its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row by its place and its answer cells; a cell it does not have stays as it was sent.

    `faults` names the columns whose cell cannot be taken as it is, and why. `given` is when
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
    """A returned file as rows; `name` is the reviewer named once for all, `signed` who signed off.

    `saved_on` is when the file was last saved, as it says itself; empty where it does not. `unread`
    names, in plain sentences, what stands where it does not count: on copies of sheets, in margins.
    """

    rows: tuple[FormRow, ...]
    sent: Sent = field(default_factory=lambda: Sent(council=""))
    name: str = ""
    saved_on: str = ""
    signed: str = ""
    unread: tuple[str, ...] = ()


def read_workbook(file: str, data: bytes) -> Form:
    """Read a returned workbook.

    Raises:
        ReturnRefused: where it is none, is protected by a password, or lacks a sheet or a column.
    """
    if fault := container_fault(data):
        raise ReturnRefused(file, (fault,))
    try:
        leaves = open_leaves(data)
        asked = LIVE if _is_of_directory(leaves) else ANSWERED
        read = {sheet: leaves.leaf(sheet) for sheet in (*asked, Sheet.START, remembered.SHEET)}
        sent = _sent(read[remembered.SHEET])
        unread = (
            *_unread(asked, leaves, sent),
            *unread_margins({s: read[s] for s in asked}, leaves, sent, live=asked is LIVE),
        )
    except Exception as error:
        raise ReturnRefused(file, (_DAMAGED,)) from error
    missing = [s for s in asked if s not in leaves and s not in _WHERE_SENT]
    if missing and not any(sheet in leaves for sheet in _BY_ITSELF):
        raise ReturnRefused(file, tuple(_missing(sheet, leaves) for sheet in missing))
    if asked is LIVE and not sent.council:
        raise ReturnRefused(file, (_FORGOTTEN,))
    problems: list[str] = []
    present = [sheet for sheet in asked if sheet in leaves]
    rows = [row for sheet in present for row in _sheet_rows(sheet, read[sheet], problems)]
    if problems:
        raise ReturnRefused(file, tuple(problems))
    return Form(
        rows=tuple(rows),
        sent=sent,
        name=_beside(YOUR_NAME, read[Sheet.START]),
        signed=_beside(SIGN_OFF, read[Sheet.START]),
        saved_on=leaves.saved_on,
        unread=unread,
    )


def _is_of_directory(leaves: Leaves) -> bool:
    """Whether it is the workbook of a directory in use, by its sheets; one of them may be gone."""
    there = sum(sheet in leaves for sheet in LIVE)
    return there >= len(LIVE) - 1 and not any(sheet in leaves for sheet in ANSWERED)


def _unread(asked: Sequence[Sheet], leaves: Leaves, sent: Sent) -> Iterator[str]:
    """Name sheets that were copied within the workbook ("Queue (2)") and hold answers."""
    for name in leaves.names:
        sheet = next((s for s in asked if fold(name).startswith(f"{fold(s)} (")), None)
        rows = _sheet_rows(sheet, leaves.leaf(name), []) if sheet else ()
        if any(_is_answered(row, sent) for row in rows):
            yield (
                f"The sheet “{name}” was not read, although it holds answers: those on the sheet "
                f"“{sheet}” count. Copy them there."
            )


def _is_answered(row: FormRow, sent: Sent) -> bool:
    before = sent.rows.get(row.ref, {})
    if row.sheet in LIVE:
        return any(differs(name, row.cells[name], before.get(name, "")) for name in row.cells)
    names = (name for name in (DECISION, MEANS, ALL_FINE, PULL_OUT, COMMENT) if name in row.cells)
    return any(fold(row.cells[name]) != fold(before.get(name, "")) for name in names)


def _missing(sheet: Sheet, leaves: Leaves) -> str:
    known = {fold(one) for one in Sheet}
    like = [n for n in leaves.names if fold(sheet) in fold(n) and fold(n) not in known]
    if like:
        return f"The sheet “{sheet}” is missing. If “{like[0]}” is it, name it “{sheet}” again."
    return f"The sheet “{sheet}” is missing. {FRESH}"


def _sheet_rows(sheet: Sheet, leaf: Leaf, problems: list[str]) -> Iterator[FormRow]:
    header, columns = _header(leaf.lines)
    key = () if sheet in _WITHOUT_REF else (REF,)
    missing = [name for name in (*ANSWERS[sheet], *key) if name not in columns]
    problems += [f"{sheet}: the column “{name}” is missing. {FRESH}" for name in missing]
    if not missing:
        lines = (line for line in leaf.lines if line[0] > header)
        yield from _rows(sheet, lines, columns, leaf.faults)


def _header(lines: Iterable[Line]) -> tuple[int, dict[str, int]]:
    """Find the header row and where each column stands in it."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, texts in lines:
        if number > _HEADER_WITHIN:
            break
        found = _columns(texts)
        if len(found) > len(best[1]):
            best = number, found
    return best


def _columns(texts: Iterable[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, text in enumerate(texts):
        name = _NAMES.get(fold(text))
        if name:
            places.setdefault(name, place)
    return places


_NAMES = {fold(name): name for names in ANSWERS.values() for name in (*names, REF, *FURTHER)}
_NAMES[fold(YOUR_NAME)] = COMMENTER


def _rows(
    sheet: Sheet,
    lines: Iterable[Line],
    columns: Mapping[str, int],
    faults: Mapping[Place, tuple[Fault, str]],
) -> Iterator[FormRow]:
    further = (name for name in FURTHER if sheet in _LABELLED and name in columns)
    key = () if sheet in _WITHOUT_REF else (REF,)
    wanted = {name: columns[name] for name in (*ANSWERS[sheet], *key, *further)}
    for number, texts in lines:
        found = {name: texts[at] if at < len(texts) else "" for name, at in wanted.items()}
        ref = found.pop(REF, "")
        yield FormRow(
            sheet=sheet,
            place=f"{sheet}, row {number}",
            ref=" ".join(ref.split()),
            cells=found,
            faults=tuple(
                (name, fault.format(shown=shown))
                for name, at in wanted.items()
                if (number, at) in faults
                for fault, shown in (faults[number, at],)
                if fault is not Fault.DATE or name in _WORDS
            ),
        )


def _sent(leaf: Leaf) -> Sent:
    if not leaf.lines:
        return Sent(council="")
    (_, names), *rows = leaf.lines
    columns: dict[str, list[str]] = {}
    for place, name in enumerate(names):
        cells = [texts[place] if place < len(texts) else "" for _, texts in rows]
        columns.setdefault(name, cells)
    return remembered.from_columns(columns)


def _beside(label: str, leaf: Leaf) -> str:
    """Return what was typed beside a label on the first sheet."""
    for _, texts in leaf.lines:
        if len(texts) > 1 and fold(texts[0]) == fold(label):
            return texts[1].strip()
    return ""
