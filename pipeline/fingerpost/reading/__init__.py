"""The bytes of a Word file in, the document model out; or a refusal that says why and what to do."""

import hashlib
from typing import Final

from fingerpost.documents import Document, TrackedChanges
from fingerpost.reading import refusal
from fingerpost.reading.flat import unfolded
from fingerpost.reading.limits import Limits
from fingerpost.reading.package import main_part, open_package
from fingerpost.reading.properties import read_properties
from fingerpost.reading.quirks import settle_quirks
from fingerpost.reading.revisions import count_revisions, exchange
from fingerpost.reading.stories import find_stories
from fingerpost.reading.tally import tally

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]

DEFAULT_LIMITS: Final = Limits()
_NO_WORDS: Final = "The document holds no words. If it shows any in Word, they are in pictures."


def read(
    name: str,
    data: bytes,
    limits: Limits = DEFAULT_LIMITS,
    tracked_changes: TrackedChanges = TrackedChanges.FLAG,
) -> Document:
    """Read a document; `name` is its path below the folder of documents, with "/".

    Rejecting tracked changes is reading the file with what was put in and what was taken out exchanged.
    Raises DocumentRefused with a stable code where its words cannot be had whole.
    """
    if name.rpartition("/")[2].startswith("~$"):
        raise refusal.lock_file()
    package = open_package(unfolded(data, limits), limits)
    stories = find_stories(package, main_part(package), limits)
    roots = [source.root for source in stories.sources]
    revisions = count_revisions(roots, tracked_changes)
    if tracked_changes is TrackedChanges.REJECT:
        for root in roots:
            exchange(root)
    read_stories = settle_quirks(stories.read())
    properties = read_properties(package)
    letters = tally(roots)
    if not letters:
        package.warnings.append(_NO_WORDS)
    return Document(
        source=name,
        digest=hashlib.sha256(data).hexdigest(),
        title=properties.title,
        edition=properties.edition,
        stories=read_stories,
        letters=letters,
        revisions=revisions,
        warnings=tuple(dict.fromkeys(package.warnings)),
    )
