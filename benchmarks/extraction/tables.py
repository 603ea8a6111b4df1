"""Columns and runs in, tables as Markdown and CSV out."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction.figures import Column, Figure, Sheet
from benchmarks.extraction.measuring import Run

ABSENT = "–"


def page(sheets: Sequence[Sheet], runs: Sequence[Run], missing: dict[str, str]) -> str:
    """Lay out who was measured and all tables; what is best in a column is bold."""
    parts = [_who(runs, missing)]
    parts += [
        f"### {sheet.title}\n\n{sheet.note}\n\n{table(sheet, sheet.rows(runs))}" for sheet in sheets
    ]
    return "\n\n".join(parts) + "\n"


def _who(runs: Sequence[Run], missing: dict[str, str]) -> str:
    files = runs[0].measures
    readable = sum(measure.readable for measure in files)
    lines = [
        f"{len(files)} files, of which an independent oracle reads {readable}.",
        f"{ABSENT} is what a reader does not set out to give.",
        "",
        "| reader | version | as measured |",
        "|---|---|---|",
        *(f"| {r.reader.name} | {r.version} | {r.reader.settings} |" for r in runs),
        *(f"| {name} | not had | {reason} |" for name, reason in missing.items()),
    ]
    return "\n".join(lines)


def table(sheet: Sheet, runs: Sequence[Run]) -> str:
    """Lay out one table in Markdown, ours first."""
    columns = [each for each in sheet.columns if set(_figures(each, runs)) != {None}]
    cells = [_shown(column, runs) for column in columns]
    rows = [
        [f"**{run.reader.name}**" if run.reader.is_ours else run.reader.name, *figures]
        for run, *figures in zip(runs, *cells, strict=True)
    ]
    heads = ["reader", *(column.head for column in columns)]
    rule = ["---", *("--:" for _ in columns)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (heads, rule, *rows))


def _figures(column: Column, runs: Sequence[Run]) -> list[Figure]:
    return [column.figure(run) for run in runs]


def _shown(column: Column, runs: Sequence[Run]) -> list[str]:
    figures = _figures(column, runs)
    texts = [shown(figure, column.digits) for figure in figures]
    known = [figure for figure in figures if figure is not None]
    if not (known and column.judged):
        return texts
    best = shown((min if column.lower_is_better else max)(known), column.digits)
    return [f"**{text}**" if text == best else text for text in texts]


def shown(figure: Figure, digits: int) -> str:
    """Write a figure; one that is not had is a dash, and nearly all is not written as all."""
    if figure is None:
        return ABSENT
    nearly_all = 100 - 10**-digits
    return f"{nearly_all if nearly_all < figure < 100 else figure:,.{digits}f}"


def figures_csv(sheets: Sequence[Sheet], runs: Sequence[Run]) -> str:
    """List every figure: table, column, reader, figure."""
    rows = [("table", "column", "reader", "version", "figure")]
    rows += [
        (sheet.title, column.head, run.reader.name, run.version, _plain(column.figure(run)))
        for sheet in sheets
        for column in sheet.columns
        for run in sheet.rows(runs)
    ]
    return _csv(rows)


def files_csv(runs: Sequence[Run]) -> str:
    """List what became of every file with every reader, so that each figure can be followed up."""
    shares = list(dict.fromkeys(s for run in runs for m in run.measures for s in m.shares))
    rows = [("reader", "file", "readable", "seconds", "failure", *shares)]
    rows += [
        (
            run.reader.name,
            measure.name,
            "yes" if measure.readable else "no",
            f"{measure.seconds:.4f}",
            measure.failure,
            *("/".join(map(str, measure.shares.get(share, ()))) for share in shares),
        )
        for run in runs
        for measure in run.measures
    ]
    return _csv(rows)


def _plain(figure: Figure) -> str:
    return "" if figure is None else f"{figure:.4f}"


def _csv(rows: Sequence[tuple[str, ...]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def write(
    folder: Path, sheets: Sequence[Sheet], runs: Sequence[Run], missing: dict[str, str]
) -> None:
    """Write the page, the figures and the files behind them."""
    (folder / "tables.md").write_text(page(sheets, runs, missing), encoding="utf-8")
    (folder / "figures.csv").write_text(figures_csv(sheets, runs), encoding="utf-8")
    (folder / "files.csv").write_text(files_csv(runs), encoding="utf-8")
