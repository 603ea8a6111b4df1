"""The decisions log on disk in, its lines out; new lines in, a longer log out."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fingerpost import logbook
from fingerpost.decisions import IDENTITY_ACTIONS, Decision
from fingerpost.errors import LogError, WorkspaceError
from fingerpost.files import replace_file, sole_writer
from fingerpost.manifest import (
    LOG,
    MANIFEST,
    digest,
    listing,
    log_mismatch,
    made_from,
    read_manifest,
)

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
    new an existing log is not touched, and a missing one is begun. The list of digests beside it
    then vouches for all of it, the newest line too, unless the log was edited before.
    """
    with sole_writer(path):
        past = read_log(path)
        added = logbook.chain(past, new)
        if added or not path.exists():
            is_sound = not log_mismatch(path.parent)
            content = logbook.render((*past, *added)).encode()
            replace_file(path, content)
            if is_sound:
                _vouch(path.parent, content)
    return added


def _vouch(folder: Path, content: bytes) -> None:
    """Let the list of a folder, where there is one, hold the digest of the log as it is now."""
    if (folder / MANIFEST).exists():
        listed = {**read_manifest(folder), LOG: digest(content)}
        replace_file(folder / MANIFEST, listing(listed, made_from(folder)).encode())


def keep_copy(path: Path, stamp: str) -> Path:
    """Keep a dated copy of the log beside it; a copy of the same moment is never overwritten."""
    name = stamp.replace(":", "")
    content = path.read_bytes()
    folder = path.parent / COPIES
    copy, number = folder / f"decisions-{name}.csv", 1
    while copy.exists():
        if copy.read_bytes() == content:
            return copy
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
    """Return the moment `at`, or the first second after all that people decided before.

    All lines of one apply carry one date, no two applies the same and none an earlier one than the
    apply before, so that the date tells them apart and what was known when, also where the clocks
    of two machines differ. What the product writes itself may be dated as its documents are.
    """
    dates = {line.last_action_date: line.last_action_type in IDENTITY_ACTIONS for line in decisions}
    people_s = (date for date, ours in dates.items() if not ours)
    newest = max(map(datetime.fromisoformat, people_s), default=None)
    moment = datetime.fromisoformat(at).astimezone(UTC)
    if newest and moment <= newest:
        moment = newest.astimezone(UTC) + timedelta(seconds=1)
    while (date := moment.isoformat(timespec="seconds")) in dates:
        moment += timedelta(seconds=1)
    return date
