"""What was read of a document in, its copy to look things up in, packed to be kept, out."""

import zlib

from fingerpost.copying import copy, marks_of
from fingerpost.documents import Document
from fingerpost.strategies import Extraction


def packed_copy(data: bytes, document: Document, extraction: Extraction, council: str) -> bytes:
    """Make the copy of a document and pack it to a quarter of its size or less.

    The copy is a help to people and must not cost them a document: if it cannot be made there is
    none, and no page links to it.
    """
    try:
        page = copy(document.source, data, document, marks_of(extraction), council)
    except Exception:  # noqa: BLE001 - see above
        return b""
    return zlib.compress(page.encode())


def unpacked_copy(packed: bytes) -> bytes:
    """Return the page that was packed."""
    return zlib.decompress(packed)
