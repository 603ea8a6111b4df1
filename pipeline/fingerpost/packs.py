"""What was sent to whom for an answer, and when."""

from dataclasses import dataclass
from enum import StrEnum

PACK_KEY = "k-"
"""How the id of a pack begins."""


class PackKind(StrEnum):
    """What the person who gets a pack is asked to do."""

    SHARE = "share"
    SECOND = "second"
    MEETING = "meeting"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSent:
    """One pack: for whom, of what kind, since when, and what it asks about.

    `rows` holds the ids of statements, headings and groups; `minutes` how long it was thought to
    take; `file` is the name of its workbook.
    """

    id: str
    person: str
    kind: PackKind
    sent_on: str
    rows: tuple[str, ...]
    minutes: int = 0
    file: str = ""
