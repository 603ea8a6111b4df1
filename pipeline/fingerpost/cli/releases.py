"""What a release changes in, lines for people out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from fingerpost.cli.answers import Answer, plural

if TYPE_CHECKING:
    from fingerpost.loading import Change, Conflict, Event, LoadReport, Release
    from fingerpost.running.directory.releasing import Told
    from fingerpost.running.directory.taken_off import Why


MOST_LINES = 20
"""Of each kind of change; the page and --json have them all."""

_NAME = '--signed-off-by "NAME"'
_COMES_AGAIN = (
    "The next load brings what is newer again. "
    "To keep an answer out of it: fingerpost review undo, then fingerpost migrate"
)


def answer_of(told: "Told") -> Answer:
    """Say what loading or going back did or would do, and where to read it page by page."""
    report = told.report
    named = {one.name: getattr(report, one.name) for one in fields(report)}
    page = (f"To read through: {told.page}",) if told.page else ()
    return Answer(
        data={**named, "page": told.page, "notes": told.notes, "first": told.first},
        lines=(*told.first, *describe(report), *page, *told.notes),
    )


def describe(report: "LoadReport") -> tuple[str, ...]:
    """Say what loading or going back did; before it is done, change by change."""
    if report.nothing_to_load:
        nothing = "go back to" if report.restores else "load"
        return (
            f"Nothing to {nothing}: release {report.previous} already says all this.",
            *_worth_a_look(report),
            _signed(report),
        )
    if report.dry_run:
        done = f"Would become release {report.previous + 1}; nothing was loaded."
        return (
            *describe_changes(report.changes, report.labels, gone=report.because),
            *_worth_a_look(report),
            f"{done} {plural(report.statements, 'statement')} in all.",
        )
    done = f"Back to release {report.restores}, as" if report.restores else "Loaded as"
    return (
        _counted(_noticed(report.changes)),
        f"{done} release {report.release}. {plural(report.statements, 'statement')} in all.",
        f"{report.rows_read:,} rows were read back and found as written.",
        *_worth_a_look(report),
        _signed(report),
        *((_COMES_AGAIN,) if report.restores else ()),
        "fingerpost changes lists what is new, change by change.",
    )


def _worth_a_look(report: "LoadReport") -> Iterator[str]:
    """Say what went with a document, which edits by hand there are, and where they met changes."""
    for source, gone in sorted(report.unread.items()):
        yield f"{plural(gone, 'statement')} retired with {source}, which was not read this time."
    if report.edits:
        yield f"{plural(len(report.edits), 'edit')} by hand in the database kept."
    yield from describe_conflicts(report.conflicts, report.labels)


def describe_conflicts(conflicts: Iterable["Conflict"], labels: Mapping[str, str]) -> Iterator[str]:
    """Say where edits by hand met other changes: the three texts, and which stands."""
    from fingerpost.loading.telling.wording import value_words

    for one in conflicts:
        by_hand, in_files, base = (
            value_words(one.field, value, labels) for value in (one.by_hand, one.in_files, one.base)
        )
        kept = "what was put by hand" if one.kept.value == "by-hand" else "what the files say"
        yield (
            f"  by hand “{by_hand}”, in the files “{in_files}”, "
            f"loaded before “{base}”: {kept} stands ({one.text})"
        )


def _signed(report: "LoadReport") -> str:
    if report.signed_off_by:
        return f"Signed off by {report.signed_off_by}."
    if report.restores:
        return f"Nobody has signed it off yet: fingerpost {_signing(report.restores)}"
    if report.sign_off:
        return f"{report.sign_off} To sign off what is new too: fingerpost {_signing(None)}"
    return f"Nobody has signed it off yet: fingerpost {_signing(None)}"


def draft_told(release: int, restores: int | None) -> str:
    """Say why something is a draft, and how to sign off just what it shows.

    After going back `load` would bring what is newer again, and sign that.
    """
    return (
        f"It is marked DRAFT, because nobody has signed release {release} off. "
        f"When somebody agrees: fingerpost {_signing(restores)}"
    )


def _signing(restores: int | None) -> str:
    return f"rollback {restores} {_NAME}" if restores else f"load {_NAME}"


def taken_off_told(taken_off: "Mapping[Why, int]", *, is_newest: bool = True) -> Iterator[str]:
    """Say what is in a release and not shown, because of what people said since."""
    for why, count in taken_off.items():
        again = "" if is_newest else " again"
        yield f"Not shown{again}: {plural(count, 'statement')}, because {why.words}."
    if taken_off and is_newest:
        yield (
            "That holds until somebody keeps or changes the words in a workbook (words typed into "
            "the database are to be typed into directory.xlsx too): fingerpost migrate asks, or "
            "takes in what was answered; then fingerpost load"
        )


def by_hand_told(
    changed: int, release: int, restores: int | None = None, *, signed: bool = False
) -> Iterator[str]:
    """Say that a directory says something else than its release did when it was made."""
    if changed:
        done = "signed off" if signed else "loaded"
        things = "statement, category or resource was", "statements, categories or resources were"
        yield (
            f"{changed:,} {things[changed > 1]} changed by hand since release {release} was {done}, "
            "and nobody has signed that off. fingerpost verify names each; "
            f"when somebody agrees: fingerpost {_signing(restores)}"
        )


def describe_releases(releases: Sequence["Release"]) -> Iterator[str]:
    """List the releases, oldest first."""
    for one in releases:
        signed = f"signed off by {one.signed_off_by}" if one.signed_off_by else "not signed off"
        back = f", back to release {one.restores}" if one.restores else ""
        yield f"Release {one.number}, {one.created_at[:10]}: {plural(one.statements, 'statement')}, {signed}{back}"


def describe_event(event: "Event", labels: Mapping[str, str]) -> Iterator[str]:
    """Say what one release did to one thing."""
    from fingerpost.loading.telling.grounds import reasons

    why = reasons(event.changes, labels)
    when = f"Release {event.release.number}, {event.release.created_at[:10]}"
    for one in event.changes:
        if not one.field:
            yield f"{when}: {one.kind.value}: {one.text}"
        elif one.kind.value != "sourced":
            yield f"{when}: {_field_told(one, labels, why)}"


def describe_changes(
    changes: Sequence["Change"],
    labels: Mapping[str, str],
    *,
    most: int | None = MOST_LINES,
    gone: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Say what differs, counted and then one by one, at most so many of each kind.

    `gone` says of statements that go why they do.
    """
    from fingerpost.loading.telling.grounds import reasons

    seen, why = _noticed(changes), reasons(changes, labels, gone)
    unseen = len({change.id for change in changes}) - len({change.id for change in seen})
    rests = (
        f"  … and {unseen} of which only the place in Word, or on what and how surely labels rest, changed "
        "(--json lists them)",
    )
    return (_counted(seen), *_lines(seen, labels, why, most), *(rests if unseen else ()))


def _lines(
    changes: Sequence["Change"],
    labels: Mapping[str, str],
    why: Mapping[tuple[str, str], str],
    most: int | None,
) -> Iterator[str]:
    for (subject, kind), some in groupby(changes, key=lambda each: (each.subject, each.kind)):
        told = list(some)
        yield from (_line(change, labels, why) for change in told[:most])
        if most is not None and len(told) > most:
            noun = _noun(subject.value, len(told) - most)
            yield f"  … and {len(told) - most:,} more {noun} {kind.value}"


def _noticed(changes: Iterable["Change"]) -> list["Change"]:
    """Leave out what only says where in Word something stands, and what its labels rest on."""
    return [change for change in changes if change.kind.value != "sourced"]


def _counted(changes: Sequence["Change"]) -> str:
    return (", ".join(_counts(changes)) or "No difference") + "."


def _counts(changes: Sequence["Change"]) -> Iterator[str]:
    things = {(change.subject, change.kind, change.id) for change in changes}
    counted = Counter((subject, kind) for subject, kind, _ in things)
    for (subject, kind), count in sorted(counted.items()):
        yield f"{count} {_noun(subject.value, count)} {kind.value}"


def _noun(subject: str, count: int) -> str:
    noun = {"strategy": "statement", "concept": "category"}.get(subject, subject)
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return noun if count == 1 else plural


def _line(change: "Change", labels: Mapping[str, str], why: Mapping[tuple[str, str], str]) -> str:
    """Say one change by its words; the id, by which `changes --of` finds it, comes last."""
    told = f"“{change.text}”: {_field_told(change, labels, why)}" if change.field else change.text
    reference = "" if change.id == change.text else f" [{change.id}]"
    because = "" if change.field else why.get((change.id, ""), "")
    return f"  {change.kind.value:10} {told}{reference}{f', {because}' if because else ''}"


def _field_told(
    change: "Change", labels: Mapping[str, str], why: Mapping[tuple[str, str], str]
) -> str:
    from fingerpost.loading.telling.wording import field_words, value_words

    before, after = (
        value_words(change.field, value, labels) for value in (change.before, change.after)
    )
    told = f"{field_words(change.field)}: “{before}” → “{after}”"
    because = why.get((change.id, change.field))
    return f"{told} ({because})" if because else told
