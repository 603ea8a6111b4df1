"""`fingerpost move`: the addresses of two databases in, one directory with all its releases in both out."""

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.load import DATABASE, ENVIRONMENT
from fingerpost.workspace import Workspace


@click.command(
    "move", epilog=example('fingerpost move --to "postgresql+psycopg://ada@server/directory"')
)
@click.option(
    "--from",
    "source",
    default=DATABASE,
    show_default=True,
    metavar="URL",
    help="Where the directory is now.",
)
@click.option("--to", "target", required=True, metavar="URL", help="An empty database.")
@answering
def command(workspace: Workspace, source: str, target: str) -> Answer:
    """Copy a directory with all its releases into another, empty database."""
    from fingerpost.loading.moving import move

    moved = move(workspace.database(source), workspace.database(target))
    return Answer(
        data=moved,
        lines=(
            f"{plural(moved.releases, 'release')} copied to {moved.target}, each row read back "
            "and found the same.",
            f"{moved.source} stays as it is, and every command goes on using it until you say "
            f"where the directory is now: --to URL or --in URL, or {ENVIRONMENT} for all of them.",
        ),
    )
