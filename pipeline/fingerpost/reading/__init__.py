"""The bytes of a Word file in, the document model out; or a refusal that says why and what to do."""

import hashlib
from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import Document
from fingerpost.reading import refusal
from fingerpost.reading.limits import Limits
from fingerpost.reading.namespaces import W
from fingerpost.reading.package import main_part, open_package
from fingerpost.reading.properties import read_properties
from fingerpost.reading.quirks import settle_quirks
from fingerpost.reading.stories import find_stories
from fingerpost.reading.tally import tally

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]

DEFAULT_LIMITS: Final = Limits()
_CHANGES: Final = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_NO_WORDS: Final = "The document holds no words. If it shows any in Word, they are in pictures."


def read(name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a document; `name` is its path below the folder of documents, with "/".

    Raises DocumentRefused with a stable code where its words cannot be had whole.
    """
    if name.rpartition("/")[2].startswith("~$"):
        raise refusal.lock_file()
    package = open_package(data, limits)
    stories = find_stories(package, main_part(package), limits)
    read_stories = settle_quirks(stories.read())
    roots = [source.root for source in stories.sources]
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
        revisions=_count_changes(roots),
        warnings=tuple(dict.fromkeys(package.warnings)),
    )


def _count_changes(roots: Iterable[Element]) -> int:
    return sum(1 for root in roots for _ in root.iter(*_CHANGES))
