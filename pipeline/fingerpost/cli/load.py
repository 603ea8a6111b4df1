"""`fingerpost load`: curated files in, one release of the directory database out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.releases import describe
from fingerpost.workspace import Workspace

DATABASE = "sqlite:///data/curated/directory.db"


@click.command("load")
@click.option("--to", "url", default=DATABASE, show_default=True, metavar="URL")
@click.option("--dry-run", is_flag=True, help="Show every change, and load nothing.")
@click.option("--signed-off-by", default="", metavar="NAME", help="Who agreed to this release.")
@click.option("--direct", is_flag=True, help="Run without Prefect: same result, starts at once.")
@answering
def command(
    workspace: Workspace, url: str, dry_run: bool, signed_off_by: str, direct: bool
) -> Answer:
    """Load the result into the directory database as one release, in one transaction."""
    from fingerpost.loading import load
    from fingerpost.running.orchestrated import run_flow
    from fingerpost.running.proof import proved_rulebook

    proved_rulebook(workspace, keep=not dry_run)
    secret = "@" in url  # Prefect keeps what a flow was given, a password too
    if direct or dry_run or secret:
        report = load(workspace.curated, workspace.database(url), signed_off_by, dry_run)
    else:
        asked = {"workspace": workspace.root, "to": url, "signed_off_by": signed_off_by}
        report = run_flow(workspace, "load:load_directory", asked)
    return Answer(data=report, lines=describe(report))
