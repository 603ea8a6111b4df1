"""A sample in, a web page for LibreOffice to lay out as Word out: what happens to guidance pasted from a site."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from tests.samples.glyphs import SOFT, glyph
from tests.samples.notation import Cell, Contents, Frame, Grid, Line, Part, Row, Sample, Span, Table

_TAGS = {"b": "b", "ins": "u", "ctl": "i"}


def write_web_page(sample: Sample, target: Path) -> None:
    body = "\n".join(_blocks(sample.parts))
    target.write_text(
        f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>', "utf-8"
    )


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    for is_line, group in groupby(parts, key=lambda part: isinstance(part, Line)):
        if is_line:
            yield from _lines([part for part in group if isinstance(part, Line)])
        else:
            yield from (_block(part) for part in group)


def _block(part: Part) -> str:
    match part:
        case Table():
            header = "".join(f"<th>{escape(head.text)}</th>" for head in part.columns)
            rows = "".join(_row(row, header, len(part.columns)) for row in part.rows)
            return f'<table border="1"><thead><tr>{header}</tr></thead>{rows}</table>'
        case Grid():
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part.rows)
            return f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'
        case Frame():
            return f"<blockquote>{''.join(_blocks(part.parts))}</blockquote>"
        case Contents() | Line():
            raise ValueError("a web page has no table of contents here, and lines go in groups")


def _row(row: Row, header: str, width: int) -> str:
    if row.is_header:
        return f"<tr>{header}</tr>"
    if row.band:
        return f'<tr><td colspan="{width}"><b>{escape(row.band.text)}</b></td></tr>'
    return f"<tr>{''.join(_cell(cell) for cell in row.cells)}</tr>"


def _cell(cell: Cell) -> str:
    head = "".join(f"<p>{escape(line)}</p>" for line in cell.head.lines) if cell.head else ""
    return f"<td>{head}{''.join(_blocks(cell.parts))}</td>"


def _lines(lines: list[Line]) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        if kind in ("ul", "ol"):
            yield f"<{kind}>{_items(list(group), 0, kind)}</{kind}>"
        elif kind:
            yield f"<p>{'<br>'.join(_typed(line) for line in group)}</p>"
        else:
            yield from (_line(line) for line in group)


def _kind(line: Line) -> str:
    if line.mark != "-":
        return ""
    if glyph(line.look):
        return line.look if line.look.startswith(SOFT) else ""
    return "ol" if "number" in line.look else "ul"


def _items(lines: list[Line], depth: int, kind: str) -> str:
    starts = [at for at, line in enumerate(lines) if line.level <= depth]
    made = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        inner = lines[start + 1 : end]
        below = f"<{kind}>{_items(inner, depth + 1, kind)}</{kind}>" if inner else ""
        made.append(f"<li>{_typed(lines[start])}{below}</li>")
    return "".join(made)


def _line(line: Line) -> str:
    content = _typed(line)
    match line.mark:
        case "#" if line.look == "style":
            return f"<h{line.level}>{content}</h{line.level}>"
        case "%":
            return f'<p class="title"><font size="6">{content}</font></p>'
        case "#" | "=":
            return f"<p><b>{content}</b></p>"
    return f"<p>{content}</p>"


def _typed(line: Line) -> str:
    typed = glyph(line.look) if line.mark == "-" else None
    mark = typed.mark + typed.after if typed else ""
    label = f"<b>{escape(line.notes['label'])}: </b>" if "label" in line.notes else ""
    return mark + label + "".join(_span(span) for span in line.spans)


def _span(span: Span) -> str:
    text = escape(span.text)
    if span.kind in ("link", "flink"):
        return f'<a href="{escape(span.target)}">{text}</a>'
    tag = _TAGS.get(span.kind)
    return f"<{tag}>{text}</{tag}>" if tag else text
