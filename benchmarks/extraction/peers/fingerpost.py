"""Fingerpost: the words of the account; items, headings and links of the document model.

What is scored is what the file states. So the level of an item is the stored one, which is kept
beside the one people see; items by a typed mark, headings by their look and the document's title,
which are flagged as such, are left out.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from fingerpost.documents import Document, Fate, Heading, ListItem, Paragraph
from fingerpost.documents import paragraphs as walk
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.rulebook import load_rulebook
from fingerpost.strategies import Extraction, Kind

CHECKOUT = Path(__file__).parents[3]
UNSEEN = {Kind.DELETED, Kind.HIDDEN, Kind.ALT_TEXT}


@cache
def meanings() -> Meanings:
    return Meanings(load_rulebook(CHECKOUT / "rules").headings)


meanings()


def convert(path: str) -> tuple[Document, Extraction]:
    document = read("document.docx", Path(path).read_bytes())
    return document, extract(document, meanings())


def convert_alone(path: str) -> tuple[Document, None]:
    return read("document.docx", Path(path).read_bytes()), None


def addresses(paragraph: Paragraph) -> Iterator[str]:
    """Yield each link once, over however many runs it goes."""
    shown = (span.href for span in paragraph.spans if span.fate is Fate.VISIBLE)
    return (href for href, _ in groupby(shown) if href)


def account(extraction: Extraction) -> list[str]:
    """Return the seen words of each paragraph; a paragraph may be several rows."""
    seen = (row for row in extraction.ledger if row.kind not in UNSEEN)
    together = groupby(seen, key=lambda row: row.locator)
    return ["".join(row.text for row in rows) for _, rows in together]


def level(item: ListItem) -> int:
    """Return the level the file states, where it is not the one that people see."""
    return item.level if item.stored is None else item.stored


def tell(converted: tuple[Document, Extraction | None]) -> dict[str, Any]:
    document, extraction = converted
    seen = (row for row in extraction.ledger if row.kind not in UNSEEN) if extraction else ()
    found = [each for story in document.stories for each in walk(story.blocks) if each.text.strip()]
    return {
        "form": "records",
        "texts": [row.text for row in seen] if extraction else [each.text for each in found],
        "items": [[p.text, level(p)] for p in found if isinstance(p, ListItem) and not p.typed],
        "headings": [
            [p.text, p.level]
            for p in found
            if isinstance(p, Heading) and p.level and not p.inferred
        ],
        "links": [href for each in found for href in addresses(each)],
    }
