"""`fingerpost init`: a folder and a council in, a workspace out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, show, typed
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import FolderPath


@click.command("init", epilog=example("fingerpost init my-council --council calderdale"))
@click.argument("folder", metavar="DIR", type=FolderPath())
@click.option(
    "--council", default="leeds", show_default=True, metavar="NAME", help="The council's name."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
def command(folder: Path, council: str, as_json: bool) -> None:
    """Make the folder DIR for a council, ready for its Word documents.

    It gets the shared categories and rules, and files for the council's own words.
    """
    from fingerpost.rulebook import site_file
    from fingerpost.running.cataloguing.founding import found

    workspace = found(folder, council)
    own = (folder / site_file(workspace.rules)).parent
    lines = (
        f"Made a workspace for {council} in {folder}.",
        f"Its own words for the categories: {own}",
        f"Next: put the Word documents into {folder / 'data' / 'raw'}",
        f"then: fingerpost migrate --workspace {typed(folder)}",
    )
    show(Answer(data={"workspace": workspace.root, "council": council}, lines=lines), as_json)
