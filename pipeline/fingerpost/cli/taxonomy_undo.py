"""`fingerpost taxonomy undo`: the last change of categories taken back."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.workspace import Workspace


@click.command("undo", epilog=example("fingerpost taxonomy undo"))
@answering
def command(workspace: Workspace) -> Answer:
    """Put the files back as they were before the last import or change."""
    from fingerpost.running.cataloguing.recataloguing import undo

    undone = undo(workspace)
    lines = (
        f"Taken back: {undone.made_by}. These files are as they were before:",
        *(f"  rules/{name}" for name in undone.files),
        "Next: fingerpost migrate, so that the reports and the directory follow.",
    )
    return Answer(data=undone, lines=lines)
