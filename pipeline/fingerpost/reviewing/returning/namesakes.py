"""The names of returned files and what each asked about in, which is a copy of which in words out."""

import re
from collections.abc import Mapping
from pathlib import PurePath

_MADE = (
    (re.compile(r"(.+?) \(.*conflicted copy.*\)", re.IGNORECASE), "Dropbox keeps when two save"),
    (re.compile(r"(.+?)\.sync-conflict-[\w-]+"), "Syncthing keeps when two save"),
    (re.compile(r"(.+?)[ _-]\(?conflict[\w .-]*\)?", re.IGNORECASE), "is kept when two save"),
    (re.compile(r"(.+?)(?: - Copy| copy)(?: \(?\d+\)?)?", re.IGNORECASE), "is made by copying"),
    (re.compile(r"Copy of (.+)", re.IGNORECASE), "is made by copying"),
    (re.compile(r"(.+?) ?\(\d+\)"), "is made by downloading again"),
    (re.compile(r"(.+?)-\w[\w '’-]*"), "OneDrive keeps when two save"),
)
"""How programs name a copy of a file, the surest first, and what they do; OneDrive adds a computer's name."""

_BOTH = (
    "Both were read: where they differ, the later answer of one person counts, and the answers of two "
    "people are put side by side."
)


def namesakes(files: Mapping[str, str]) -> dict[str, str]:
    """Say of each file that is a copy of another which it copies.

    `files` leads from a file's name to what names the questions it asked; empty where nobody knows.
    Only files that asked the same are copies of each other.
    """
    said: dict[str, str] = {}
    for name, questions in files.items():
        alike = [n for n in files if questions and files[n] == questions and n != name]
        for pattern, made in _MADE:
            original = _original(pattern, name, alike)
            if original:
                said[name] = f"This looks like the copy that {made} “{original}”. {_BOTH}"
                break
    return said


def _original(pattern: re.Pattern[str], name: str, others: list[str]) -> str:
    found = pattern.fullmatch(PurePath(name).stem)
    if not found:
        return ""
    stem = found[1].strip().casefold()
    return next((one for one in others if PurePath(one).stem.casefold() == stem), "")
