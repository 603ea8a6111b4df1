"""The path of a document in, where its highlighted copy is, and how to reach a paragraph of it, out."""

import hashlib
from pathlib import PurePosixPath
from urllib.parse import quote

COPIES = "copies"
"""The folder of the copies, beside the other pages."""

_LONGEST = 240
"""Bytes of a file name that leave room for ".html" on every file system."""


def copy_path(source: str) -> str:
    """Return where the copy of a document is, from the folder of the reports."""
    path = PurePosixPath(source)
    name = path.name
    if len(name.encode()) > _LONGEST:
        digest = hashlib.sha256(name.encode()).hexdigest()[:12]
        name = f"{name.encode()[: _LONGEST - 20].decode(errors='ignore')}-{digest}"
    return (COPIES / path.with_name(f"{name}.html")).as_posix()


def copy_link(source: str, locator: str = "") -> str:
    """Return the address of a paragraph in the copy of a document, from the folder of the reports."""
    return f"{quote(copy_path(source))}#{quote(locator)}" if locator else quote(copy_path(source))


def way_back(source: str) -> str:
    """Return the way from the copy of a document to the folder of the reports."""
    return "../" * (len(PurePosixPath(copy_path(source)).parts) - 1)
