"""`fingerpost export`: a loaded release in, tables for the import of another site out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at
from fingerpost.cli.releases import by_hand_told, taken_off_told
from fingerpost.cli.typed_values import RELEASE, FolderPath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.running.directory.site_export import Exported


@click.command(
    "export", epilog=example("fingerpost export wordpress", "fingerpost export csv --since 3")
)
@click.argument("profile")
@click.option(
    "--out",
    type=FolderPath(),
    metavar="DIR",
    help="Where to; default: export/PROFILE in the workspace.",
)
@click.option("--since", type=RELEASE, metavar="N", help="Only what changed since this release.")
@directory_at("--in")
@answering
def command(
    workspace: Workspace, profile: str, out: Path | None, since: int | None, url: str
) -> Answer:
    """Write the directory as tables that another site can take in.

    PROFILE is the kind of site: wordpress, craft, csv, or a file of your own in rules/sites.
    """
    from fingerpost.rulebook import site_file
    from fingerpost.running.directory.site_export import export

    place = out or workspace.root / "export" / profile
    done = export(workspace, profile, workspace.database(url), place, since)
    return Answer(
        data=done,
        lines=tuple(_lines(done, site_file(workspace.rules))),
        code=1 if done.withheld else 0,
    )


def _lines(done: "Exported", settings: str) -> Iterator[str]:
    span = f"release {done.release}"
    if done.since is not None:
        span = f"what changed between release {done.since} and release {done.release}"
    yield f"{done.title}: {span}."
    for file in done.files:
        yield f"  {file.path}: {plural(file.rows, 'row')} ({file.what})"
    if not done.files:
        yield "  Nothing changed; there is nothing to import."
    yield from map(str, done.withheld)
    yield from taken_off_told(done.taken_off)
    if done.since is not None and (done.taken_off or done.withheld):
        yield (
            "In these files what is left out is retired. Once it is shown again, export everything: "
            "leave --since out."
        )
    yield from by_hand_told(done.changed_by_hand, done.release)
    if done.without_address:
        yield f"Pages have no address yet: it is the `address` in {settings}."
