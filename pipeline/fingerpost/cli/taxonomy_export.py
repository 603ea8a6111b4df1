"""`fingerpost taxonomy export`: the rules in, all categories in one file out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering, typed
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import FilePath
from fingerpost.workspace import Workspace


@click.command("export", epilog=example("fingerpost taxonomy export categories.xlsx"))
@click.argument("file", type=FilePath())
@answering
def command(workspace: Workspace, file: Path) -> Answer:
    """Write all categories into FILE: SKOS (.ttl), a workbook (.xlsx) or a table (.csv)."""
    from fingerpost.running.cataloguing.recataloguing import export

    entries = export(workspace, file)
    lines = (
        f"{len(entries)} categories written to {file}.",
        f"To take changes in: fingerpost taxonomy import {typed(file)} --dry-run",
    )
    return Answer(data={"file": file, "categories": len(entries)}, lines=lines)
