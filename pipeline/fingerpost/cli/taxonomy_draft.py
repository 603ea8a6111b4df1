"""`fingerpost taxonomy draft`: a council's documents in, a draft of its own categories out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, answering, plural, typed
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import FolderPath
from fingerpost.workspace import Workspace


@click.command("draft", epilog=example("fingerpost taxonomy draft --out draft"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    metavar="FOLDER",
    type=FolderPath(),
    help="Where the draft goes.",
)
@answering
def command(workspace: Workspace, paths: tuple[Path, ...], out: Path) -> Answer:
    """Group the headings of the documents (default: data/raw) into a draft of categories.

    It writes draft.xlsx, to be changed and imported, and cards.html, cards to print for a workshop.
    """
    from fingerpost.running.cataloguing.redrafting import write_draft

    drafted = write_draft(workspace, paths, out)
    lines = (
        f"{plural(drafted.headings, 'heading')} became {len(drafted.categories)} draft categories:",
        *(f"  {label}" for label in drafted.categories),
        f"{plural(drafted.alone, 'heading')} like no other, with few statements below, in none; "
        f"{plural(drafted.without_heading, 'statement')} under no heading that names a topic.",
        *(f"Written: {file}" for file in drafted.files),
        f"When the workshop is done: fingerpost taxonomy import {typed(drafted.files[0])} --dry-run",
    )
    return Answer(data=drafted, lines=lines)
