"""`fingerpost move`: the addresses of two databases in, one directory with all its releases in both out."""

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at
from fingerpost.workspace import DIRECTORY_SET_BY, Workspace


@click.command(
    "move", epilog=example('fingerpost move --to "postgresql+psycopg://ada@server/directory"')
)
@directory_at("--from")
@click.option("--to", "target", required=True, metavar="URL", help="An empty database.")
@answering
def command(workspace: Workspace, url: str, target: str) -> Answer:
    """Copy a directory with all its releases into another, empty database."""
    from fingerpost.loading.moving import move

    moved = move(workspace.database(url), workspace.database(target))
    return Answer(
        data=moved,
        lines=(
            f"{plural(moved.releases, 'release')} copied to {moved.target}, each row read back "
            "and found the same.",
            f"{moved.source} stays as it is, and every command goes on using it until you say "
            f"where the directory is now: --to URL or --in URL, or {DIRECTORY_SET_BY} for all of them.",
        ),
    )
