"""Blocks of the document model in, a few lines of text out; and the other way round.

# Heading        a heading, `#` for each level; `=` alone for the document's title
- item           a list item, two spaces before it for each level; `~` for a typed mark
**Bold**         a bold paragraph;  __Underlined__;  anything else is a plain one
| cell | cell |  a table row; `/` parts the paragraphs of a cell
"""

from collections.abc import Iterable, Iterator

from fingerpost.documents import (
    AltText,
    Block,
    Cell,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Row,
    Span,
    Table,
    TextBox,
)

USUAL = 11.0


def outline(blocks: Iterable[Block]) -> str:
    """Show blocks as text, one line each."""
    return "\n".join(_lines(blocks))


def blocks(text: str) -> tuple[Block, ...]:
    """Build blocks from text; two spaces before a line are a quarter of an inch."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(_merged(_block(line, place) for place, line in enumerate(lines, start=1)))


def _lines(found: Iterable[Block]) -> Iterator[str]:
    for block in found:
        match block:
            case Heading():
                yield f"{'#' * block.level or '='} {_labelled(block.label, block.text)}"
            case ListItem():
                mark = "~" if block.typed else "-"
                yield f"{'  ' * block.level}{mark} {block.text}"
            case Paragraph():
                if block.text:
                    yield block.text
            case Table():
                yield from (_row(row) for row in block.rows)
            case TextBox():
                yield from (f"[{line}]" for line in _lines(block.blocks))
            case AltText():
                yield f"({block.text})"


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label else text


def _row(row: Row) -> str:
    return "| " + " | ".join(" / ".join(_lines(cell.blocks)) for cell in row.cells) + " |"


def _block(line: str, place: int) -> Block:
    text = line.strip()
    indent = 180 * (len(line) - len(line.lstrip()))
    locator = f"body/p[{place}]"
    if text.startswith("|"):
        return Table(locator=f"body/tbl[{place}]", rows=(_built_row(text, place),))
    if text.startswith("#"):
        words = text.lstrip("#")
        return Heading(
            locator=locator, spans=_spans(words), level=len(text) - len(words), look=_look(text, 0)
        )
    if text.startswith("- "):
        return ListItem(
            locator=locator,
            spans=_spans(text[2:]),
            level=indent // 360,
            label="•",
            series="1",
            look=_look(text, indent + 360),
        )
    return Paragraph(locator=locator, spans=_spans(text), look=_look(text, indent))


def _built_row(text: str, place: int) -> Row:
    cells = text.strip("| ").split(" | ")
    return Row(
        cells=tuple(
            Cell(
                locator=f"body/tbl[{place}]/tr[1]/tc[{number}]",
                blocks=blocks(cell.replace(" / ", "\n")),
                column=number - 1,
            )
            for number, cell in enumerate(cells, start=1)
        )
    )


def _look(text: str, indent: int) -> Look:
    plain = text.strip("*_")
    return Look(
        indent=indent,
        size=USUAL,
        bold=text.startswith("**"),
        underlined=text.startswith("__"),
        capitals=plain == plain.upper() and any(map(str.isalpha, plain)),
    )


def _spans(text: str) -> tuple[Span, ...]:
    plain = text.strip()
    if plain.startswith(("**", "__")):
        plain = plain[2:-2]
    for written, meant in (("\\n", "\n"), ("\\t", "\t"), ("\\-", "-")):
        plain = plain.replace(written, meant)
    return (Span(plain),)


def _merged(found: Iterable[Block]) -> Iterator[Block]:
    """Put neighbouring rows into one table."""
    rows: list[Row] = []
    locator = ""
    for block in found:
        if isinstance(block, Table):
            rows += block.rows
            locator = block.locator
            continue
        if rows:
            yield Table(locator=locator, rows=tuple(rows))
            rows = []
        yield block
    if rows:
        yield Table(locator=locator, rows=tuple(rows))
