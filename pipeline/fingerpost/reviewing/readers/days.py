"""Moments as forms of different makers write them in, the same as the log writes them out."""

import re
from collections.abc import Sequence
from datetime import datetime

from fingerpost.reviewing.moments import moment

_ZONE = re.compile(r"\s*(GMT|UTC|BST)?([+-]\d{1,2}(:\d\d)?)?$", re.IGNORECASE)
_CLOCKS = ("%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "")
_DAYS = (
    *("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%m/%d/%Y", "%m/%d/%y"),
    *("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"),
)
_FORMATS = tuple(f"{day} {clock}".strip() for day in _DAYS for clock in _CLOCKS)


def moments(told: Sequence[str]) -> tuple[str, ...]:
    """Return each moment in ISO 8601, "" where it cannot be told.

    Whether the day or the month comes first is told by all of a list together, the day first if
    both may be. A moment is taken for UTC, which says the day, if not the hour, right enough.
    """
    plain = [_plain(one) for one in told]
    given = [one for one in plain if one]
    chosen = next((one for one in _FORMATS if all(_read(text, one) for text in given)), "")
    order = (chosen, *_FORMATS) if chosen else _FORMATS
    return tuple(_first(text, order) for text in plain)


def _plain(text: str) -> str:
    if moment(text):
        return moment(text)
    return " ".join(_ZONE.sub("", text.strip()).replace(",", " ").split())


def _first(text: str, formats: Sequence[str]) -> str:
    if not text or moment(text):
        return moment(text)
    found = (moment(read) for one in formats if (read := _read(text, one)))
    return next(found, "")


def _read(text: str, form: str) -> datetime | None:
    if moment(text):
        return datetime.fromisoformat(moment(text))
    try:
        return datetime.strptime(text, form)  # noqa: DTZ007 - what it is taken for is said above
    except ValueError:
        return None
