"""Bytes in; a file that is whole, old or new, out; and one writer at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fingerpost.errors import WorkspaceError

PATIENCE = 30.0
"""Seconds to wait for another program that writes the same file."""


def from_here(path: Path) -> str:
    """Return a path as somebody types it: from the current folder where it lies in that."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a power cut, meets the old one or the new one, whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        write_through(beside, content)
        move(beside, path)
    except OSError as error:
        raise unwritable(path, error) from error


def write_through(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def move(beside: Path, path: Path) -> None:
    """Put a finished file in the place of another, in one step that survives a power cut."""
    beside.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def unwritable(path: Path, error: OSError) -> WorkspaceError:
    """Say in plain words why a file could not be written, and what to do."""
    if isinstance(error, PermissionError):
        return WorkspaceError(
            f"{path}: cannot be written. Close {path.name} in Excel if it is open there, "
            "check that you may write to its folder, then run again."
        )
    return WorkspaceError(
        f"{path}: cannot be written ({error.strerror}). Mend that, then run again."
    )


@contextmanager
def sole_writer(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other programs from writing a file; the operating system lets go if we are killed."""
    from filelock import FileLock, Timeout

    mark = path.with_name(f".{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(mark, timeout=patience):
            try:
                yield
            finally:
                with suppress(OSError):
                    mark.unlink()
    except Timeout as error:
        raise WorkspaceError(
            f"{path}: another program has been writing it for {patience:.0f} seconds. "
            "Let it finish or close it, then run again."
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
