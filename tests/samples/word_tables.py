"""Tables, frames and contents of a sample in, Word's tables, text boxes, controls and fields out."""

from collections.abc import Iterator

from lxml import etree

from tests.samples.notation import Cell, Contents, Frame, Grid, Head, Line, Part, Row, Table
from tests.samples.word_lines import paragraphs
from tests.samples.word_package import Package
from tests.samples.word_runs import bold
from tests.samples.word_xml import (
    NAMESPACES,
    Node,
    element,
    field,
    name,
    paragraph,
    plain,
    run,
    text_nodes,
)

WIDTH = 9000


def blocks(
    parts: tuple[Part, ...], package: Package, contents: tuple[str, ...] = ()
) -> Iterator[Node]:
    """Block elements in order; neighbouring lines go together, for a list may be one paragraph."""
    waiting: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            waiting.append(part)
            continue
        yield from paragraphs(waiting, package)
        waiting = []
        yield from _block(part, package, contents)
    yield from paragraphs(waiting, package)


def _block(
    part: Table | Grid | Frame | Contents, package: Package, contents: tuple[str, ...]
) -> Iterator[Node]:
    match part:
        case Table():
            yield _table(part, package)
            yield paragraph("", [])
        case Grid():
            yield _grid(part)
            yield paragraph("", [])
        case Frame(kind="box"):
            yield _text_box(part, package)
        case Frame():
            yield _control(list(blocks(part.parts, package)))
        case Contents():
            yield from _contents(contents)


def _table(table: Table, package: Package) -> Node:
    shades = [column.notes.get("colour", "D9E2F3") for column in table.columns]
    width = WIDTH // len(table.columns)
    header = _header(table.columns, shades)
    made = element("w:tbl", _table_properties(), _columns(len(table.columns)), header)
    for row in table.rows:
        made.append(
            _table_row(row, table, package, width)
            if not row.is_header
            else _header(table.columns, shades)
        )
    return made


def _table_properties() -> Node:
    return element(
        "w:tblPr", element("w:tblStyle", val="TableGrid"), element("w:tblW", w=WIDTH, type="dxa")
    )


def _columns(number: int) -> Node:
    return element("w:tblGrid", *(element("w:gridCol", w=WIDTH // number) for _ in range(number)))


def _header(columns: tuple[Head, ...], shades: list[str]) -> Node:
    cells = [_head_cell(head, shade) for head, shade in zip(columns, shades, strict=True)]
    return element("w:tr", element("w:trPr", element("w:tblHeader")), *cells)


def _head_cell(head: Head, shade: str, span: int = 1) -> Node:
    properties = [element("w:shd", val="clear", color="auto", fill=shade)]
    properties = [*([element("w:gridSpan", val=span)] if span > 1 else []), *properties]
    return element("w:tc", element("w:tcPr", *properties), paragraph("", [run(head.text, bold())]))


def _table_row(row: Row, table: Table, package: Package, width: int) -> Node:
    if row.band:
        return element(
            "w:tr", _head_cell(row.band, row.band.notes.get("colour", "EDEDED"), len(table.columns))
        )
    cells = [_cell(cell, package, width) for cell in row.cells]
    if table.options.get("controls") == "cells":
        cells = [_control([cell]) for cell in cells]
    return element("w:tr", *cells)


def _cell(cell: Cell, package: Package, width: int) -> Node:
    merge = [element("w:vMerge")] if cell.continues else []
    if cell.head and "merge" in cell.head.notes:
        merge = [element("w:vMerge", val="restart")]
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"), *merge)
    head = [paragraph("", [run(line)]) for line in cell.head.lines] if cell.head else []
    content = [*head, *blocks(cell.parts, package)]
    for nested in content:
        _narrow(nested)
    return element("w:tc", properties, *(content or [paragraph("", [])]))


def _narrow(block: Node) -> None:
    """A third of the widths for a nested table, so that it does not stick out of its cell."""
    for sized in block.iter(name("w:tblW"), name("w:gridCol"), name("w:tcW")):
        sized.set(name("w:w"), str(int(sized.get(name("w:w"), "0")) // 3))


def _grid(grid: Grid) -> Node:
    rows = [
        element(
            "w:tr",
            *(element("w:tc", element("w:tcPr"), paragraph("", [run(cell)])) for cell in row),
        )
        for row in grid.rows
    ]
    return element(
        "w:tbl", _table_properties(), _columns(max(len(row) for row in grid.rows)), *rows
    )


def _control(content: list[Node]) -> Node:
    properties = element(
        "w:sdtPr", element("w:alias", val="Guidance"), element("w:tag", val="guidance")
    )
    return element("w:sdt", properties, element("w:sdtContent", *content))


def _text_box(frame: Frame, package: Package) -> Node:
    """A text box as Word writes it: a drawing, and for old readers the same words again as VML."""
    choice = etree.Element(
        name("mc:Choice"), Requires="wps", nsmap={key: NAMESPACES[key] for key in ("mc", "wps")}
    )
    choice.append(element("w:drawing", _inline(list(blocks(frame.parts, package)))))
    old = plain("v:textbox", element("w:txbxContent", *blocks(frame.parts, package)))
    shape = plain("v:rect", old, style="width:400pt;height:90pt")
    fallback = element("mc:Fallback", element("w:pict", shape))
    return paragraph("", [element("w:r", element("mc:AlternateContent", choice, fallback))])


def _inline(content: list[Node]) -> Node:
    geometry = plain("a:prstGeom", element("a:avLst"), prst="rect")
    box = element("wps:txbx", element("w:txbxContent", *content))
    size = element("a:xfrm", plain("a:off", x=0, y=0), plain("a:ext", cx=5080000, cy=1143000))
    shape = element(
        "wps:wsp",
        plain("wps:cNvSpPr", txBox=1),
        element("wps:spPr", size, geometry),
        box,
        element("wps:bodyPr"),
    )
    data = plain("a:graphicData", shape, uri=NAMESPACES["wps"])
    named = plain("wp:docPr", id=7, name="Text box")
    return plain(
        "wp:inline", plain("wp:extent", cx=5080000, cy=1143000), named, element("a:graphic", data)
    )


def _contents(lines: tuple[str, ...]) -> Iterator[Node]:
    """A field for a table of contents with a nested page reference in every line."""
    entries = [_entry(line) for line in lines]
    made = [paragraph("Toc1", entry) for entry in entries]
    whole = field('TOC \\o "1-2" \\h \\z \\u', [])
    for at, part in enumerate(whole[:3]):
        made[0].insert(at + 1, part)
    made[-1].append(whole[3])
    yield from made


def _entry(line: str) -> list[Node]:
    title, page = line.rsplit(" ", 1)
    number = field("PAGEREF _Toc1000 \\h", [run(page)])
    return [
        element(
            "w:hyperlink", element("w:r", *text_nodes(f"{title}\t")), *number, anchor="_Toc1000"
        )
    ]
