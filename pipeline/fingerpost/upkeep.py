"""What people say about a directory in use: statements they add, resources, owners, readers' reports."""

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedStatement:
    """A statement that never stood in Word: its words, what introduces them, whose it is, since when.

    `added_on` is ISO 8601 in UTC.
    """

    text: str
    lead_in: str = ""
    added_by: str = ""
    added_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceFacts:
    """What people know of what is behind a web address; what they left empty is "".

    `trusted_because` says what speaks for it, in a sentence a teacher reads; `phases` are those of
    pupils it is for; `checked_on` is the day somebody last looked at it, ISO 8601.
    """

    url: str
    title: str = ""
    publisher: str = ""
    trusted_because: str = ""
    phases: tuple[str, ...] = ()
    checked_on: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """Who looks after a statement, and by when it is looked at again (ISO 8601); "" where unsaid."""

    owner: str = ""
    next_review: str = ""


class ReportKind(StrEnum):
    """What a reader says is wrong; the first two hold a statement back until somebody looked."""

    NAMES_SOMEBODY = "names-somebody"
    HARMFUL = "harmful"
    OUT_OF_DATE = "out-of-date"
    LINK = "link"
    CATEGORY = "category"
    UNCLEAR = "unclear"
    OTHER = "other"

    @property
    def words(self) -> str:
        """What it says, after "A reader says that"; a form may offer just these words."""
        return _WORDS[self]

    @property
    def holds_back(self) -> bool:
        """Whether the statement may not be shown until a person has looked."""
        return self in (ReportKind.NAMES_SOMEBODY, ReportKind.HARMFUL)


_WORDS = {
    ReportKind.NAMES_SOMEBODY: "it names somebody",
    ReportKind.HARMFUL: "it could do harm",
    ReportKind.OUT_OF_DATE: "it is out of date",
    ReportKind.LINK: "a link does not work",
    ReportKind.CATEGORY: "it is in the wrong place",
    ReportKind.UNCLEAR: "it is hard to understand",
    ReportKind.OTHER: "something else is wrong",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderReport:
    """What one reader of the directory said of one statement; moments are ISO 8601.

    `taken_in_on` is the date under which the log has it, and `answered` whether somebody decided
    about the statement since, knowing of it. `personal` quotes what in it may identify somebody,
    once it was looked through.
    """

    kind: ReportKind
    text: str = ""
    reader: str = ""
    given_on: str = ""
    taken_in_on: str = ""
    answered: bool = False
    personal: tuple[str, ...] = ()


def resource_id(url: str) -> str:
    """Return the lasting id of an address: `r-` and 12 characters made from it alone."""
    return "r-" + b32encode(hashlib.sha256(url.encode()).digest()).decode().lower()[:12]
