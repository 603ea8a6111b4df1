"""The names of documents in, which are editions of one another, newest first, out."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from fingerpost.strategies import Extraction

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 12}
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]?(?:0[1-9]|[12]\d|3[01]))?)\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_MONTHS}|{'|'.join(_SEASONS)})(?: term)?,? (?P<of>{_YEAR}|\d\d)\b"
    rf"|\b\d{{1,2}}[-_. ]\d{{1,2}}[-_. ](?P<last>{_YEAR}|\d\d)\b"
    rf"|\b(?P<year>{_YEAR})(?:[-_/ ](?:{_YEAR}|\d\d))?\b"
)
_VERSION = re.compile(
    r"\b(?:v|ver|version|rev|revision|edition|issue) ?(?P<number>\d+(?:\.\d+)*)\b|\b(?P<nth>\d+)(?:st|nd|rd|th) edition\b"
)
_COPY = re.compile(r"\((?P<number>\d{1,2})\)|\bcopy(?: of)?\b")
_STATE = re.compile(
    r"\b(?:(?P<early>draft)|(?P<late>final|updated?|revised|amended|latest|approved|published|signed off))\b"
)
# Other signs tell names apart: "a > b" and "a | b" are no editions of each other.
_SPACE = re.compile(r"[\s_.,;()\[\]{}'’–—-]+")

Rank = tuple[tuple[int, ...], tuple[int, ...], int, str, str]


def family_of(source: str) -> str:
    """Name what a document has in common with its other editions: folder and name without years, versions and the like."""
    path = PurePosixPath(source)
    stem = _plain(path.stem)
    bare = stem
    for mark in (_DATE, _VERSION, _COPY, _STATE):
        bare = mark.sub(" ", bare)
    words = _SPACE.sub(" ", bare).strip()
    return f"{_plain(str(path.parent))}/{words or _SPACE.sub(' ', stem).strip()}"


def rank_of(extraction: Extraction) -> Rank:
    """Say how new an edition is: by the date in its name, its version, its state, then the date in the file."""
    stem = _plain(PurePosixPath(extraction.source).stem)
    return (
        _date_in(stem),
        _version_in(stem),
        _state_in(stem),
        extraction.edition,
        extraction.source,
    )


def families(extractions: Sequence[Extraction]) -> tuple[tuple[int, ...], ...]:
    """Group documents by family; each group holds their indices, newest edition first."""
    groups: dict[str, list[int]] = {}
    for index in sorted(range(len(extractions)), key=lambda i: extractions[i].source):
        groups.setdefault(family_of(extractions[index].source), []).append(index)
    ordered = (
        sorted(g, key=lambda i: rank_of(extractions[i]), reverse=True) for g in groups.values()
    )
    return tuple(tuple(group) for group in ordered)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("_", " ")


def _date_in(stem: str) -> tuple[int, ...]:
    return max((_date(found) for found in _DATE.finditer(stem)), default=())


def _date(found: re.Match[str]) -> tuple[int, ...]:
    if iso := found["iso"]:
        digits = re.sub(r"\D", "", iso)
        return (int(digits[:4]), int(digits[4:6]), int(digits[6:] or 0))
    year = found["of"] or found["last"] or found["year"]
    return (
        int(f"20{year[-2:]}" if len(year) < len("2024") else year),
        _month(found["month"] or ""),
        0,
    )


def _month(name: str) -> int:
    if name in _SEASONS:
        return _SEASONS[name]
    starts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return starts.index(name[:3]) + 1 if name else 0


def _version_in(stem: str) -> tuple[int, ...]:
    numbers = (found["number"] or found["nth"] for found in _VERSION.finditer(stem))
    return max((tuple(map(int, number.split("."))) for number in numbers), default=())


def _state_in(stem: str) -> int:
    return sum(1 if found["late"] else -1 for found in _STATE.finditer(stem))
