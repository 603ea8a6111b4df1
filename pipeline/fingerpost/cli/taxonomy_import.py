"""`fingerpost taxonomy import`: a table of categories in, the rules' files changed."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.plans import planned
from fingerpost.cli.typed_values import FilePath
from fingerpost.workspace import Workspace


@click.command(
    "import",
    epilog=example(
        "fingerpost taxonomy import categories.xlsx --dry-run",
        "fingerpost taxonomy import categories.xlsx",
    ),
)
@click.argument("file", type=FilePath())
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@answering
def command(workspace: Workspace, file: Path, dry_run: bool) -> Answer:
    """Take categories in from FILE (.ttl, .xlsx or .csv), after showing all that it touches."""
    from fingerpost.running.cataloguing.recataloguing import plan_import

    plan = plan_import(workspace, file)
    return planned(workspace, plan, f"taxonomy import {file.name}", apply=not dry_run)
