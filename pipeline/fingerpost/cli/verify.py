"""`fingerpost verify`: loadable files, the log and the directory in, whatever was edited by hand out."""

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.releases import MOST_LINES
from fingerpost.workspace import DIRECTORY, DIRECTORY_SET_BY, Workspace


@click.command("verify", epilog=example("fingerpost verify"))
@click.option(
    "--in",
    "url",
    envvar=DIRECTORY_SET_BY,
    show_envvar=True,
    metavar="URL",
    help=f"The directory; default: {DIRECTORY}, if loaded.",
)
@answering
def command(workspace: Workspace, url: str | None) -> Answer:
    """Name what somebody changed by hand, in the files to load, the answers or the directory."""
    from fingerpost.exporting import verify
    from fingerpost.loading import ReadBack, releases, verify_directory

    problems = verify(workspace.curated)
    place = workspace.database(url or DIRECTORY)
    stands = verify_directory(place) if url or releases(place) else ReadBack(rows=0, differences=())
    by_hand = tuple(str(one) for one in stands.differences)
    lines = list(problems or ("All files are as they were written.",))
    if by_hand:
        lines += ["Changed in the directory by hand since it was loaded:", *by_hand[:MOST_LINES]]
        if len(by_hand) > MOST_LINES:
            lines.append(f"… and {len(by_hand) - MOST_LINES:,} more (--json has them all).")
        lines.append("The next load keeps such edits and lists them.")
    elif stands.rows:
        lines.append(f"All {stands.rows:,} rows of the directory are as they were loaded.")
    data = {"problems": (*problems, *by_hand), "differences": stands.differences}
    return Answer(data=data, lines=tuple(lines), code=1 if problems or by_hand else 0)
