"""A release and today's date in, what somebody should look at again, and who, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fingerpost.released import LinkedResource, Released, Statement

YEAR = timedelta(days=365)
"""After this time somebody should look at a resource again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A statement whose next review is past, and for how many days."""

    statement: Statement
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """A resource that nobody has looked at for a year or ever; `uses` counts statements."""

    resource: LinkedResource
    uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """What is due, by owner; what nobody owns comes first, since nobody will look for it."""

    today: date
    overdue: tuple[Overdue, ...]
    unchecked: tuple[Unchecked, ...]
    unowned: int


def currency_of(released: Released, today: date) -> Currency:
    """Return what is due for a look on a day.

    A date that cannot be read, as a hand may leave one, counts as past.
    """
    return Currency(
        today=today,
        overdue=tuple(sorted(_overdue(released, today), key=_by_owner)),
        unchecked=tuple(
            sorted(_unchecked(released, today), key=lambda one: (one.resource.owner, -one.uses))
        ),
        unowned=sum(not one.owner for one in released.statements),
    )


def _by_owner(one: Overdue) -> tuple[str, int]:
    return one.statement.owner.casefold(), -one.days


def _overdue(released: Released, today: date) -> Iterator[Overdue]:
    for one in released.statements:
        if one.next_review:
            days = (today - _day(one.next_review)).days
            if days > 0:
                yield Overdue(statement=one, days=days)


def _unchecked(released: Released, today: date) -> Iterator[Unchecked]:
    uses: dict[str, int] = {}
    for statement in released.statements:
        for resource in statement.resources:
            uses[resource] = uses.get(resource, 0) + 1
    for one in released.resources:
        if one.id in uses and today - _day(one.checked_on) > YEAR:
            yield Unchecked(resource=one, uses=uses[one.id])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return date.min
