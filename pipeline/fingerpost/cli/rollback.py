"""`fingerpost rollback`: the number of a release in, a new release with its content out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at, signed_by
from fingerpost.cli.releases import answer_of
from fingerpost.cli.typed_values import RELEASE
from fingerpost.workspace import Workspace


@click.command("rollback", epilog=example('fingerpost rollback 2 --signed-off-by "Sam Example"'))
@click.argument("release", type=RELEASE)
@directory_at("--in")
@signed_by("going back")
@answering
def command(workspace: Workspace, release: int, url: str, signed_off_by: str) -> Answer:
    """Go back to what an earlier release said, as a new release.

    Nothing is deleted. The numbers of the releases: fingerpost changes
    """
    from fingerpost.running.directory.releasing import go_back

    return answer_of(go_back(workspace, url, release, signed_off_by))
