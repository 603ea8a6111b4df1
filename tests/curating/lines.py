"""Answers as returned files hold them, written as lines of the log, for tests."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.logbook import chain
from fingerpost.naming import added_id, digest_of
from fingerpost.taxonomy import Facet

MONDAY = "2025-03-03T10:00:00+00:00"
TUESDAY = "2025-03-04T10:00:00+00:00"
WEDNESDAY = "2025-03-05T10:00:00+00:00"
TEXT = "Give one instruction at a time."
NO_LABELS: Mapping[Facet, tuple[str, ...]] = {}


def answer(
    item: str,
    action: Action = Action.APPROVED,
    *,
    by: str = "Ann",
    pack: str = "",
    at: str = MONDAY,
    digest: str = "d1",
    wording: str | None = None,
    labels: Mapping[Facet, tuple[str, ...]] = NO_LABELS,
    kept: Mapping[Facet, tuple[str, ...]] = NO_LABELS,
    note: str = "",
    saw: str = "",
    given: str | None = None,
) -> tuple[Decision, ...]:
    """Return the lines of one answered row, as the contract between stages fixes them.

    It is given at the moment it is taken in, if nothing else is said.
    """

    def line(kind: Action, field: str, before: str, after: str, reason: str = "") -> Decision:
        return Decision(
            seq=0,
            resource_id=item,
            resource_type=Resource.STRATEGY,
            last_action_date=at,
            last_action_type=kind,
            field_name=field,
            previous_value=before,
            replacement_value=after,
            updated_by=by,
            reason=reason,
            source_digest=digest,
            pack=pack or f"{by}.xlsx#00000000",
        )

    lines = [line(Action.SEEN, "text", "areas/one.docx", TEXT, "Classroom > Talk")]
    if wording is not None:
        lines.append(line(Action.REWORDED, "text", TEXT, wording))
    for facet, concepts in labels.items():
        lines.append(line(Action.RELABELLED, facet.value, "", "|".join(concepts)))
    for facet, concepts in kept.items():
        lines.append(line(Action.CONFIRMED, facet.value, "", "|".join(concepts)))
    lines.append(line(Action.GIVEN, "given", saw, at if given is None else given))
    if note:
        lines.append(line(Action.NOTED, "note", "", note))
    return (*lines, line(action, "status", "review", action.value))


def as_parts(lines: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return an answer with a wording of several lines as the log has it: it parts the statement."""
    return tuple(
        replace(line, last_action_type=Action.PARTED)
        if line.last_action_type is Action.REWORDED
        else line
        for line in lines
    )


def heading(
    key: str,
    meaning: str,
    *,
    by: str = "Ann",
    at: str = MONDAY,
    action: Action = Action.ANSWERED,
    saw: str = "",
    given: str = "",
) -> tuple[Decision, ...]:
    """Return the lines of one answer about a heading: one, unless it says when it was given."""

    def line(kind: Action, field: str, before: str, after: str) -> Decision:
        return Decision(
            seq=0,
            resource_id=key,
            resource_type=Resource.HEADING,
            last_action_date=at,
            last_action_type=kind,
            field_name=field,
            previous_value=before,
            replacement_value=after,
            updated_by=by,
            pack=f"{by}.xlsx#00000000",
        )

    field = "meaning" if action is Action.ANSWERED else "status"
    told = line(action, field, "", meaning)
    return (line(Action.GIVEN, "given", saw, given), told) if given else (told,)


def fact(
    about: str,
    field: str,
    value: str,
    *,
    action: Action = Action.DESCRIBED,
    by: str = "Ann",
    at: str = MONDAY,
    saw: str = "",
    given: str | None = None,
    pack: str = "",
    digest: str = "",
) -> tuple[Decision, ...]:
    """Return the lines of one fact about a statement or, by its `r-` id, a resource."""

    def line(kind: Action, name: str, before: str, after: str) -> Decision:
        return Decision(
            seq=0,
            resource_id=about,
            resource_type=Resource.LINK if about.startswith("r-") else Resource.STRATEGY,
            last_action_date=at,
            last_action_type=kind,
            field_name=name,
            previous_value=before,
            replacement_value=after,
            updated_by=by,
            source_digest=digest,
            pack=pack or f"{by}.xlsx#00000000",
        )

    told = line(Action.GIVEN, "given", saw, at if given is None else given)
    return told, line(action, field, "", value)


def attached(item: str, resource: str, **more: str) -> tuple[Decision, ...]:
    """Return the lines of a resource put beside a statement."""
    return fact(item, "resource", resource, action=Action.ATTACHED, **more)


def detached(item: str, resource: str, **more: str) -> tuple[Decision, ...]:
    """Return the lines of a resource taken away from a statement."""
    return fact(item, "resource", resource, action=Action.DETACHED, **more)


def reported(item: str, kind: str, text: str, **more: str) -> tuple[Decision, ...]:
    """Return the lines of what a reader of the directory said of a statement."""
    return fact(item, kind, text, action=Action.REPORTED, **more)


def added(
    text: str,
    *,
    lead_in: str = "",
    by: str = "Ann",
    moment: str = MONDAY,
    at: str = MONDAY,
    labels: Mapping[Facet, tuple[str, ...]] = NO_LABELS,
    pack: str = "",
) -> tuple[Decision, ...]:
    """Return the lines of one statement that somebody adds and approves at `moment`."""
    digest = digest_of(text, lead_in)
    item = added_id(digest)
    pack = pack or f"{by}.xlsx#00000000"
    words = {"text": text, "lead_in": lead_in} if lead_in else {"text": text}
    _, *rest = answer(item, by=by, at=at, digest=digest, labels=labels, given=moment, pack=pack)
    named = (
        line
        for name, value in words.items()
        for line in fact(
            item, name, value, action=Action.ADDED, by=by, at=at, pack=pack, digest=digest
        )[1:]
    )
    return (*named, *rest)


def undone(seq: int, at: str = WEDNESDAY) -> tuple[Decision, ...]:
    """Return the line that takes one line back."""
    return (
        Decision(
            seq=0,
            resource_id=str(seq),
            resource_type=Resource.DECISION,
            last_action_date=at,
            last_action_type=Action.UNDONE,
            updated_by="Cy",
        ),
    )


def log_of(*answers: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return a whole log, numbered and chained."""
    return chain((), [line for lines in answers for line in lines])
