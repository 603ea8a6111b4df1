"""What to take back in, lines of the log that take it back out; nothing is ever erased."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.curating import (
    made_of,
    read_log,
    undo_file,
    undo_item,
    undo_last,
)
from fingerpost.decisions import IDENTITY_ACTIONS, Action, Decision, Resource
from fingerpost.meanings import heading_key
from fingerpost.opinions import standing_lines
from fingerpost.reporting import read_items
from fingerpost.reviewing import group_ref, heading_ref, pack_of, parse_ref
from fingerpost.running.reviewing.applying import now
from fingerpost.running.reviewing.merging import remember
from fingerpost.running.turns import person, sole_turn
from fingerpost.workspace import Workspace, check_writable

_NAMING = {Action.ADDED: ("text",), Action.DESCRIBED: ("url",)}
"""Fields by which people know what never stood in Word: an added statement, an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back: how many answers, about what, and whose they were; or which pack.

    `standing` counts what the same people said of it besides, by the file that it came in.
    """

    answers: int
    about: tuple[str, ...]
    people: tuple[str, ...]
    pack: str = ""
    standing: Mapping[str, int] = field(default_factory=dict)


def undo(workspace: Workspace, *, reference: str = "", file: str = "") -> Undone:
    """Take back an answer by its reference, a returned file, or (neither named) the last apply.

    A reference is an id, what stands in a `Ref` column, a heading as it is written, or the number
    of a line of the log. The id of a part takes back the parting, that of a piece the joining, that
    of a pack the pack. A file is named as the log calls it, or by the path where it lies.
    """
    check_writable(workspace)
    with sole_turn(workspace):
        log = read_log(workspace.log)
        at, by = now(log), person()
        if reference:
            lines = undo_item(log, _resource(reference, log), by=by, at=at)
        elif file:
            lines = undo_file(log, _file(workspace, file, log), by=by, at=at)
        else:
            lines = undo_last(log, by=by, at=at)
        remember(workspace.log, log, lines, at)
    words = {one.id: one.text for one in read_items(workspace.reports / "items.csv")}
    return _told(lines, log, words)


def _file(workspace: Workspace, name: str, log: Sequence[Decision]) -> str:
    """Return what the log calls a file: by its bytes where it lies there, else by its name."""
    for path in (Path(name), workspace.root / name, workspace.returned / name):
        if path.is_file():
            digest = pack_of("", path.read_bytes())
            known = {line.pack for line in standing_lines(log) if line.pack.endswith(digest)}
            return min(known, default=name)
    return name


def _resource(reference: str, log: Sequence[Decision]) -> str:
    """Find what the log calls the thing that a person refers to."""
    ref = parse_ref(reference)
    names = {line.resource_id for line in log if line.resource_type is Resource.HEADING}
    for name in sorted(names):
        if ref.id in (heading_ref(name).id, group_ref(name, ()).id):
            return name
    if heading_key(reference) in names:
        return heading_key(reference)
    if not ref.id.startswith("s-"):
        return reference
    return _decided_about(ref.id, log)


def _decided_about(item: str, log: Sequence[Decision]) -> str:
    """Lead from a part or a piece, about which nobody decided by itself, to what it was made of."""
    judged = {
        line.resource_id
        for line in standing_lines(log)
        if line.field_name == "status" and line.last_action_type not in IDENTITY_ACTIONS
    }
    return item if item in judged else made_of(log).get(item, item)


def _told(lines: Sequence[Decision], log: Sequence[Decision], words: Mapping[str, str]) -> Undone:
    """Say what was taken back in the words people saw; `words` has those of the last run."""
    undone = {int(line.resource_id) for line in lines}
    gone = [line for line in log if line.seq in undone]
    answers = {(line.resource_id, line.updated_by, line.last_action_date) for line in gone}
    seen = dict(words) | {
        line.resource_id: line.replacement_value
        for line in gone
        if line.last_action_type is Action.SEEN
        or line.field_name in _NAMING.get(line.last_action_type, ())
    }
    about = dict.fromkeys(seen.get(line.resource_id, line.resource_id) for line in gone)
    return Undone(
        answers=len(answers),
        about=tuple(about),
        people=tuple(dict.fromkeys(line.updated_by for line in gone)),
        pack=next((ln.resource_id for ln in gone if ln.resource_type is Resource.PACK), ""),
        standing=_standing_besides(gone, standing_lines((*log, *lines))),
    )


def _standing_besides(gone: Sequence[Decision], left: Sequence[Decision]) -> Mapping[str, int]:
    """Count by file what the same people said of the same things and was not taken back."""
    said = {(line.resource_id, line.updated_by) for line in gone}
    besides = {
        (line.pack, line.resource_id)
        for line in left
        if (line.resource_id, line.updated_by) in said and line.pack
    }
    return Counter(pack for pack, _ in sorted(besides))
