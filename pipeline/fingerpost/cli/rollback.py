"""`fingerpost rollback`: the number of a release in, a new release with its content out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.load import directory_at
from fingerpost.cli.releases import answer_of
from fingerpost.workspace import Workspace


@click.command("rollback")
@click.argument("release", type=int)
@directory_at("--in")
@click.option("--signed-off-by", default="", metavar="NAME", help="Who agreed to going back.")
@answering
def command(workspace: Workspace, release: int, url: str, signed_off_by: str) -> Answer:
    """Make an earlier release's content current again, as a new release."""
    from fingerpost.running.directory.releasing import go_back

    return answer_of(go_back(workspace, url, release, signed_off_by))
