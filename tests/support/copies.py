"""The bytes of a Word file in, its copy as a browser would take it out, and what is wrong with it."""

import contextlib
import io
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from fingerpost.copying import copy, marks_of
from fingerpost.documents import Document, Fate, Paragraph, paragraphs
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.pages import visible
from fingerpost.reading import read
from fingerpost.strategies import Extraction

SCRIPT = Path(__file__).parents[2] / "docs" / "find_paragraph.py"
UNSEEN = {Fate.DELETED: "del.gone", Fate.HIDDEN: ".unseen"}


@dataclass(frozen=True)
class Copied:
    """One document, what was made of it, and its copy."""

    document: Document
    extraction: Extraction
    page: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.page, "html.parser")

    @cached_property
    def places(self) -> Mapping[str, Tag]:
        """Return the elements of the document's copy by their ids."""
        return {str(tag["id"]): tag for tag in self.soup.select("article.copy [id]")}

    @cached_property
    def lines(self) -> dict[str, Paragraph]:
        """Return the paragraphs of the document by locator."""
        stories = self.document.stories
        return {line.locator: line for story in stories for line in paragraphs(story.blocks)}

    @cached_property
    def marked(self) -> dict[tuple[str, int], str]:
        """Return the marked words by statement, put together where they stand apart."""
        found: dict[tuple[str, int], str] = defaultdict(str)
        for mark in self.soup.select("mark[data-place]"):
            found[str(mark["data-place"]), int(str(mark.get("data-part", 0)))] += mark.get_text()
        return found

    def at(self, locator: str) -> str:
        """Return the HTML of a paragraph."""
        return str(self.places[locator])

    def seen_at(self, locator: str) -> str:
        """Return the words at a place that a reader of the Word document sees."""
        tag = BeautifulSoup(self.at(locator), "html.parser")
        for unseen in tag.select(", ".join(UNSEEN.values())):
            unseen.extract()
        return tag.get_text()


def copied(data: bytes, meanings: Meanings | None = None, source: str = "some/a.docx") -> Copied:
    """Read, extract and copy a document."""
    document = read(source, data)
    extraction = extract(document, meanings or Meanings(()))
    return Copied(document, extraction, copy(source, data, document, marks_of(extraction), "Leeds"))


def faults(made: Copied) -> Iterator[str]:
    """Say where the words of the copy are not those of the document, or a mark is not right."""
    ids = [str(tag["id"]) for tag in made.soup.select("[id]")]
    yield from (f"twice: {one}" for one in {one for one in ids if ids.count(one) > 1})
    for locator, line in made.lines.items():
        if locator not in made.places:
            yield f"missing: {locator}"
        elif solid(made.seen_at(locator)) != solid(line.text):
            yield f"other words at {locator}: {made.seen_at(locator)!r} for {line.text!r}"
        else:
            yield from _unseen_faults(made, line)
    for one in made.extraction.strategies:
        if solid(made.marked[one.locator, one.part]) != solid(one.source_text):
            yield f"marked: {made.marked[one.locator, one.part]!r} for {one.source_text!r}"


def _unseen_faults(made: Copied, line: Paragraph) -> Iterator[str]:
    for fate, selector in UNSEEN.items():
        there = "".join(span.text for span in line.spans if span.fate is fate)
        shown = "".join(tag.get_text() for tag in made.places[line.locator].select(selector))
        if solid(there) != solid(shown):
            yield f"other {fate} words at {line.locator}: {shown!r} for {there!r}"


def solid(text: str) -> str:
    """Leave out blanks, and show glyphs of symbol fonts as the pages do."""
    return "".join(visible(text).split())


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def find_paragraph(path: Path, locator: str) -> str:
    """Run the script that is shipped with the documents, as a person would."""
    said = io.StringIO()
    before, sys.argv = sys.argv, [str(SCRIPT), str(path), locator]
    try:
        with contextlib.redirect_stdout(said):
            runpy.run_path(str(SCRIPT), run_name="__main__")
    finally:
        sys.argv = before
    return said.getvalue()
