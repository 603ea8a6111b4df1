"""All releases and the first days of terms in, the release that "since last term" compares with out."""

from collections.abc import Iterable
from datetime import date

from fingerpost.released import Release


def term_began(terms: Iterable[str], today: date) -> date | None:
    """Return the first day of the term that a day lies in; None where no terms are known."""
    days = [f"{year}-{term}" for year in (today.year - 1, today.year) for term in terms]
    return max((start for start in map(_start, days) if start and start <= today), default=None)


def before_term(releases: Iterable[Release], release: Release, began: date | None) -> int | None:
    """Return the number of the release that was shown when the term of this one began.

    Where no terms are known it is the release before this one.
    """
    earlier = [one.number for one in releases if one.number < release.number]
    if began is not None:
        day = began.isoformat()
        dates = {one.number: one.created_at[:10] for one in releases}
        earlier = [number for number in earlier if dates[number] < day]
    return max(earlier, default=None)


def _start(day: str) -> date | None:
    """Return a day; None for one that its year has not, such as 29 February."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
