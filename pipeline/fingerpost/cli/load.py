"""`fingerpost load`: curated files in, one release of the directory database out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.releases import answer_of
from fingerpost.cli.typed_values import FilePath, PersonName
from fingerpost.workspace import DIRECTORY, DIRECTORY_SET_BY, Workspace, has_password


def directory_at(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option of this name, which says where the directory is."""
    return click.option(
        name,
        "url",
        default=DIRECTORY,
        envvar=DIRECTORY_SET_BY,
        show_default=True,
        show_envvar=True,
        metavar="URL",
        help="Where the directory is: the address of its database.",
    )


def signed_by(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option that says who agreed to what it does."""
    return click.option(
        "--signed-off-by",
        default="",
        metavar="NAME",
        type=PersonName(),
        help=f"Who agreed to {what}.",
    )


@click.command(
    "load",
    epilog=example(
        "fingerpost load --dry-run",
        'fingerpost load --plan reports/plan.json --signed-off-by "Sam Example"',
    ),
)
@directory_at("--to")
@click.option("--dry-run", is_flag=True, help="Show every change, and load nothing.")
@click.option(
    "--plan",
    metavar="FILE",
    type=FilePath(exists=True),
    help="Load exactly what a dry run planned (reports/plan.json), or nothing.",
)
@signed_by("this release")
@click.option(
    "--direct", is_flag=True, help="Start at once, without Prefect; the result is the same."
)
@answering
def command(
    workspace: Workspace,
    url: str,
    dry_run: bool,
    plan: Path | None,
    signed_off_by: str,
    direct: bool,
) -> Answer:
    """Put what migrate wrote into the directory, as one release with a number.

    It happens whole or not at all, and can be undone: fingerpost rollback.
    """
    from fingerpost.running.directory.releasing import (
        load_release,
        plan_release,
        refuse_at_once,
    )
    from fingerpost.running.orchestrated import run_flow
    from fingerpost.running.rules.proof import proved_rulebook

    if dry_run and plan:
        raise click.UsageError("A dry run makes a plan, --plan carries one out: name one of them.")
    # Prefect keeps what a flow was given, a password too.
    with_prefect = not (dry_run or direct or has_password(url))
    proved_rulebook(workspace, keep=not dry_run)
    if not dry_run:
        refuse_at_once(workspace, url, plan)
    if dry_run:
        told = plan_release(workspace, url, signed_off_by)
    elif with_prefect:
        asked = {"workspace": workspace.root, "to": url, "signed_off_by": signed_off_by}
        told = run_flow(workspace, "load:load_directory", {**asked, "plan": plan})
    else:
        told = load_release(workspace, url, signed_off_by, plan)
    return answer_of(told)
