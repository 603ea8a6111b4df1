"""A sample in, a flat OpenDocument text for LibreOffice to lay out as Word out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tests.samples.expectations import contents_lines
from tests.samples.notation import Cell, Contents, Frame, Grid, Head, Line, Part, Row, Sample, Table
from tests.samples.office_lines import Revisions, paragraphs, words
from tests.samples.office_xml import frame

PALE = "DEEAF6"


def write_flat_office(sample: Sample, target: Path) -> None:
    revisions = Revisions()
    body = "\n".join(blocks(sample.parts, revisions, contents_lines(sample)))
    colours = tuple(sorted({PALE, *_colours(sample.parts)}))
    target.write_text(frame(body, _edges(sample), "".join(revisions.regions), colours), "utf-8")


def blocks(
    parts: Iterable[Part], revisions: Revisions, contents: tuple[str, ...] = ()
) -> Iterator[str]:
    waiting: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            waiting.append(part)
            continue
        yield from paragraphs(waiting, revisions)
        waiting = []
        yield _block(part, revisions, contents)
    yield from paragraphs(waiting, revisions)


def _block(
    part: Table | Grid | Frame | Contents, revisions: Revisions, contents: tuple[str, ...]
) -> str:
    match part:
        case Table():
            return _table(part, revisions)
        case Grid():
            return _grid(part)
        case Frame(kind="box"):
            return _text_box(part, revisions)
        case Frame():
            return "\n".join(blocks(part.parts, revisions))
    return _contents(contents)


def _table(table: Table, revisions: Revisions) -> str:
    width = len(table.columns)
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    header = _header(table)
    merges = _merges(table)
    rows = (
        header if row.is_header else _row(row, width, revisions, merges.get(at, 1))
        for at, row in enumerate(table.rows)
    )
    return _whole(
        f"{columns}<table:table-header-rows>{header}</table:table-header-rows>{''.join(rows)}"
    )


def _whole(content: str) -> str:
    return f"<table:table>{content}</table:table>"


def _merges(table: Table) -> dict[int, int]:
    """How many rows each head spans that is continued by the rows under it."""
    spans: dict[int, int] = {}
    first = 0
    for at, row in enumerate(table.rows):
        first = first if row.cells and row.cells[0].continues else at
        spans[first] = at - first + 1
    return spans


def _header(table: Table) -> str:
    return (
        f"<table:table-row>{''.join(_head_cell(head) for head in table.columns)}</table:table-row>"
    )


def _head_cell(head: Head, span: int = 1) -> str:
    shade = f'table:style-name="Shade{head.notes.get("colour", PALE)}" table:number-columns-spanned="{span}"'
    covered = "<table:covered-table-cell/>" * (span - 1)
    return f'<table:table-cell {shade}><text:p text:style-name="Bold3">{escape(head.text)}</text:p></table:table-cell>{covered}'


def _row(row: Row, width: int, revisions: Revisions, spanned: int) -> str:
    if row.band:
        return f"<table:table-row>{_head_cell(row.band, width)}</table:table-row>"
    return f"<table:table-row>{''.join(_cell(cell, revisions, spanned) for cell in row.cells)}</table:table-row>"


def _cell(cell: Cell, revisions: Revisions, spanned: int) -> str:
    if cell.continues:
        return "<table:covered-table-cell/>"
    head = (
        "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.head.lines) if cell.head else ""
    )
    span = f' table:number-rows-spanned="{spanned}"' if cell.head and spanned > 1 else ""
    content = head + "".join(blocks(cell.parts, revisions))
    return f"<table:table-cell{span}>{content or '<text:p/>'}</table:table-cell>"


def _grid(grid: Grid) -> str:
    width = max(len(row) for row in grid.rows)
    cells = (
        "".join(
            f"<table:table-cell><text:p>{words(cell)}</text:p></table:table-cell>" for cell in row
        )
        for row in grid.rows
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return _whole(f'<table:table-column table:number-columns-repeated="{width}"/>{rows}')


def _text_box(box: Frame, revisions: Revisions) -> str:
    content = "".join(blocks(box.parts, revisions))
    inner = f'<draw:text-box fo:min-height="2cm">{content}</draw:text-box>'
    shape = f'<draw:frame draw:style-name="Boxed" text:anchor-type="paragraph" svg:width="14cm">{inner}</draw:frame>'
    return f"<text:p>{shape}</text:p>"


def _contents(lines: tuple[str, ...]) -> str:
    entries = ("\t".join(line.rsplit(" ", 1)) for line in lines)
    body = "".join(f"<text:p>{words(entry)}</text:p>" for entry in entries)
    source = '<text:table-of-content-source text:outline-level="2"/>'
    index = f"<text:index-body>{body}</text:index-body>"
    return f'<text:table-of-content text:name="Contents1">{source}{index}</text:table-of-content>'


def _edges(sample: Sample) -> str:
    number = " <text:page-number>1</text:page-number>"
    header = (
        f"<style:header><text:p>{escape(sample.header)}</text:p></style:header>"
        if sample.header
        else ""
    )
    footer = (
        f"<style:footer><text:p>{escape(sample.footer)}{number}</text:p></style:footer>"
        if sample.footer
        else ""
    )
    return header + footer


def _colours(parts: Iterable[Part]) -> Iterator[str]:
    for table in (part for part in parts if isinstance(part, Table)):
        heads = [*table.columns, *(row.band for row in table.rows if row.band)]
        yield from (head.notes["colour"] for head in heads if "colour" in head.notes)
