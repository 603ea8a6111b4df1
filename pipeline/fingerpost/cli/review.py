"""`fingerpost review`: questions out, returned files in, the log of decisions brought up to date."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fingerpost.cli import review_pack
from fingerpost.cli.answers import Answer, answering, plural, typed
from fingerpost.cli.examples import example
from fingerpost.cli.groups import Commands
from fingerpost.cli.load import directory_at
from fingerpost.cli.typed_values import FilePath
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.running.reviewing.merging import Taken


@click.group("review", cls=Commands, epilog=example("fingerpost review apply --help"))
def command() -> None:
    """Send questions to the SEND team, take their answers back, and undo."""


command.add_command(review_pack.command)


@command.command(
    "apply",
    epilog=example(
        "fingerpost review apply", 'fingerpost review apply "reports/returned/review Ada.xlsx"'
    ),
)
@click.argument("files", nargs=-1, type=FilePath())
@answering
def apply(workspace: Workspace, files: tuple[Path, ...]) -> Answer:
    """Take in the answers that came back (default: all files in reports/returned).

    Each file is taken in, or nothing of it is; single rows that cannot count are named.
    """
    from fingerpost.running.reviewing.applying import apply as take

    return taken_in(take(workspace, files))


def taken_in(taken: "Sequence[Taken]") -> Answer:
    """Say what became of each file; anything refused, a single row too, ends in 1."""
    lines = []
    for one in taken:
        if one.problems:
            lines.append(f"{one.file}: refused, and nothing in it was taken in.")
            lines += [f"  {problem}" for problem in one.problems]
        elif one.known:
            lines.append(f"{one.file}: was taken in before. To take it in again, name it.")
        else:
            known = f" {known_already(one.repeated)}" if one.repeated else ""
            lines.append(f"{one.file}: {plural(one.answers, 'answer')} taken in.{known}")
            lines += [f"  set aside: {row}" for row in one.set_aside]
            lines += [f"  look at: {rows}" for rows in one.undecided]
        lines += [f"  {one.pack}"] if one.pack else []
        lines += [f"  {one.copies}"] if one.copies else []
        lines += [f"  A page for whoever sent it: {one.reply}"] if one.reply else []
    if any(one.answers for one in taken):
        lines.append("Next: fingerpost migrate, so that the reports and the directory follow.")
    refused = any(one.problems or one.set_aside for one in taken)
    return Answer(data={"files": taken}, lines=tuple(lines), code=1 if refused else 0)


@command.command("wait", epilog=example("fingerpost review wait"))
@directory_at("--to")
@answering
def wait(workspace: Workspace, url: str) -> Answer:
    """Wait for returned files, and load the directory when the team says so.

    It needs a Prefect server, whose address stands in PREFECT_API_URL.
    """
    from fingerpost.running.reviewing.waiting import wait_for_answers

    wait_for_answers(workspace, url)
    return Answer(
        data={}, lines=("The directory is loaded: fingerpost changes shows what changed.",)
    )


@command.command(
    "status", epilog=example("fingerpost review status", "fingerpost review status --agreement")
)
@click.option(
    "--agreement", is_flag=True, help="How far each two people agree instead (Cohen's kappa)."
)
@answering
def status(workspace: Workspace, agreement: bool) -> Answer:
    """Say what still waits and why, who has what, and what has been answered."""
    from fingerpost.reviewing import describe_agreement, describe_status
    from fingerpost.reviewing import status as state
    from fingerpost.running.migrating.questions import look

    looked = look(workspace)
    today = datetime.now(UTC).date()
    found = state(looked.outcome, looked.inputs.decisions, today)
    lines = tuple(describe_agreement(found.agreement)) if agreement else describe_status(found)
    return Answer(data=found, lines=lines)


@command.command(
    "undo",
    epilog=example("fingerpost review undo --last", "fingerpost review undo --file directory.xlsx"),
)
@click.argument("item_id", metavar="[REF]", required=False)
@click.option("--file", "file", metavar="NAME", help="Take back one returned file.")
@click.option("--last", is_flag=True, help="Take back the last time answers were taken in.")
@answering
def undo(workspace: Workspace, item_id: str | None, file: str | None, last: bool) -> Answer:
    """Take back one answer, one returned file, or all that came in last; later answers stay.

    REF is an id, what stands in a Ref column of the workbook, or a heading as it is written.
    NAME is the file's name or its path.
    """
    if sum((bool(item_id), bool(file), last)) != 1:
        raise click.UsageError("Name one: a REF, --file NAME or --last.")
    from fingerpost.running.reviewing.undoing import undo as take_back

    undone = take_back(workspace, reference=item_id or "", file=file or "")
    told = f"{plural(undone.answers, 'answer')} of {whose(undone.people)} taken back:"
    lines = (
        f"The pack {undone.pack} is not waited for any more." if undone.pack else told,
        *(f"  {about}" for about in undone.about if not undone.pack),
        *(_standing(file, count) for file, count in undone.standing.items()),
        "Next: fingerpost migrate, so that the reports and the directory follow.",
    )
    return Answer(data=undone, lines=lines)


def _standing(file: str, count: int) -> str:
    stand, them = ("stands", "it") if count == 1 else ("stand", "them")
    return (
        f"{plural(count, 'answer')} {stand} all the same, from {file}. "
        f"To take {them} back too: fingerpost review undo --file {typed(file)}"
    )


def known_already(count: int) -> str:
    """Say how many answers the same person had given before."""
    return f"{plural(count, 'answer')} {'was' if count == 1 else 'were'} known already."


def whose(people: tuple[str, ...]) -> str:
    """Name the people whose answers they were, and whoever gave no name."""
    return " and ".join(name or "somebody who gave no name" for name in people)
