"""The log and what to take back in, the lines that take it back out."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from fingerpost.decisions import IDENTITY_ACTIONS, Action, Decision, Resource
from fingerpost.errors import LogError
from fingerpost.opinions import standing_lines


def undo_item(log: Sequence[Decision], item: str, *, by: str, at: str) -> tuple[Decision, ...]:
    """Take back the newest answer about one item or heading; earlier answers stand again.

    A pack is taken back whole: nobody waits for it any more, and what came back of it stands.
    A number instead of an id takes back the answer that the line with that `seq` belongs to, whole
    (half an answer may be a wording without its approval, or worse), or all that one line of taking
    back took back with others.
    """
    if item.isdecimal():
        (line,) = _line(log, int(item))
        whole = (one for one in log if _belong_together(one, line))
        return _undo(whole, by=by, at=at)
    about = [line for line in _people_s(log) if line.resource_id == item]
    if not about:
        raise LogError(
            f"{item}: nothing that somebody decided about it still stands. Check the reference."
        )
    if about[-1].resource_type is Resource.PACK:
        return _undo(about, by=by, at=at)
    return _undo((line for line in about if _batch(line) == _batch(about[-1])), by=by, at=at)


def undo_file(log: Sequence[Decision], name: str, *, by: str, at: str) -> tuple[Decision, ...]:
    """Take back all that one returned file brought, however often it was returned.

    A file goes by its name, or by its name and digest (`review.xlsx#1a2b3c4d`), as the log calls
    it.

    Raises:
        LogError: also where several files had this name; it names each as it must be asked for.
    """
    wanted = PurePath(name).name
    lines = [line for line in _answers(log) if wanted in (line.pack, line.pack.rpartition("#")[0])]
    if not lines:
        raise LogError(
            f"{name}: no answer that still stands came in a file of this name. Check the name."
        )
    files = dict.fromkeys(line.pack for line in lines)
    if len(files) > 1:
        offered = "; ".join(f"“{file}” ({_described(file, lines)})" for file in files)
        raise LogError(
            f"{name}: {len(files)} files of this name came in, and nothing was taken back. "
            f"Take back one of them by its whole name: {offered}."
        )
    return _undo(lines, by=by, at=at)


def _described(file: str, lines: Iterable[Decision]) -> str:
    """Say of one file how many answers of it stand, whose they are and when they came in."""
    mine = [line for line in lines if line.pack == file]
    count = len({(line.resource_id, line.updated_by, line.last_action_date) for line in mine})
    people = " and ".join(sorted({line.updated_by for line in mine} - {""}))
    told = (f"{count} answer" + "s" * (count != 1), people and f"of {people}")
    return f"{' '.join(filter(None, told))}, taken in on {mine[0].last_action_date[:10]}"


def undo_last(log: Sequence[Decision], *, by: str, at: str) -> tuple[Decision, ...]:
    """Take back the newest apply of which something still stands."""
    answers = _answers(log)
    if not answers:
        raise LogError("There is no answer left to take back.")
    newest = answers[-1].last_action_date
    return _undo((line for line in answers if line.last_action_date == newest), by=by, at=at)


def _answers(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the lines that came back from people; what was sent to whom is no answer."""
    return tuple(line for line in _people_s(log) if line.resource_type is not Resource.PACK)


def _people_s(log: Sequence[Decision]) -> tuple[Decision, ...]:
    return tuple(
        line for line in standing_lines(log) if line.last_action_type not in IDENTITY_ACTIONS
    )


def _belong_together(one: Decision, other: Decision) -> bool:
    same_act = (one.last_action_type is Action.UNDONE) == (other.last_action_type is Action.UNDONE)
    same_thing = one.resource_id == other.resource_id or other.last_action_type is Action.UNDONE
    return _batch(one) == _batch(other) and same_act and same_thing


def _batch(line: Decision) -> tuple[str, str, str]:
    return line.last_action_date, line.pack, line.updated_by


def _line(log: Sequence[Decision], seq: int) -> tuple[Decision, ...]:
    lines = tuple(line for line in log if line.seq == seq)
    if not lines:
        raise LogError(f"{seq}: the log has no line of this number. It has {len(log)} lines.")
    return lines


def _undo(lines: Iterable[Decision], *, by: str, at: str) -> tuple[Decision, ...]:
    """Write one line for each; `seq` and `prev_hash` are given when the log takes them in."""
    return tuple(
        Decision(
            seq=0,
            resource_id=str(line.seq),
            resource_type=Resource.DECISION,
            last_action_date=at,
            last_action_type=Action.UNDONE,
            field_name=line.field_name,
            previous_value=line.replacement_value,
            updated_by=by,
        )
        for line in lines
    )
