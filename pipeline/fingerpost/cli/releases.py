"""What a release changes in, lines for people out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.loading import Change, LoadReport


def describe(report: "LoadReport") -> tuple[str, ...]:
    """Say what loading or going back did; before it is done, change by change."""
    if report.nothing_to_load:
        return (f"Nothing to load: release {report.previous} already says all this.",)
    if report.dry_run:
        done = f"Would become release {report.previous + 1}; nothing was loaded."
        return (*describe_changes(report.changes), f"{done} {report.statements} statements in all.")
    return (
        _counted(report.changes),
        f"Loaded as release {report.release}. {report.statements} statements in all.",
        "fingerpost changes lists what is new, change by change.",
    )


def describe_changes(changes: Sequence["Change"]) -> tuple[str, ...]:
    """Say what differs, counted and then one by one."""
    if not changes:
        return ("No difference.",)
    return (_counted(changes), *map(_line, changes))


def _counted(changes: Sequence["Change"]) -> str:
    return (", ".join(_counts(changes)) or "No difference") + "."


def _counts(changes: Sequence["Change"]) -> Iterator[str]:
    things = {(change.subject, change.kind, change.id) for change in changes}
    counted = Counter((subject, kind) for subject, kind, _ in things)
    for (subject, kind), count in sorted(counted.items()):
        noun = {"strategy": "statement", "concept": "category"}.get(subject.value, subject.value)
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        yield f"{count} {noun if count == 1 else plural} {kind.value}"


def _line(change: "Change") -> str:
    what = f": {change.field}: {change.before!r} → {change.after!r}" if change.field else ""
    return f"  {change.kind.value:10} {change.id}  {change.text}{what}"
