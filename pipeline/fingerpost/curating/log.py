"""The decisions log on disk in, its lines out; new lines in, a longer log out."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fingerpost import logbook
from fingerpost.decisions import Decision
from fingerpost.errors import LogError, WorkspaceError
from fingerpost.files import replace_file, sole_writer
from fingerpost.manifest import log_mismatch

COPIES = "decisions-copies"
"""The folder beside the log that holds its dated copies."""


def read_log(path: Path) -> tuple[Decision, ...]:
    """Read the log; one that does not exist yet holds no lines."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise LogError(f"{path.name}: is not text in UTF-8. {logbook.REMEDY}") from error
    except OSError as error:
        raise WorkspaceError(
            f"{path}: cannot be read ({error.strerror}). Ask for the right to read it."
        ) from error
    return logbook.parse(text, path.name)


def append(path: Path, new: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add lines and return them as written, with the `seq` and `prev_hash` they were given.

    Whatever happens meanwhile, the log on disk is the old one or the new one, whole. With nothing
    new an existing log is not touched, and a missing one is begun.
    """
    with sole_writer(path):
        past = read_log(path)
        added = logbook.chain(past, new)
        if added or not path.exists():
            replace_file(path, logbook.render((*past, *added)).encode())
    return added


def keep_copy(path: Path, stamp: str) -> Path:
    """Keep a dated copy of the log beside it; a copy of the same moment is never overwritten."""
    name = stamp.replace(":", "")
    content = path.read_bytes()
    folder = path.parent / COPIES
    copy, number = folder / f"decisions-{name}.csv", 1
    while copy.exists() and copy.read_bytes() != content:
        copy = folder / f"decisions-{name}-{number}.csv"
        number += 1
    replace_file(copy, content)
    return copy


def check_log(path: Path, decisions: Sequence[Decision]) -> None:
    """Stop where answers are missing or were edited, before anything is made without them."""
    faults = (log_mismatch(path.parent), *verify_chain(decisions))
    if any(faults):
        raise LogError("\n".join(filter(None, faults)))


def verify_chain(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Name, one sentence each, the lines that were edited after they were written."""
    return logbook.broken_links(decisions, "decisions.csv")


def unused_date(decisions: Iterable[Decision], at: str) -> str:
    """Return the moment `at`, or the first second after it that dates no line of the log yet.

    All lines of one apply carry one date, and no two applies the same, so that the date tells
    them apart.
    """
    taken = {decision.last_action_date for decision in decisions}
    moment = datetime.fromisoformat(at).astimezone(UTC)
    while (date := moment.isoformat(timespec="seconds")) in taken:
        moment += timedelta(seconds=1)
    return date
