"""`fingerpost review pack`: what waits in, a workbook and a page for each person out."""

from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering, plural
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import Number
from fingerpost.packs import PackKind
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.reviewing import Wanted


@click.command(
    "pack",
    epilog=example(
        "fingerpost review pack --for Ada --for Ben",
        "fingerpost review pack --for Ada --minutes 30",
    ),
)
@click.option(
    "--for",
    "people",
    metavar="NAME",
    multiple=True,
    help="Whom it is for. Name several to share what waits fairly among them.",
)
@click.option("--area", metavar="AREA", default="", help="Only what is about one area.")
@click.option(
    "--minutes",
    metavar="N",
    type=Number("a number of minutes from 1 to 600", 1, 600, remedy="Try 30."),
    default=None,
    help="How long it may take each person.",
)
@click.option(
    "--second",
    "share",
    metavar="SHARE",
    type=Number("a share from 0.01 to 1", 0.01, 1, whole=False, remedy="Try 0.1."),
    default=None,
    help="A sample, such as 0.1, of what others decided, for a second person to decide unseen.",
)
@click.option("--meeting", is_flag=True, help="All on which people differ, or that they left open.")
@click.option(
    "--comments", is_flag=True, help="Statements for people who comment, such as parents."
)
@click.option("--again", is_flag=True, help="Also send what somebody has been sent already.")
@answering
def command(workspace: Workspace, **options: Any) -> Answer:
    """Make a workbook and a page with one person's share of what waits, in reports/packs."""
    from fingerpost.running.reviewing.packing import make_packs

    packed = make_packs(workspace, _wanted(**options))
    lines = []
    for one in packed:
        time = f", about {plural(one.minutes, 'minute')}" if one.minutes else ""
        lines.append(f"{one.person or 'For anybody'}: {one.asks}{time} ({one.id})")
        lines += [f"  {file}" for file in one.files]
        lines.append(f"  To send with it: {one.note}")
    lines.append("Who has what, and whom to remind: fingerpost review status")
    return Answer(data={"packs": packed}, lines=tuple(lines))


def _wanted(
    *, share: float | None, minutes: int | None, meeting: bool, comments: bool, **others: Any
) -> "Wanted":
    from fingerpost.reviewing import Wanted

    kinds = {PackKind.SECOND: share is not None, PackKind.MEETING: meeting}
    chosen = [
        kind for kind, is_wanted in (kinds | {PackKind.COMMENTS: comments}).items() if is_wanted
    ]
    if len(chosen) > 1:
        raise click.UsageError("Choose one: --second SHARE, --meeting or --comments.")
    kind = chosen[0] if chosen else PackKind.SHARE
    if minutes and kind is not PackKind.SHARE:
        raise click.UsageError("--minutes is for a share of what waits, not for other packs.")
    return Wanted(kind=kind, share=share or 0.0, minutes=minutes or 0, **others)
