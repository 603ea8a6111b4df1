"""`fingerpost taxonomy import`: a table of categories in, the rules' files changed."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.plans import planned
from fingerpost.workspace import Workspace


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@answering
def command(workspace: Workspace, file: Path, dry_run: bool) -> Answer:
    """Take categories in from FILE (.ttl, .xlsx or .csv), after showing all that it touches."""
    from fingerpost.running.cataloguing.recataloguing import plan_import

    plan = plan_import(workspace, file)
    return planned(workspace, plan, f"taxonomy import {file.name}", apply=not dry_run)
