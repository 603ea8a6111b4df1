"""The bytes of a Word file in, the document model out; or a refusal that says why and what to do."""

import hashlib
from typing import Final

from fingerpost.documents import Document, TrackedChanges
from fingerpost.reading import refusal
from fingerpost.reading.asides import warnings_of
from fingerpost.reading.chunks import Inserted
from fingerpost.reading.flat import unfolded
from fingerpost.reading.limits import Limits
from fingerpost.reading.mending import MENDED, letters_of, lift
from fingerpost.reading.package import Package, main_part, open_package
from fingerpost.reading.properties import read_properties
from fingerpost.reading.quirks import settle_quirks
from fingerpost.reading.revisions import count_revisions, exchange
from fingerpost.reading.scans import told_of_pictures
from fingerpost.reading.stories import find_stories
from fingerpost.reading.tally import tally

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]

DEFAULT_LIMITS: Final = Limits()
_DEEPEST_FILE: Final = 3


def read(
    name: str,
    data: bytes,
    limits: Limits = DEFAULT_LIMITS,
    tracked_changes: TrackedChanges = TrackedChanges.FLAG,
) -> Document:
    """Read a document; `name` is its path below the folder of documents, with "/".

    Rejecting tracked changes is reading the file with what was put in and what was taken out
    exchanged. Raises DocumentRefused with a stable code where its words cannot be had whole.
    """
    if name.rpartition("/")[2].startswith("~$"):
        raise refusal.lock_file()
    package = open_package(unfolded(data, limits), limits)
    return _read(name, data, package, tracked_changes)


def _read(
    name: str, data: bytes, package: Package, changes: TrackedChanges, nesting: int = 0
) -> Document:
    """Read an opened package; Word files inserted into it are read like it, up to a depth."""

    def read_inside(inner: bytes) -> Document:
        if nesting == _DEEPEST_FILE:
            raise refusal.too_deep(_DEEPEST_FILE)
        limits = package.spent.limits
        opened = open_package(unfolded(inner, limits), limits, package.spent)
        document = _read(name, inner, opened, changes, nesting + 1)
        package.warnings.extend(document.warnings)
        return document

    limits = package.spent.limits
    inserted = Inserted(package, read_inside)
    main = main_part(package)
    stories = find_stories(package, main, inserted, limits)
    roots = [source.root for source in stories.sources]
    revisions = count_revisions((source.rarities for source in stories.sources), changes)
    if changes is TrackedChanges.REJECT:
        for root in roots:
            exchange(root)
    letters = tally(roots)
    read_stories = stories.read()
    if letters != letters_of(read_stories) and lift(roots):
        package.warnings.append(MENDED)
        read_stories = stories.read()
    read_stories = settle_quirks(read_stories)
    properties = read_properties(package)
    if nesting == 0:
        package.warnings.extend(warnings_of(read_stories))
        pictures = sum(link.kind == "image" for link in main.links.values())
        package.warnings.append(told_of_pictures(pictures, letters))
    return Document(
        source=name,
        digest=hashlib.sha256(data).hexdigest(),
        title=properties.title,
        edition=properties.edition,
        stories=read_stories,
        letters=letters,
        revisions=revisions,
        warnings=tuple(dict.fromkeys(filter(None, package.warnings))),
    )
