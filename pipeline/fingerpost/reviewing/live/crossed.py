"""The lines of one answer and what was said last in, sentences where two people differ unknowingly out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from fingerpost.decisions import Action, Decision
from fingerpost.opinions import same_person
from fingerpost.outcome import Outcome
from fingerpost.reviewing.columns import (
    CHECKED,
    NEXT_REVIEW,
    OWNER,
    PHASE,
    PUBLISHER,
    TITLE,
    TRUSTED,
)
from fingerpost.reviewing.labels import SEPARATOR, fold
from fingerpost.reviewing.live.days import day_of
from fingerpost.strategies import PHASES
from fingerpost.tables import JOINER

Placed = tuple[str, Decision]
"""A line of the log, and the row that says it, for people."""

COLUMNS = {
    "owner": OWNER,
    "next_review": NEXT_REVIEW,
    "title": TITLE,
    "publisher": PUBLISHER,
    "trusted_because": TRUSTED,
    "phase": PHASE,
    "checked_on": CHECKED,
}
"""The column under which people see what the log calls so."""


def crossed(
    place: str, lines: Iterable[Decision], last: Mapping[tuple[str, str], Decision]
) -> Iterator[str]:
    """Name what somebody else changed since the workbook was sent, and this answer did not know of.

    `last` is the newest line about each fact. Nobody is asked to settle such a difference.
    """
    for line in lines:
        before = last.get((line.resource_id, line.field_name))
        if before is None or not _is_news(line, before):
            continue
        yield (
            f"{place}, column {COLUMNS[line.field_name]}: you say {_shown(line)}; meanwhile "
            f"{before.updated_by or 'somebody else'} said {_shown(before)}, and neither knew of the "
            "other. The one given later counts: look at it in the next workbook."
        )


def of_one_by_now(
    outcome: Outcome, facts: Sequence[Placed], last: Mapping[tuple[str, str], Decision]
) -> Iterator[str]:
    """Name what differs of statements that somebody joined since: only one of it can stand."""
    whole = {one.item.id: one.by[0] for one in outcome.replaced if len(one.by) == 1}
    pieces: dict[str, list[str]] = {}
    for piece, by in whole.items():
        pieces.setdefault(by, [by]).append(piece)
    now = {(line.resource_id, line.field_name): line for _, line in facts}
    asked = {
        (by, line.field_name): place
        for place, line in facts
        if (by := whole.get(line.resource_id, line.resource_id)) in pieces
    }
    for (by, name), place in asked.items():
        keys = [(one, name) for one in pieces[by]]
        said = [found for key in keys if (found := now.get(key) or last.get(key))]
        several = {
            fold(one.replacement_value): _shown(one) for one in said if one.replacement_value
        }
        if len(several) > 1:
            yield (
                f"{place}, column {COLUMNS[name]}: this statement was joined with another, and of "
                f"the two people said {' and '.join(several.values())}. Only one can stand: look at "
                "it in the next workbook."
            )


def _is_news(line: Decision, before: Decision) -> bool:
    return (
        line.last_action_type is Action.DESCRIBED
        and line.field_name in COLUMNS
        and not same_person(before.updated_by, line.updated_by)
        and before.pack != line.pack
        and fold(before.replacement_value)
        not in (fold(line.previous_value), fold(line.replacement_value))
    )


def _shown(line: Decision) -> str:
    """Return what a line says as the cell shows it."""
    said = line.replacement_value
    if not said:
        return "nothing"
    if COLUMNS[line.field_name] == PHASE:
        said = SEPARATOR.join(PHASES.get(phase, phase) for phase in said.split(JOINER))
    if COLUMNS[line.field_name] in (NEXT_REVIEW, CHECKED) and day_of(said):
        said = f"{date.fromisoformat(said):%d/%m/%Y}"
    return f"“{said}”"
