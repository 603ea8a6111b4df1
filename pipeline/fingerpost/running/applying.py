"""Returned files in, lines of the log out, each file taken in whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.curating import append, fold, keep_copy, read_log, unused_date
from fingerpost.decisions import Decision
from fingerpost.errors import ReturnRefused, WorkspaceError
from fingerpost.reviewing import decide, index, read_return
from fingerpost.running.questions import Looked, look
from fingerpost.running.turns import sole_turn
from fingerpost.workspace import Workspace, check_writable

ACCEPTED = (".xlsx", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one returned file: answers taken in, rows set aside, or why it was refused.

    `known` is true where it was taken in before; it is then taken in again only if it is named, so
    that what was taken back since stays taken back.
    """

    file: str
    answers: int = 0
    known: bool = False
    set_aside: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def apply(workspace: Workspace, files: Sequence[Path] = ()) -> tuple[Taken, ...]:
    """Take returned files into the log; a refused file changes nothing."""
    check_writable(workspace)
    with sole_turn(workspace):
        chosen = tuple(_found(workspace, file) for file in files) or _returned(workspace)
        return _take_all(workspace, chosen, again=bool(files))


def _found(workspace: Workspace, file: Path) -> Path:
    """Look for a file that was named without its folder where returned files are put."""
    kept = workspace.returned / file
    return kept if not file.exists() and kept.exists() else file


def _take_all(workspace: Workspace, chosen: Sequence[Path], *, again: bool) -> tuple[Taken, ...]:
    looked = look(workspace)
    at = now(looked.inputs.decisions)
    if workspace.log.exists():
        keep_copy(workspace.log, at)
    return tuple(_take(looked, file, at, again=again) for file in chosen)


def _returned(workspace: Workspace) -> tuple[Path, ...]:
    found = sorted(
        path
        for path in workspace.returned.rglob("*")
        if path.is_file() and not path.name.startswith(("~$", "."))
    )
    if not found:
        raise WorkspaceError(
            f"{workspace.returned}: no returned files there. Put the workbooks that came back "
            "into this folder, or name them: fingerpost review apply FILE"
        )
    return tuple(found)


def now(decisions: Sequence[Decision]) -> str:
    """Return this moment, or the first second after it that dates no line of the log yet."""
    return unused_date(decisions, datetime.now(UTC).isoformat(timespec="seconds"))


def _take(looked: Looked, file: Path, at: str, *, again: bool) -> Taken:
    path = looked.inputs.workspace.log
    log = read_log(path)
    outcome = replace(looked.outcome, standing=fold(log, looked.inputs.rulebook.taxonomy))
    try:
        returned = read_return(file.name, _bytes(file), index(outcome), outcome.rulebook.taxonomy)
    except ReturnRefused as refused:
        return Taken(file=file.name, problems=refused.problems)
    if not again and returned.pack in {line.pack for line in log}:
        return Taken(file=file.name, known=True)
    decided = decide(returned, outcome, at, log)
    append(path, decided.lines)
    return Taken(
        file=file.name,
        answers=decided.answers,
        set_aside=decided.set_aside,
        undecided=decided.undecided,
    )


def _bytes(file: Path) -> bytes:
    if file.suffix.casefold() not in ACCEPTED:
        problem = (
            f"It is no workbook (.xlsx). Open it, save it as {file.stem}.xlsx, and apply that."
        )
        raise ReturnRefused(file.name, (problem,))
    try:
        return file.read_bytes()
    except PermissionError as error:
        problem = f"It is open in another program: close {file.name} in Excel, then apply it again."
        raise ReturnRefused(file.name, (problem,)) from error
    except OSError as error:
        raise ReturnRefused(file.name, (f"It cannot be opened ({error.strerror}).",)) from error
