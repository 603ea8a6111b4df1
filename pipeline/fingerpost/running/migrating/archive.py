"""The reports of the run before, moved out of the way; a reviewer's unfinished work stays."""

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.errors import WorkspaceError
from fingerpost.pages import COPIES
from fingerpost.workspace import Workspace

_OURS = frozenset(
    {
        "items.csv",
        "ledger.csv",
        "documents.csv",
        "errors.csv",
        "summary.html",
        "preview.html",
        "review.html",
        "proposals.html",
        "you-said.html",
    }
)
"""What a run writes, besides workbooks; anything else in the folder is somebody's and stays."""

REVIEW, DIRECTORY = "review", "directory"
"""What the workbooks are called that people type into, without number and ending."""

_WORKBOOK = re.compile(rf"({REVIEW}|{DIRECTORY})(?:-\d+)?\.xlsx")
_LOCK = re.compile(r"~\$(.+\.xlsx)|\.~lock\.(.+\.xlsx)#")
"""What Excel and LibreOffice put beside a workbook that somebody has open."""


def check_closed(workspace: Workspace) -> None:
    """Stop, before any work is done, where a report is open in Excel."""
    for lock in sorted(workspace.reports.iterdir()):
        match = _LOCK.fullmatch(lock.name)
        if match:
            name = match[1] or match[2]
            raise WorkspaceError(
                f"reports/{name} is open: close {name} in Excel, then run again. "
                f"(If nobody has it open, delete reports/{lock.name}.)"
            )


def make_room(
    workspace: Workspace, is_unfinished: Mapping[str, Callable[[bytes], bool]]
) -> tuple[Path, ...]:
    """Archive the last run's reports; return the workbooks that hold answers not yet taken in.

    `is_unfinished` says of each kind of workbook, by what it is called, how to tell. An unfinished
    `review.xlsx` becomes `review-1.xlsx` (`-2` …) and, like any other unfinished workbook in the
    folder, is never archived.
    """
    reports = [path for path in workspace.reports.iterdir() if _is_ours(path)]
    folder = workspace.archive / _run_id(reports)
    kept = []
    for path in sorted(reports):
        workbook = _WORKBOOK.fullmatch(path.name)
        if workbook and is_unfinished[workbook[1]](path.read_bytes()):
            kept.append(_set_aside(path))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            _move(path, folder / path.name)
    return tuple(kept)


def _is_ours(path: Path) -> bool:
    if path.name == COPIES:
        return path.is_dir()
    return path.is_file() and (path.name in _OURS or bool(_WORKBOOK.fullmatch(path.name)))


def _run_id(reports: list[Path]) -> str:
    """Name a run by when its reports were finished (UTC)."""
    newest = max((path.stat().st_mtime for path in reports), default=0.0)
    return datetime.fromtimestamp(newest, UTC).strftime("%Y-%m-%dT%H%M%SZ")


def _set_aside(path: Path) -> Path:
    if path.stem not in (REVIEW, DIRECTORY):
        return path
    number = 1
    while (aside := path.with_name(f"{path.stem}-{number}.xlsx")).exists():
        number += 1
    _move(path, aside)
    return aside


def _move(path: Path, to: Path) -> None:
    try:
        if to.is_dir():
            shutil.rmtree(to)
        path.replace(to)
    except PermissionError as error:
        raise WorkspaceError(
            f"reports/{path.name} is open: close {path.name} in Excel, then run again."
        ) from error
