"""`fingerpost taxonomy export`: the rules in, all categories in one file out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.workspace import Workspace


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@answering
def command(workspace: Workspace, file: Path) -> Answer:
    """Write all categories into FILE: SKOS (.ttl), a workbook (.xlsx) or a table (.csv)."""
    from fingerpost.running.cataloguing.recataloguing import export

    entries = export(workspace, file)
    lines = (
        f"{len(entries)} categories written to {file}.",
        f"To take changes in: fingerpost taxonomy import {file} --dry-run",
    )
    return Answer(data={"file": file, "categories": len(entries)}, lines=lines)
