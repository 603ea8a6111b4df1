"""Cells about owners, days and phases in, what they say as the log keeps it out."""

from collections.abc import Iterator, Mapping

from fingerpost.reviewing.columns import CHECKED, NEXT_REVIEW, PHASE
from fingerpost.reviewing.labels import fold, tidy
from fingerpost.reviewing.live.days import day_of
from fingerpost.reviewing.returning.desk import Desk
from fingerpost.reviewing.returning.edits import either
from fingerpost.reviewing.returning.forms import FormRow
from fingerpost.reviewing.returning.returned import Fact
from fingerpost.strategies import PHASES
from fingerpost.tables import JOINER

_PHASES = {
    **{fold(words): (phase,) for phase, words in PHASES.items()},
    **{fold(phase): (phase,) for phase in PHASES},
    **{f"ks {number}": (f"ks{number}",) for number in range(1, 5)},
    "eyfs": ("early-years",),
    "primary": ("ks1", "ks2"),
    "secondary": ("ks3", "ks4"),
    "sixth form": ("post-16",),
    "all": tuple(PHASES),
    "all phases": tuple(PHASES),
}


def facts_of(
    desk: Desk, row: FormRow, names: Mapping[str, str], *, every: bool = False
) -> tuple[Fact, ...]:
    """Return what was changed under some columns, or `every` thing that stands there.

    `names` leads from a column to what the log calls it. What cannot be understood is named.
    """
    return tuple(_facts(desk, row, names, every=every))


def _facts(desk: Desk, row: FormRow, names: Mapping[str, str], *, every: bool) -> Iterator[Fact]:
    for column, name in names.items():
        cell = row.cells.get(column, "")
        if not (desk.is_edited(row, column) or (every and cell.strip())):
            continue
        now = value_of(desk, row, column)
        before = _kept(column, desk.was_sent(row, column)) if row.ref else ""
        if now is not None and (every or now != before):
            yield Fact(name=name, before=before or "", now=now)


def value_of(desk: Desk, row: FormRow, column: str) -> str | None:
    """Return what a cell says as the log keeps it; name it, and return None, where it says nothing."""
    cell = tidy(row.cells.get(column, ""))
    found = _kept(column, cell)
    if found is None and column == PHASE:
        told = f"“{cell}” is no phase. Choose {either(PHASES.values())}; put “;” between several."
        desk.fault(row, column, told)
    elif found is None:
        desk.fault(row, column, f"“{cell}” is no date. Type day/month/year, such as 31/08/2027.")
    return found


def _kept(column: str, cell: str) -> str | None:
    if not cell.strip():
        return ""
    if column in (NEXT_REVIEW, CHECKED):
        return day_of(cell)
    if column == PHASE:
        typed = [one for one in map(fold, cell.replace(",", ";").split(";")) if one]
        known = dict.fromkeys(phase for one in typed for phase in _PHASES.get(one, ("",)))
        return None if "" in known else JOINER.join(known)
    return tidy(cell)
