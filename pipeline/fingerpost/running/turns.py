"""Who is at work in a workspace: one command that writes at a time, and the name of the person."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

from fingerpost.errors import WorkspaceError
from fingerpost.workspace import Workspace

SECONDS_TO_WAIT = 5.0


@contextmanager
def sole_turn(workspace: Workspace) -> Iterator[None]:
    """Keep other commands from writing meanwhile; a killed one leaves nothing locked."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(workspace.state / "turn.lock", timeout=SECONDS_TO_WAIT):
            yield
    except Timeout as error:
        raise WorkspaceError(
            f"{workspace.root}: another fingerpost command is at work in this folder. "
            "Let it finish, then run again."
        ) from error


def person() -> str:
    """Return the name of whoever is logged in, or "somebody" where the machine does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
