"""`fingerpost verify`: curated files and the log in, whatever was edited by hand out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.workspace import Workspace


@click.command("verify")
@answering
def command(workspace: Workspace) -> Answer:
    """Check the curated files and the log of decisions; name anything edited behind our back."""
    from fingerpost.exporting import verify

    problems = verify(workspace.curated)
    lines = problems or ("All files are as they were written.",)
    return Answer(data={"problems": problems}, lines=lines, code=1 if problems else 0)
