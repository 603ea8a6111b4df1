"""`fingerpost init`: a folder and a council in, a workspace out."""

from pathlib import Path

import click

from fingerpost.cli.answers import Answer, show


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--council", default="leeds", show_default=True, metavar="NAME", help="Whose it is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
def command(folder: Path, council: str, as_json: bool) -> None:
    """Make a workspace in DIR, with the shared categories and rules and the council's own words."""
    from fingerpost.running.cataloguing.founding import found

    workspace = found(folder, council)
    lines = (
        f"Made a workspace for {council} in {folder}.",
        f"Its own words for the categories: {folder / 'rules' / 'councils'}",
        f"Next: put the Word documents into {folder / 'data' / 'raw'}",
        f"then: fingerpost migrate --workspace {folder}",
    )
    show(Answer(data={"workspace": workspace.root, "council": council}, lines=lines), as_json)
