"""Returned files and the state of things in, the lines that they add to the log out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.curating import append, keep_copy
from fingerpost.decisions import Decision
from fingerpost.errors import ReturnRefused
from fingerpost.outcome import Outcome
from fingerpost.reviewing import Decided, Fate, Index, Memory, Return, decide, index, understand
from fingerpost.running.reviewing.facts_looked_through import personal_facts
from fingerpost.running.reviewing.receiving import Received, receive


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


@dataclass(slots=True)
class Merge:
    """What some files add, one after the other, each whole or not at all.

    `asked` names, by file, the questions it was sent with; `back` holds what brought new lines.
    """

    outcome: Outcome
    known: Index
    memory: Memory
    at: str
    lines: list[Decision] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    back: list[Return] = field(default_factory=list)

    def add(self, received: Received, *, again: bool) -> None:
        """Take one file in; one that was taken in before only if `again`."""
        if received.opened is None:
            self.taken.append(Taken(file=received.file, problems=received.problems))
            return
        taxonomy = self.outcome.rulebook.taxonomy
        try:
            returned = understand(received.opened, self.known, taxonomy)
        except ReturnRefused as refused:
            self.taken.append(Taken(file=received.file, problems=refused.problems))
            return
        self.asked[received.file] = returned.questions
        if not again and self.memory.knows(returned.pack):
            self.taken.append(Taken(file=received.file, known=True))
            return
        decided = decide(returned, self.outcome, self.known, self.at, self.memory)
        self.lines += decided.lines
        self.back += [returned] if decided.lines else []
        personal = personal_facts(decided.facts, self.outcome.rulebook.names)
        self.taken.append(_taken(received.file, decided, personal))


def merge(
    files: Sequence[Path], outcome: Outcome, log: Sequence[Decision], at: str, *, again: bool
) -> Merge:
    """Read every file against the same state of things; all that they add is dated `at`."""
    made = Merge(outcome=outcome, known=index(outcome), memory=Memory.of(log), at=at)
    for received in receive(files):
        made.add(received, again=again)
    return made


def remember(path: Path, log: Sequence[Decision], new: Sequence[Decision], at: str) -> None:
    """Add lines to the log, and keep a copy of it as it was and as it is now."""
    if log:
        keep_copy(path, log[-1].last_action_date)
    added = append(path, new)
    if added:
        keep_copy(path, at)


def _taken(file: str, decided: Decided, personal: tuple[str, ...]) -> Taken:
    return Taken(
        file=file,
        answers=decided.answers,
        repeated=decided.repeated,
        set_aside=decided.set_aside,
        undecided=(*decided.undecided, *personal),
    )
