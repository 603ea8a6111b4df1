"""docx2python: the paragraphs of all its stories with style and list position, and comments."""

import re
import warnings
from typing import Any

from docx2python import docx2python

STORIES = ("header", "body", "footer", "footnotes", "endnotes")
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)
NOTE_MARK = re.compile(r"^----(foot|end)note\d+----$|^(foot|end)note\d+\)\t$")
PLACEHOLDER = re.compile(
    r"----(?:media/.*?|Image alt text)----(?:>(.*?)<)?|</?(?:span|latex)\b[^>]*>"
)
LABEL = re.compile(r"^\t*(--|\S+\))\t$")
Told = tuple[str, list[int], list[str]]


def convert(path: str) -> tuple[list[Told], list[str]]:
    """Return style, list position and runs of each paragraph, and the texts of the comments."""
    with warnings.catch_warnings(), docx2python(path, duplicate_merged_cells=False) as document:
        warnings.simplefilter("ignore")
        paragraphs = [
            (each.style, each.list_position[1], each.run_strings)
            for story in STORIES
            for table in getattr(document, f"{story}_pars")
            for row in table
            for cell in row
            for each in cell
        ]
        comments = [comment[3] for comment in document.comments]
    return paragraphs, comments


def tell(converted: tuple[list[Told], list[str]]) -> dict[str, Any]:
    paragraphs, comments = converted
    texts: list[str] = []
    items: list[list[Any]] = []
    headings: list[list[Any]] = []
    links: list[str] = []
    for style, position, runs in paragraphs:
        marked = "".join(run for run in runs if not NOTE_MARK.match(run))
        links += [address for address, _ in LINK.findall(marked)]
        text = PLACEHOLDER.sub("", LINK.sub(r"\2", marked))
        texts.append(text)
        if level := HEADING.match(style):
            headings.append([text, int(level[1])])
        elif position:
            said = (run for run in runs if not NOTE_MARK.match(run) and not LABEL.match(run))
            items.append([PLACEHOLDER.sub("", LINK.sub(r"\2", "".join(said))), len(position) - 1])
    records = {"items": items, "headings": headings, "links": links}
    return {"form": "records", "texts": texts + comments, **records}
