"""A document written as a few lines of text in, the document model out; and extractions back as text.

% Title                      # Heading      ## Heading      ##? Look-alike heading
- item                         - nested item (two spaces a level)
• typed item                 > indented paragraph           plain paragraph
| head | head |              a first row written |! head | head | is a header row in Word
| cell // - item // - item | "^" goes on with the cell above, "<" with the cell to the left
[box] text // - item         ![description of a picture]
@header words                @footer, @footnote, @endnote, @comment, @contents the same way
**bold** [label](https://…) {-deleted-} {+inserted+} {?hidden?} ~~struck~~  ⏎ for a soft break
words {@comment[1]}          hangs the first comment on the paragraph
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from fingerpost.documents import (
    AltText,
    Block,
    Cell,
    Document,
    Fate,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Row,
    Span,
    Story,
    StoryKind,
    Table,
    TextBox,
    count_letters,
    paragraphs,
)
from fingerpost.strategies import Extraction, Strategy

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\[(?P<label>[^\]]*)\]\((?P<href>[^)]*)\)|\{-(?P<deleted>.+?)-\}"
    r"|\{\+(?P<inserted>.+?)\+\}|\{\?(?P<hidden>.+?)\?\}|~~(?P<struck>.+?)~~"
)
_ANCHOR = re.compile(r"\s*\{@([^}]+)\}")
_HEADING = re.compile(r"(?P<marks>#+)(?P<guess>\??) (?P<text>.*)")
_TYPED = re.compile(r"[•→▪–✓] |o (?=\S)|\d+\. ")
_STORY = re.compile(r"@(header|footer|footnote|endnote|comment) (.*)")


def document(outline: str, source: str = "guidance.docx", title: str = "") -> Document:
    """Read an outline; its letters are counted from the outline's own blocks."""
    lines = [line for line in outline.split("\n") if line.strip()]
    body = Story(kind=StoryKind.BODY, locator="body", blocks=blocks(_dedent(lines), "body"))
    stories = (body, *_beside(lines))
    return Document(
        source=source,
        digest=f"digest of {source} {outline}",
        title=title,
        edition="",
        stories=stories,
        letters=sum(_letters(story.blocks) for story in stories),
    )


def blocks(lines: Iterable[str], where: str) -> tuple[Block, ...]:
    """Read the lines of one flow of text; `where` starts its locators."""
    made: list[Block] = []
    number, tables = count(1), count(1)
    table: list[str] = []
    for line in lines:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            made.append(_table(table, f"{where}/tbl[{next(tables)}]"))
            table = []
        if not _STORY.match(line):
            made.append(_block(line, f"{where}/p[{next(number)}]"))
    if table:
        made.append(_table(table, f"{where}/tbl[{next(tables)}]"))
    return tuple(made)


def told(extraction: Extraction) -> list[str]:
    """Return the strategies as `path: text`, with lead-in and doubts where there are any."""
    return [_told(strategy) for strategy in extraction.strategies]


def texts(extraction: Extraction) -> list[str]:
    """Return the strategies' texts."""
    return [strategy.text for strategy in extraction.strategies]


def roles(extraction: Extraction) -> dict[str, str]:
    """Return the role of each row by its text."""
    return {row.text: str(row.role) for row in extraction.ledger}


def _told(strategy: Strategy) -> str:
    lead = f"[{strategy.lead_in}] " if strategy.lead_in else ""
    doubts = f" !{' '.join(strategy.doubts)}" if strategy.doubts else ""
    path = f"{strategy.heading_path}: " if strategy.heads else ""
    return f"{path}{lead}{strategy.text}{doubts}"


def _dedent(lines: list[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return [line[margin:].rstrip() for line in lines]


def _beside(lines: list[str]) -> Iterator[Story]:
    numbers: dict[str, int] = {}
    for line in _dedent(lines):
        if found := _STORY.match(line):
            kind = StoryKind(found[1])
            numbers[kind] = numbers.get(kind, 0) + 1
            root = f"{kind}[{numbers[kind]}]"
            yield Story(kind=kind, locator=root, blocks=blocks([found[2]], root))


def _block(line: str, at: str) -> Block:
    bare = line.strip()
    if bare.startswith("!["):
        return AltText(locator=at, text=bare[2:-1])
    if bare.startswith("[box] "):
        box = f"{at}/txbx[1]"
        return TextBox(locator=box, blocks=blocks(_parts(bare[6:]), box))
    if bare.startswith("% "):
        return Heading(level=0, **_paragraph(bare[2:], at))
    if bare.startswith("@contents "):
        return Paragraph(contents=True, **_paragraph(bare[10:], at))
    if found := _HEADING.fullmatch(bare):
        inferred = "bold and short" if found["guess"] else ""
        level = len(found["marks"])
        return Heading(level=level, inferred=inferred, **_paragraph(found["text"], at))
    return _line(line, bare, at)


def _line(line: str, bare: str, at: str) -> Block:
    level = (len(line) - len(line.lstrip())) // 2
    if bare.startswith("- "):
        look = Look(indent=360 * (level + 1))
        return ListItem(
            level=level, label="•", series="1", **{**_paragraph(bare[2:], at), "look": look}
        )
    if mark := _TYPED.match(bare):
        return ListItem(level=level, label=mark[0].strip(), typed=True, **_paragraph(bare, at))
    if bare.startswith("> "):
        return Paragraph(**{**_paragraph(bare[2:], at), "look": Look(indent=360)})
    return Paragraph(**_paragraph(bare, at))


def _paragraph(text: str, at: str) -> dict:
    anchors = tuple(_ANCHOR.findall(text))
    spans = tuple(_spans(_ANCHOR.sub("", text).replace("⏎", "\n")))
    bold = bool(spans) and all(span.bold for span in spans if span.text.strip())
    return {"locator": at, "spans": spans, "anchors": anchors, "look": Look(bold=bold)}


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()])
        yield _span(found)
        at = found.end()
    if at < len(text):
        yield Span(text[at:])


def _span(found: re.Match[str]) -> Span:
    kind = found.lastgroup or ""
    words = found["label"] if kind == "href" else found[kind]
    special = {
        "bold": {"bold": True},
        "href": {"href": found["href"]},
        "deleted": {"fate": Fate.DELETED},
        "hidden": {"fate": Fate.HIDDEN},
        "inserted": {"revised": True},
        "struck": {"struck": True},
    }
    return replace(Span(words), **special[kind])


def _parts(text: str) -> list[str]:
    return [part.rstrip() for part in text.split(" // ")]


def _table(lines: list[str], at: str) -> Table:
    rows = [_row(line, f"{at}/tr[{number}]") for number, line in enumerate(lines, start=1)]
    return Table(locator=at, rows=tuple(rows))


def _row(line: str, at: str) -> Row:
    header = line.startswith("|!")
    cells: list[Cell] = []
    for column, raw in enumerate(line.lstrip("|!").rstrip("| ").split(" | ")):
        text = raw.rstrip()
        if text.strip() == "<":
            cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + 1)
            continue
        where = f"{at}/tc[{len(cells) + 1}]"
        continues = text.strip() == "^"
        inner = () if continues else blocks([p for p in _parts(text) if p.strip()], where)
        cells.append(Cell(locator=where, blocks=inner, column=column, continues=continues))
    return Row(cells=tuple(cells), header=header)


def _letters(story: tuple[Block, ...]) -> int:
    spans = (span for line in paragraphs(story) for span in line.spans)
    return sum(count_letters(span.text) for span in spans)
