"""`fingerpost changes`: two releases in, what differs between them out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.load import DATABASE
from fingerpost.cli.releases import describe_changes, describe_releases
from fingerpost.workspace import Workspace


@click.command("changes")
@click.option("--from", "start", type=int, help="A release number; default: the one before.")
@click.option("--to", "end", type=int, help="A release number; default: the newest.")
@click.option("--in", "url", default=DATABASE, show_default=True, metavar="URL")
@answering
def command(workspace: Workspace, start: int | None, end: int | None, url: str) -> Answer:
    """List the releases; show what was added, changed, moved, relabelled or retired between two."""
    from fingerpost.loading import changes, releases

    place = workspace.database(url)
    found, all_releases = changes(place, start, end), releases(place)
    lines = (*describe_releases(all_releases), *describe_changes(found))
    return Answer(data={"releases": all_releases, "changes": found}, lines=lines)
