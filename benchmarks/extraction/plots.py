"""Columns and runs in, pictures (SVG, to be put into a page as they are) out.

Each has a title, and a text that says its figures for those who cannot see them.
"""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader

from benchmarks.extraction.figures import Column, Figure, cpu, failed, mean
from benchmarks.extraction.measuring import Run
from benchmarks.extraction.tables import ABSENT, shown

_TEMPLATES: Final = Path(__file__).with_name("templates")
_LEFT: Final = 160
_LONGEST: Final = 420
_CELL: Final = 58
_ROW: Final = 30
# From nothing to all, light to dark; the last three have white letters.
_STEPS: Final = (
    (50.0, "#f3f5f8", "#1b1f24"),
    (80.0, "#d8e2ef", "#1b1f24"),
    (95.0, "#a9c0dc", "#1b1f24"),
    (99.0, "#5c82b0", "#ffffff"),
    (99.95, "#2f5788", "#ffffff"),
    (math.inf, "#17365c", "#ffffff"),
)
_SHORT: Final = {"documents with every word": "every word"}
GRID: Final = (
    "body words",
    "documents with every word",
    "list items",
    "items in tables",
    "items in text boxes",
    "nested level",
    "headings",
    "heading level",
    "links",
    "text boxes",
    "notes",
    "headers and footers",
    "comments",
    "insertions",
)


def _render(name: str, **values: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name).render(values)


def bars(
    name: str,
    title: str,
    note: str,
    runs: Sequence[Run],
    column: Column,
    *,
    length: Callable[[float], float],
) -> str:
    """Draw one bar a reader, best first; `length` says how much of the longest a figure is."""
    known = [(figure, run) for run in runs if (figure := column.figure(run)) is not None]
    known.sort(
        key=lambda pair: (pair[0] if column.lower_is_better else -pair[0], pair[1].reader.name)
    )
    drawn = [
        {
            "name": run.reader.name,
            "ours": run.reader.is_ours,
            "y": 64 + _ROW * place,
            "length": round(_LONGEST * max(0.0, min(1.0, length(figure))), 1),
            "shown": shown(figure, column.digits),
        }
        for place, (figure, run) in enumerate(known)
    ]
    return _render(
        "bars.svg.j2",
        id=name,
        title=title,
        note=note,
        bars=drawn,
        left=_LEFT,
        width=_LEFT + _LONGEST + 90,
        height=64 + _ROW * len(drawn) + 8,
        spoken="; ".join(f"{bar['name']} {bar['shown']}" for bar in drawn) + ".",
    )


def grid(name: str, title: str, note: str, runs: Sequence[Run], columns: Sequence[Column]) -> str:
    """Draw readers by columns, each cell with its figure, the darker the more."""
    top = 200
    rows = [
        {
            "name": run.reader.name,
            "ours": run.reader.is_ours,
            "y": top + _ROW * place,
            "cells": [
                _cell(column.figure(run), _LEFT + _CELL * across)
                for across, column in enumerate(columns)
            ],
        }
        for place, run in enumerate(runs)
    ]
    heads = [
        {"x": _LEFT + _CELL * (across + 0.5), "text": column.head}
        for across, column in enumerate(columns)
    ]
    return _render(
        "grid.svg.j2",
        id=name,
        title=title,
        note=note,
        heads=heads,
        rows=rows,
        left=_LEFT,
        top=top,
        cell_width=_CELL,
        width=_LEFT + _CELL * len(columns) + 110,
        height=top + _ROW * len(rows) + 10,
        spoken=" ".join(_spoken(row, columns) for row in rows),
    )


def _cell(figure: Figure, x: int) -> dict[str, object]:
    fill, ink = "#ffffff", "#404a55"
    if figure is not None:
        fill, ink = next((fill, ink) for least, fill, ink in _STEPS if figure < least)
    return {"x": x, "fill": fill, "ink": ink, "shown": shown(figure, 1)}


def _spoken(row: dict[str, Any], columns: Sequence[Column]) -> str:
    told = (
        f"{column.head} {cell['shown']}"
        for column, cell in zip(columns, row["cells"], strict=True)
        if cell["shown"] != ABSENT
    )
    return f"{row['name']}: {', '.join(told)}."


def _share(name: str) -> Column:
    return Column(_SHORT.get(name, name), lambda run: mean(run, name))


def plots(runs: Sequence[Run]) -> dict[str, str]:
    """Draw all pictures, by name of file."""
    whole = [run for run in runs if not run.reader.only_cost]
    files = len(runs[0].measures)
    readable = sum(measure.readable for measure in runs[0].measures)
    dearest = max(map(cpu, runs), default=1.0)
    cheapest = min(map(cpu, runs), default=1.0)
    span = math.log(dearest / cheapest) or 1.0
    most_failed = max(max(map(failed, runs), default=1), 1)
    return {
        "words.svg": bars(
            "words",
            "Documents of which every word comes out",
            "Per cent of the readable files with words; a file not converted has none.",
            whole,
            _share("documents with every word"),
            length=lambda figure: figure / 100,
        ),
        "cost.svg": bars(
            "cost",
            f"Processor seconds for {files} files",
            "Conversion alone, import apart; logarithmic scale.",
            runs,
            Column("CPU s", cpu, lower_is_better=True, digits=2),
            length=lambda figure: 0.1 + 0.9 * math.log(figure / cheapest) / span,
        ),
        "failures.svg": bars(
            "failures",
            "Files that could be read and were not",
            f"Of {readable} that an independent oracle reads.",
            whole,
            Column("failed", failed, lower_is_better=True, digits=0),
            length=lambda figure: figure / most_failed,
        ),
        "structure.svg": grid(
            "structure",
            "What comes out of Word files, by kind",
            "Per cent, mean over files; a failed conversion has none. – is not set out to be given.",
            whole,
            [_share(name) for name in GRID],
        ),
    }
