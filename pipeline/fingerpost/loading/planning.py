"""What loading would do in, a plan that can be kept and carried out exactly so, or not at all, out."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection

from fingerpost.errors import TargetError
from fingerpost.loading.as_loaded import content_at
from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.contents import Content, newest_release
from fingerpost.loading.target import shown

_MARK = "fingerpost_plan"
_AGAIN = "Nothing was loaded. Make a new plan: fingerpost load --dry-run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that one load is to do, and to what: `target` is its address without a password.

    `fingerprint` is of all that stands in the directory, edits by hand too; `files` of what is to
    be loaded. `previous` and `statements` are as in a report of loading.
    """

    target: str
    fingerprint: str
    files: str
    previous: int
    statements: int
    changes: tuple[Change, ...]


def fingerprint(connection: Connection | None) -> str:
    """Return what tells one state of a directory from any other."""
    newest = newest_release(connection) if connection else 0
    content = content_at(connection, newest) if connection and newest else Content()
    digest = hashlib.sha256(f"{newest}\n".encode())
    for name, rows in sorted(content.tables.items()):
        for key, row in sorted(rows.items(), key=str):
            # Somebody may have put there what is no text; that is for the load to name.
            kept = json.dumps([name, key, row], ensure_ascii=False, default=repr)
            digest.update(kept.encode())
    return digest.hexdigest()


def counts(changes: Iterable[Change]) -> Mapping[str, Mapping[str, int]]:
    """Count the things to which something happens, by what they are and what happens."""
    things = {(each.subject, each.kind, each.id) for each in changes}
    found: dict[str, dict[str, int]] = {}
    for (subject, kind), number in sorted(Counter(one[:2] for one in things).items()):
        found.setdefault(subject.value, {})[kind.value] = number
    return found


def check_target(plan: Plan, target: str, now: str, files: str, newest: int) -> None:
    """Refuse a plan for another directory, another state of it, or other files.

    A release that was loaded since is named first: whoever uses a plan twice meets it.
    """
    if plan.target != target:
        raise TargetError(
            f"The plan was made for {shown(plan.target)}, not for {shown(target)}. {_AGAIN}"
        )
    if newest > plan.previous:
        raise TargetError(
            f"{shown(target)}: release {newest} was loaded since the plan was made, perhaps from this very plan. "
            f"{_AGAIN}"
        )
    if plan.files != files:
        raise TargetError(f"The files to be loaded changed since the plan was made. {_AGAIN}")
    if plan.fingerprint != now:
        raise TargetError(f"{shown(target)}: changed since the plan was made. {_AGAIN}")


def check_changes(plan: Plan, changes: tuple[Change, ...]) -> None:
    """Refuse to load anything but exactly what was planned, as another version of the program might."""
    if plan.changes != changes:
        raise TargetError(f"Loading would do something else now than what was planned. {_AGAIN}")


def plan_text(plan: Plan) -> str:
    """Return a plan as it is kept (JSON)."""
    kept = {_MARK: {**asdict(plan), "counts": counts(plan.changes)}}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def read_plan(name: str, text: str) -> Plan:
    """Read a plan that was kept; anything else is refused by name."""
    try:
        kept = json.loads(text)
        named: dict[str, Any] = {one.name: kept[_MARK][one.name] for one in fields(Plan)}
        return Plan(**{**named, "changes": tuple(map(_change, named["changes"]))})
    except (ValueError, KeyError, TypeError) as error:
        raise TargetError(f"{name}: is no plan of this program. {_AGAIN}") from error


def _change(kept: Mapping[str, Any]) -> Change:
    named = {"kind": ChangeKind(kept["kind"]), "subject": Subject(kept["subject"])}
    return Change(**{**kept, **named})
