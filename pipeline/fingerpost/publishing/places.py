"""An id in, where its page is in the site out; safe on every file system, whatever the id."""

import hashlib
import re

_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names of devices, under which Windows keeps no file."""


def file_name(identity: str) -> str:
    """Return the id as a file's name; one that could lead elsewhere gets a name made of its digest."""
    if _SAFE.fullmatch(identity) and not _RESERVED.fullmatch(identity):
        return identity
    return f"x-{hashlib.sha256(identity.encode()).hexdigest()[:20]}"


def statement_path(statement_id: str, kind: str = "html") -> str:
    """Return where a statement's page is, as html, txt or json; for ever, also once it is gone."""
    return f"statements/{file_name(statement_id)}.{kind}"


def category_path(concept_id: str, number: int = 1, kind: str = "html") -> str:
    """Return where a category's page is; the further ones of its statements are numbered from 2."""
    ending = "" if number == 1 else f"-{number}"
    return f"categories/{file_name(concept_id)}{ending}.{kind}"


def way_up(path: str) -> str:
    """Return the way from a page to the folder of the home page."""
    return "../" * path.count("/")
