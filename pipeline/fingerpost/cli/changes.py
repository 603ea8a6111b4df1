"""`fingerpost changes`: two releases in, what differs between them out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.load import DATABASE
from fingerpost.cli.releases import describe_changes
from fingerpost.workspace import Workspace


@click.command("changes")
@click.option("--from", "start", type=int, help="A release number; default: the one before.")
@click.option("--to", "end", type=int, help="A release number; default: the newest.")
@click.option("--in", "url", default=DATABASE, show_default=True, metavar="URL")
@answering
def command(workspace: Workspace, start: int | None, end: int | None, url: str) -> Answer:
    """Show what was added, changed, moved, relabelled or retired between two releases."""
    from fingerpost.loading import changes

    found = changes(workspace.database(url), start, end)
    return Answer(data={"changes": found}, lines=describe_changes(found))
