"""Returned files in, lines of the log out, each file taken in whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.curating import read_log, returned_line, unused_date
from fingerpost.decisions import Action, Decision
from fingerpost.errors import WorkspaceError
from fingerpost.packs import PackSent
from fingerpost.reviewing import Answers, Return, came_back, namesakes
from fingerpost.running.migrating.questions import look
from fingerpost.running.reviewing.merging import Taken, merge, remember
from fingerpost.running.reviewing.replying import write_replies
from fingerpost.running.turns import person, sole_turn
from fingerpost.workspace import Workspace, check_writable

__all__ = ["Taken", "apply", "now", "returned_files"]


def apply(workspace: Workspace, files: Sequence[Path] = ()) -> tuple[Taken, ...]:
    """Take returned files into the log; a refused file changes nothing."""
    check_writable(workspace)
    with sole_turn(workspace):
        chosen = tuple(_found(workspace, file) for file in files) or _all_returned(workspace)
        return _take_all(workspace, chosen, again=bool(files))


def _found(workspace: Workspace, file: Path) -> Path:
    """Look for a file that was named without its folder where returned files are put."""
    for place in (file, workspace.returned / file):
        if place.exists():
            return place
    raise WorkspaceError(
        f"{file}: there is no such file, neither here nor in {workspace.returned}. "
        "Check the spelling."
    )


def _take_all(workspace: Workspace, chosen: Sequence[Path], *, again: bool) -> tuple[Taken, ...]:
    """Read every file against the same state of things, and write all they say at once."""
    looked = look(workspace, keep=True)
    log, sent = read_log(workspace.log), looked.outcome.standing.packs
    at = now(log)
    merged = merge(chosen, looked.outcome, log, at, again=again)
    lines = (*merged.lines, *_links(merged.back, sent, log, at))
    remember(workspace.log, log, lines, at)
    told = _told(merged.asked, sent, (*log, *lines))
    copies, council = namesakes(merged.asked), looked.outcome.rulebook.council
    replies = write_replies(workspace, council, (one.fate for one in merged.taken))
    return tuple(
        replace(one, copies=copies.get(one.file, ""), reply=reply, pack=told.get(one.file, ""))
        for one, reply in zip(merged.taken, replies, strict=True)
    )


def _links(
    back: Iterable[Return], packs: Iterable[PackSent], log: Iterable[Decision], at: str
) -> Iterator[Decision]:
    """Yield what the log remembers of packs that came back with answers, once a file."""
    sent = {pack.id: pack for pack in packs}
    known = {line.replacement_value for line in log if line.last_action_type is Action.RETURNED}
    for one in back:
        if one.sent_as in sent and one.pack not in known:
            yield returned_line(sent[one.sent_as], one.pack, by=person(), at=at)


def _told(
    asked: Mapping[str, str], packs: Iterable[PackSent], log: Sequence[Decision]
) -> dict[str, str]:
    """Say of each file that is a pack whose it is, and how far it was answered."""
    sent = {pack.id: pack for pack in packs}
    answers = Answers.of(log) if sent else None
    return {
        file: came_back(sent[questions], answers)
        for file, questions in asked.items()
        if answers and questions in sent
    }


def returned_files(workspace: Workspace) -> tuple[Path, ...]:
    """Return what lies where returned files are put, without what programs leave beside them."""
    found = workspace.returned.rglob("*")
    ours = (path for path in found if path.is_file() and not path.name.startswith(("~$", ".")))
    return tuple(sorted(ours))


def _all_returned(workspace: Workspace) -> tuple[Path, ...]:
    found = returned_files(workspace)
    if not found:
        raise WorkspaceError(
            f"{workspace.returned}: no returned files there. Put the workbooks that came back "
            "into this folder, or name them: fingerpost review apply FILE"
        )
    return found


def now(decisions: Sequence[Decision]) -> str:
    """Return this moment, or the first second after it that dates no line of the log yet."""
    return unused_date(decisions, datetime.now(UTC).isoformat(timespec="seconds"))
