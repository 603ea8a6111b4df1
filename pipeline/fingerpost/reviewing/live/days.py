"""A day as somebody typed it, or as a spreadsheet keeps it, in, the same in ISO 8601 out."""

import re
from datetime import date, datetime

from openpyxl.utils.datetime import from_excel

_WAYS = (
    *("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%d-%m-%y"),
    *("%d %B %Y", "%d %b %Y", "%d %B %y", "%d %b %y", "%d-%B-%Y", "%d-%b-%Y", "%d-%b-%y"),
    *("%B %Y", "%b %Y", "%b-%y", "%m/%Y"),
)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T].*)?")
_COUNTED = re.compile(r"[2-9]\d{4}")
_SEPT = re.compile(r"\b(sep)t\b\.?", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def day_of(typed: str) -> str | None:
    """Return a day; days stand before months, as in Britain. None where it is none.

    A month by itself is its first day: what is due then is not listed too late, and what was
    looked at then is not taken for fresher than it is.
    """
    found = _read(typed)
    return found.isoformat() if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _read(typed: str) -> date | None:
    plain = " ".join(_ORDINAL.sub("", _SEPT.sub(r"\1", typed)).replace(",", " ").split())
    try:
        if iso := _ISO.fullmatch(plain):
            return date.fromisoformat(iso[1])
        if _COUNTED.fullmatch(plain):
            counted = from_excel(int(plain))
            return counted.date() if isinstance(counted, datetime) else None
    except ValueError:
        return None
    for way in _WAYS:
        try:
            return datetime.strptime(plain, way).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
