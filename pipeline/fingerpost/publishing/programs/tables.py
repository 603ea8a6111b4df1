"""A header and rows in, a table out that a spreadsheet opens and never computes."""

from collections.abc import Iterable, Sequence

from fingerpost.neutral import neutralise
from fingerpost.publishing.site import Site
from fingerpost.tables import csv_text


def table(site: Site, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table; each row of a draft says first that it is one, wherever it is copied to."""
    words = site.draft_words
    name, mark = (("Draft",), (words,)) if words else ((), ())
    told = (tuple(map(neutralise, (*mark, *row))) for row in rows)
    return csv_text((*name, *map(neutralise, header)), told).encode("utf-8-sig")
