"""What a release changes in, lines for people out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.loading import Change, LoadReport, Release


_SIGN_OFF = 'fingerpost load --signed-off-by "NAME"'


def describe(report: "LoadReport") -> tuple[str, ...]:
    """Say what loading or going back did; before it is done, change by change."""
    if report.nothing_to_load:
        return (
            f"Nothing to load: release {report.previous} already says all this.",
            _signed(report),
        )
    if report.dry_run:
        done = f"Would become release {report.previous + 1}; nothing was loaded."
        return (*describe_changes(report.changes), f"{done} {report.statements} statements in all.")
    return (
        _counted(report.changes),
        f"Loaded as release {report.release}. {report.statements} statements in all.",
        _signed(report),
        "fingerpost changes lists what is new, change by change.",
    )


def _signed(report: "LoadReport") -> str:
    if report.signed_off_by:
        return f"Signed off by {report.signed_off_by}."
    if report.sign_off:
        return f"{report.sign_off} To sign off what is new too: {_SIGN_OFF}"
    return f"Nobody has signed it off yet: {_SIGN_OFF}"


def describe_releases(releases: Sequence["Release"]) -> Iterator[str]:
    """List the releases, oldest first."""
    for one in releases:
        signed = f"signed off by {one.signed_off_by}" if one.signed_off_by else "not signed off"
        back = f", back to release {one.restores}" if one.restores else ""
        yield f"Release {one.number}, {one.created_at[:10]}: {one.statements} statements, {signed}{back}"


def describe_changes(changes: Sequence["Change"]) -> tuple[str, ...]:
    """Say what differs, counted and then one by one."""
    seen = [change for change in changes if change.kind.value != "sourced"]
    unseen = len({change.id for change in changes}) - len({change.id for change in seen})
    places = (
        f"  … and {unseen} whose place in Word changed, and nothing else (--json lists them)",
    )
    return (_counted(seen), *map(_line, seen), *(places if unseen else ()))


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
