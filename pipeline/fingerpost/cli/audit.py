"""`fingerpost audit`: the loaded directory and filled workbooks in, schools' next audits out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering, plural, tell
from fingerpost.cli.examples import example
from fingerpost.cli.load import directory_at
from fingerpost.cli.releases import by_hand_told, draft_told, taken_off_told
from fingerpost.cli.typed_values import FilePath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.running.directory.school_audits import Audits


@click.command(
    "audit",
    epilog=example(
        "fingerpost audit",
        'fingerpost audit "Hillside audit 2026.xlsx" --out "Hillside audit 2027.xlsx"',
    ),
)
@click.argument(
    "filled",
    metavar="[OLD.xlsx ...]",
    nargs=-1,
    type=FilePath(exists=True),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file (.xlsx or .docx) or a folder; default: reports/audits. Nothing is written over.",
)
@directory_at("--in")
@answering
def command(workspace: Workspace, filled: tuple[Path, ...], out: Path | None, url: str) -> Answer:
    """Write the whole-school audit for schools to fill in.

    Name the workbooks that schools filled in before, and each gets a new one with its answers.
    """
    from fingerpost.rulebook import site_file
    from fingerpost.running.directory.school_audits import write_audits

    done = write_audits(workspace, url, filled, out)
    for refused in done.refused:
        tell(refused, err=True)
    return Answer(
        data=done,
        lines=tuple(_lines(done, site_file(workspace.rules))),
        code=1 if done.refused or done.withheld else 0,
    )


def _lines(done: "Audits", settings: str) -> Iterator[str]:
    for one in done.written:
        if one.carried_from:
            yield f"Wrote {one.file} with the answers of {one.carried_from}."
        else:
            yield f"Wrote {one.file}: {plural(done.asked, 'statement')} of release {done.release}."
        yield from (f"  {said}" for said in one.told)
    if not done.written:
        return
    yield from taken_off_told(done.taken_off)
    yield from by_hand_told(done.changed_by_hand, done.release, done.restores)
    if done.draft:
        yield draft_told(done.release, done.restores)
    if not done.has_levels:
        yield f"Ratings to choose from: none yet. Name them under `audit` in {settings}."
    yield from map(str, done.withheld)
