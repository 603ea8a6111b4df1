"""`fingerpost migrate`: documents in, reports and curated files out."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fingerpost.cli.answers import Answer, answering, plural, typed
from fingerpost.cli.examples import example
from fingerpost.cli.typed_values import Number
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.running.migrating.migration import Migrated


@click.command("migrate", epilog=example("fingerpost migrate", "fingerpost migrate --fresh"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--runner",
    type=click.Choice(["local", "processes", "dask"]),
    default="local",
    show_default=True,
    help="One worker, several on this machine, or a Dask cluster.",
)
@click.option(
    "--workers",
    type=Number("a number from 1 to 256", 1, 256, remedy="Try 2, or leave it out."),
    metavar="N",
    help="How many; default: one for each processor.",
)
@click.option("--dask-address", default="", metavar="tcp://HOST:PORT", help="A running Dask.")
@click.option("--fresh", is_flag=True, help="Forget what was read before, and read all anew.")
@click.option(
    "--convert-legacy",
    is_flag=True,
    help="Have LibreOffice convert documents of the old kind (.doc) before they are read.",
)
@click.option(
    "--direct", is_flag=True, help="Start at once, without Prefect; the result is the same."
)
@answering
def command(workspace: Workspace, *, direct: bool, **asked: Any) -> Answer:
    """Read the Word documents (default: data/raw), and write the reports and what load takes.

    Run it again whenever documents, rules or answers have changed.
    """
    if asked["dask_address"] and asked["runner"] != "dask":
        raise click.UsageError("--dask-address goes with --runner dask.")
    parameters = _parameters(asked)
    carry_out = _directly if direct else _orchestrated
    migrated = carry_out(workspace, parameters)
    return Answer(data=migrated, lines=_lines(migrated), code=1 if migrated.refused else 0)


def _parameters(asked: dict[str, Any]) -> dict[str, Any]:
    """What the flow takes, from what was typed."""
    from fingerpost.running.processing.runners import Runner

    return {
        "paths": tuple(path.resolve() for path in asked["paths"]),
        "runner": Runner(
            name=asked["runner"],
            workers=asked["workers"] or os.cpu_count() or 1,
            dask_address=asked["dask_address"],
        ),
        "fresh": asked["fresh"],
        "convert_legacy": asked["convert_legacy"],
    }


def _directly(workspace: Workspace, parameters: dict[str, Any]) -> "Migrated":
    from fingerpost.running.migrating.converting import Legacy
    from fingerpost.running.migrating.migration import Request, migrate

    converts = parameters.pop("convert_legacy")
    legacy = Legacy.CONVERT if converts else Legacy.REFUSE
    return migrate(Request(root=workspace.root, legacy=legacy, **parameters))


def _orchestrated(workspace: Workspace, parameters: dict[str, Any]) -> "Migrated":
    from fingerpost.running.orchestrated import run_flow

    migrated: Migrated = run_flow(
        workspace, "migrate:migrate_council", {"workspace": workspace.root, **parameters}
    )
    return migrated


def _lines(migrated: "Migrated") -> tuple[str, ...]:
    lines = [
        f"{plural(migrated.documents, 'document')} read, {len(migrated.refused)} refused.",
        *(f"Refused: {source}: {reason}" for source, reason in migrated.refused),
        *(f"Nothing found: {source}: {reason}" for source, reason in migrated.empty),
        f"{plural(migrated.statements, 'statement')} = "
        f"{migrated.accepted - migrated.trusted} settled by headings"
        f"{f' + {migrated.trusted} accepted by the program' if migrated.trusted else ''}"
        f" + {migrated.approved} approved + {migrated.waiting} waiting"
        f" + {migrated.rejected} rejected.",
        *_warnings(migrated),
        *_next(migrated),
        f"What happened to every document: {migrated.reports.folder / 'summary.html'}",
    ]
    return tuple(lines)


def _warnings(migrated: "Migrated") -> Iterator[str]:
    if migrated.left_out:
        yield (
            f"Only what you named was read: {plural(migrated.left_out, 'file')} of data/raw were "
            "left out, and loading now would retire what stands in them. "
            "To take everything: fingerpost migrate"
        )
    for path in migrated.reports.kept:
        yield (
            f"Kept, because it holds answers not taken in yet: {path}. "
            f"To take them in: fingerpost review apply {typed(path)}"
        )


def _next(migrated: "Migrated") -> Iterator[str]:
    reports = migrated.reports
    if reports.minutes:
        first = f"{plural(reports.questions, 'question')} about headings first, "
        yield (
            f"Next: send {reports.folder / 'review.xlsx'} to the SEND team "
            f"({first if reports.questions else ''}"
            f"about {plural(reports.minutes, 'minute')} in all)."
        )
    else:
        yield "Next: fingerpost load --dry-run, then fingerpost load --signed-off-by NAME"
