"""A workspace in, what came back and what still waits out, for a wait on a Prefect server.

The wait itself is `flows/review.py`; here is what it does each time it wakes. All of it may be done
twice with the same result, because a flow that is woken begins anew (docs/decisions/0024).
"""

import hashlib
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.errors import WorkspaceError
from fingerpost.pages import plural
from fingerpost.reviewing import describe_status, status
from fingerpost.running.migrating.migration import Request, migrate
from fingerpost.running.migrating.questions import look
from fingerpost.running.orchestrated import run_flow
from fingerpost.running.reviewing.applying import Taken, apply, returned_files
from fingerpost.workspace import Workspace, has_password

Lying = frozenset[tuple[str, int, int]]
"""Returned files by name, size in bytes and time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What became of the files that are back, and how far the review has come, in lines."""

    taken: tuple[Taken, ...]
    standing: tuple[str, ...]


def ask(workspace: Workspace) -> None:
    """Write the questions if nobody has; those that people may be answering stay as they are."""
    if not (workspace.reports / "review.xlsx").exists():
        migrate(Request(root=workspace.root))


def take_in(workspace: Workspace) -> Came:
    """Take in what is back and was not taken in before; a file that cannot be read gets its reply."""
    taken = apply(workspace) if returned_files(workspace) else ()
    looked = look(workspace, keep=True)
    standing = describe_status(status(looked.outcome, looked.inputs.decisions))
    return Came(taken=taken, standing=standing)


def honour(workspace: Workspace) -> None:
    """Write reports and loadable files that follow all answers so far."""
    migrate(Request(root=workspace.root))


def known_as(workspace: Workspace) -> str:
    """Return the name by which a server tells apart folders of one name, here and elsewhere."""
    place = hashlib.sha256(f"{platform.node()}:{workspace.root}".encode()).hexdigest()
    return f"{workspace.root.name}-{place[:8]}"


def lying(workspace: Workspace) -> Lying:
    """Return what lies where returned files are put, to notice that something came or changed."""
    found = ((path, path.stat()) for path in returned_files(workspace))
    return frozenset((path.name, state.st_size, state.st_mtime_ns) for path, state in found)


def described(came: Came) -> str:
    """Say it as Markdown, above the question whether to go on waiting."""
    files = [f"- {line}" for one in came.taken for line in _of_file(one)]
    return "\n".join(
        (
            *(("Files that are back:", "", *files, "") if files else ("No file is back yet.", "")),
            "How far the review has come:",
            "",
            *(f"- {line.strip()}" for line in came.standing),
        )
    )


def _of_file(one: Taken) -> Iterator[str]:
    if one.problems:
        yield f"{one.file}: refused, and nothing in it was taken in. {' '.join(one.problems)}"
    elif one.known:
        yield f"{one.file}: was taken in before."
    else:
        aside = f"; {plural(len(one.set_aside), 'row')} set aside" if one.set_aside else ""
        yield f"{one.file}: {plural(one.answers, 'answer')} taken in{aside}."


def wait_for_answers(workspace: Workspace, url: str) -> None:
    """Wait on the Prefect server that PREFECT_API_URL names, until interrupted.

    Returned files are taken in as they come; the directory at `url` is loaded once somebody says
    so.
    """
    if not os.environ.get("PREFECT_API_URL"):
        raise WorkspaceError(
            "PREFECT_API_URL names no Prefect server to wait on. Without one, wait yourself: "
            "fingerpost migrate, then send reports/review.xlsx; fingerpost review apply for "
            "whatever comes back in reports/returned; fingerpost migrate and fingerpost load "
            "once all is back. Nothing needs to stay switched on meanwhile."
        )
    if has_password(url):
        raise WorkspaceError(
            "Prefect keeps what it was given, a password too. Leave --to out, and load into this "
            "database with fingerpost load once all is back."
        )
    run_flow(workspace, "wait:wait", {"workspace": workspace.root, "to": url})
