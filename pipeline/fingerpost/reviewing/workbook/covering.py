"""Whom a pack is for and what it asks in, the name of its files and the words to send it with, out."""

import re
import unicodedata

from fingerpost.packs import PackKind, PackSent
from fingerpost.pages import plural
from fingerpost.reviewing.refs import parse_ref

_NOT_IN_NAMES = re.compile(r"\W+")
_LONGEST = 40
_WHAT = {PackKind.SECOND: "second-look", PackKind.MEETING: "meeting", PackKind.COMMENTS: "comments"}


def file_name(person: str, kind: PackKind, day: str) -> str:
    """Return a name, without its ending, that Windows, OneDrive and e-mail all take as it is."""
    whose = _plain(person)
    return "-".join(filter(None, (whose, _WHAT.get(kind, "" if whose else "share"), day)))


def asks(pack: PackSent) -> str:
    """Say what a pack asks, in numbers: "3 headings and 46 statements"."""
    headings = sum(parse_ref(row).is_heading for row in pack.rows)
    counted = ((headings, "heading"), (len(pack.rows) - headings, "statement"))
    return " and ".join(plural(number, noun) for number, noun in counted if number)


def covering_note(pack: PackSent) -> str:
    """Return a line to paste into the e-mail that a pack goes out with."""
    page = f" (or {pack.file.removesuffix('.xlsx')}.html in any browser)"
    match pack.kind:
        case PackKind.COMMENTS:
            asked = f"tell us what you think of {asks(pack)}, of as many or as few as you like"
        case PackKind.MEETING:
            asked, page = f"settle {plural(len(pack.rows), 'point')} in your next meeting", ""
        case _:
            asked = f"answer {asks(pack)}, {time(pack)}? Rows left empty simply wait"
    end = "." if "?" in asked else "?"
    return (
        f"Hello {pack.person or 'all'}, could you please {asked}{end} Open {pack.file} in Excel"
        f"{page}, save it and send it back, finished or not. Thank you."
    )


def time(pack: PackSent) -> str:
    """Say how long a pack takes."""
    return f"about {plural(pack.minutes, 'minute')}"


def _plain(words: str) -> str:
    tidy = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", words).casefold())
    return tidy.strip("-_")[:_LONGEST].strip("-_")
