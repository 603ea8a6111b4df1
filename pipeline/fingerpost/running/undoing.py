"""What to take back in, lines of the log that take it back out; nothing is ever erased."""

from fingerpost.curating import append, keep_copy, read_log, undo_file, undo_item, undo_last
from fingerpost.errors import WorkspaceError
from fingerpost.running.applying import now
from fingerpost.running.turns import person, sole_turn
from fingerpost.workspace import Workspace, check_writable


def undo(workspace: Workspace, *, item_id: str = "", file: str = "") -> int:
    """Take back an item's newest decision, a returned file, or (neither named) the last apply."""
    check_writable(workspace)
    with sole_turn(workspace):
        return _undo(workspace, item_id, file)


def _undo(workspace: Workspace, item_id: str, file: str) -> int:
    log = read_log(workspace.log)
    at, by = now(log), person()
    if item_id:
        lines = undo_item(log, item_id, by=by, at=at)
    elif file:
        lines = undo_file(log, file, by=by, at=at)
    else:
        lines = undo_last(log, by=by, at=at)
    if not lines:
        what = item_id or file or "the last apply"
        raise WorkspaceError(f"{what}: there is no decision to take back.")
    keep_copy(workspace.log, at)
    append(workspace.log, lines)
    return len(lines)
