"""The log in, how long an answer takes this team out: measured where there is enough, else estimated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from fingerpost.decisions import Action, Decision, Resource

SECONDS_A_HEADING = 20
SECONDS_A_STATEMENT = 25
"""How long an answer takes a person who knows the field: our estimate, until paces are measured."""

_LONGEST = 5 * 60
"""Seconds; whoever takes longer was away."""
_ENOUGH = 20
"""From so many answers on a pace is measured."""

_Moment = tuple[datetime, Resource]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that people take over a question about a heading, and over a statement.

    `measured` counts the answers that they were measured on; it is 0 for an estimate.
    """

    heading: float
    statement: float
    measured: int = 0

    def __str__(self) -> str:
        """Say on what it rests, to follow a time."""
        if self.measured:
            return f"at the pace of {self.measured} answers so far"
        return "by our estimate"


ESTIMATED = Pace(SECONDS_A_HEADING, SECONDS_A_STATEMENT)


def pace(log: Sequence[Decision]) -> Pace:
    """Return the median time between one answer and the next of one person in one file.

    Answers of the same moment were given together, or only saved together, and say nothing; nor do
    gaps of more than five minutes. With fewer than twenty gaps of a kind our estimate stands for
    it.
    """
    gaps = [gap for moments in _sittings(log).values() for gap in _gaps(sorted(moments))]
    headings = [seconds for kind, seconds in gaps if kind is Resource.HEADING]
    statements = [seconds for kind, seconds in gaps if kind is Resource.STRATEGY]
    return Pace(
        heading=median(headings) if len(headings) >= _ENOUGH else SECONDS_A_HEADING,
        statement=median(statements) if len(statements) >= _ENOUGH else SECONDS_A_STATEMENT,
        measured=sum(len(some) for some in (headings, statements) if len(some) >= _ENOUGH),
    )


def _sittings(log: Iterable[Decision]) -> dict[tuple[str, str], set[_Moment]]:
    """The moments at which each person answered in each file, with what each answer was about."""
    found: dict[tuple[str, str], set[_Moment]] = {}
    for line in log:
        moment = _moment(line.replacement_value) if line.last_action_type is Action.GIVEN else None
        if moment:
            sitting = found.setdefault((line.updated_by.casefold(), line.pack), set())
            sitting.add((moment, line.resource_type))
    return found


def _moment(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _gaps(moments: Sequence[_Moment]) -> Iterator[tuple[Resource, float]]:
    for (before, _), (after, kind) in pairwise(moments):
        seconds = (after - before).total_seconds()
        if 0 < seconds < _LONGEST:
            yield kind, seconds
