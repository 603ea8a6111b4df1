"""A Word file, its document model and its marks in, one page that shows its words at their places out."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import nh3
from markupsafe import Markup

from fingerpost.copying.blocks import Sheet
from fingerpost.copying.elements import OF_A_PAGE
from fingerpost.copying.looks import read_looks
from fingerpost.copying.marks import Marks
from fingerpost.documents import Document, Story, StoryKind
from fingerpost.pages import render, way_back

TEMPLATES = Path(__file__).parent / "templates"
"""Where this stage's page is laid out."""

_TITLES = {
    StoryKind.FOOTNOTE: "Footnotes",
    StoryKind.ENDNOTE: "Endnotes",
    StoryKind.COMMENT: "Comments",
    StoryKind.HEADER: "At the top of the pages",
    StoryKind.FOOTER: "At the foot of the pages",
}
_ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "aria-label"},
    "div": {"tabindex", "role", "aria-label"},
    "section": {"aria-labelledby"},
    "td": {"colspan", "rowspan"},
}


def copy(source: str, data: bytes, document: Document, marks: Marks, council: str) -> str:
    """Return a page that shows a document as it is, with every paragraph at its locator.

    `marks` are the words that became statements. Nothing in the document can stop the copy.
    """
    sheet = Sheet(marks=marks, looks=read_looks(data, document.letters))
    for kind, stories in groupby(document.stories, key=attrgetter("kind")):
        sheet.lines.extend(_opening(kind))
        for story in stories:
            _write_story(sheet, story)
        sheet.lines.extend(["</section>"] if kind in _TITLES else [])
    return render(
        TEMPLATES,
        "copy.html",
        sheet="copy.css",
        here="",
        root=way_back(source),
        council=council,
        source=source,
        marked=len({(mark.place, mark.part) for found in marks.values() for mark in found}),
        warnings=document.warnings,
        body=_cleaned(sheet.lines),
    )


def _opening(kind: StoryKind) -> Iterator[str]:
    if kind in _TITLES:
        title = f"{kind.value}-stories"
        yield f'<section aria-labelledby="{title}"><h2 id="{title}">{_TITLES[kind]}</h2>'


def _write_story(sheet: Sheet, story: Story) -> None:
    """Write one stream of text; all but the body have a place to jump to, and their number."""
    sheet.heading = 1 if story.kind is StoryKind.BODY else 2
    if story.kind is not StoryKind.BODY:
        sheet.lines.append(f'<div class="story" id="{story.locator}">')
    sheet.write_blocks(story.blocks)
    if story.kind is not StoryKind.BODY:
        sheet.lines.append("</div>")


def _cleaned(lines: Iterable[str]) -> Markup:
    """Let through nothing but what this stage writes, whatever a document holds."""
    clean = nh3.clean(
        "\n".join(lines),
        tags=set(OF_A_PAGE),
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"data-"},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704 - it was escaped when written and has been cleaned
