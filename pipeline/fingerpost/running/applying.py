"""Returned files in, lines of the log out, each file taken in whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.curating import append, keep_copy, read_log, returned_line, unused_date
from fingerpost.decisions import Action, Decision
from fingerpost.errors import ReturnRefused, WorkspaceError
from fingerpost.packs import PackSent
from fingerpost.reviewing import (
    Answers,
    Decided,
    Fate,
    Memory,
    Return,
    came_back,
    decide,
    index,
    namesakes,
    read_return,
)
from fingerpost.running.questions import look
from fingerpost.running.replying import write_replies
from fingerpost.running.turns import person, sole_turn
from fingerpost.workspace import Workspace, check_writable


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one returned file: answers taken in, rows set aside, or why it was refused.

    `repeated` counts answers that the same person had given before.
    `known` is true where it was taken in before; it is then taken in again only if it is named, so
    that what was taken back since stays taken back. `copies` says of which file it is a copy, if it
    is one; `reply` is the path, within the workspace, of the page that tells its sender the rest;
    `pack` says whose pack it is and how far it was answered, if it is one.
    """

    file: str
    answers: int = 0
    repeated: int = 0
    known: bool = False
    set_aside: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    copies: str = ""
    reply: str = ""
    pack: str = ""

    @property
    def fate(self) -> Fate | None:
        """What to tell whoever sent the file; nothing where it was taken in before."""
        if self.known:
            return None
        left_out = (*self.set_aside, *self.undecided)
        return Fate(file=self.file, answers=self.answers, problems=self.problems, left_out=left_out)


def apply(workspace: Workspace, files: Sequence[Path] = ()) -> tuple[Taken, ...]:
    """Take returned files into the log; a refused file changes nothing."""
    check_writable(workspace)
    with sole_turn(workspace):
        chosen = tuple(_found(workspace, file) for file in files) or _all_returned(workspace)
        return _take_all(workspace, chosen, again=bool(files))


def _found(workspace: Workspace, file: Path) -> Path:
    """Look for a file that was named without its folder where returned files are put."""
    kept = workspace.returned / file
    return kept if not file.exists() and kept.exists() else file


def _take_all(workspace: Workspace, chosen: Sequence[Path], *, again: bool) -> tuple[Taken, ...]:
    """Read every file against the same state of things, and write all they say at once."""
    looked = look(workspace)
    log = read_log(workspace.log)
    at = now(log)
    if workspace.log.exists():
        keep_copy(workspace.log, at)
    memory, known = Memory.of(log), index(looked.outcome)
    packs = {line.pack for line in log}
    lines: list[Decision] = []
    taken = []
    asked = {}
    back: list[Return] = []
    for file in chosen:
        try:
            returned = read_return(file.name, _bytes(file), known, looked.outcome.rulebook.taxonomy)
        except ReturnRefused as refused:
            taken.append(Taken(file=file.name, problems=refused.problems))
            continue
        asked[file.name] = returned.questions
        if not again and returned.pack in packs:
            taken.append(Taken(file=file.name, known=True))
            continue
        decided = decide(returned, looked.outcome, known, at, memory)
        lines += decided.lines
        back += [returned] if decided.lines else []
        taken.append(_taken(file.name, decided))
    lines += _links(back, looked.outcome.standing.packs, log, at)
    append(workspace.log, lines)
    told = _told(asked, looked.outcome.standing.packs, (*log, *lines))
    copies, council = namesakes(asked), looked.outcome.rulebook.council
    replies = write_replies(workspace, council, (one.fate for one in taken))
    return tuple(
        replace(one, copies=copies.get(one.file, ""), reply=reply, pack=told.get(one.file, ""))
        for one, reply in zip(taken, replies, strict=True)
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


def _taken(file: str, decided: Decided) -> Taken:
    return Taken(
        file=file,
        answers=decided.answers,
        repeated=decided.repeated,
        set_aside=decided.set_aside,
        undecided=decided.undecided,
    )


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


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except PermissionError as error:
        problem = f"It is open in another program: close {file.name} in Excel, then apply it again."
        raise ReturnRefused(file.name, (problem,)) from error
    except OSError as error:
        raise ReturnRefused(file.name, (f"It cannot be opened ({error.strerror}).",)) from error
