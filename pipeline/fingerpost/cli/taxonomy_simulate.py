"""`fingerpost taxonomy simulate`: one change of categories in, all that it would touch out."""

from typing import TYPE_CHECKING

import click

from fingerpost.cli.answers import Answer, answering
from fingerpost.cli.examples import example
from fingerpost.cli.groups import Commands
from fingerpost.workspace import Workspace

if TYPE_CHECKING:
    from fingerpost.catalogue import Entry


@click.group("simulate", cls=Commands, epilog=example("fingerpost taxonomy simulate rename --help"))
def command() -> None:
    """Show what one change of the categories would touch. With --apply, make it.

    ID is the id of a category, as `fingerpost taxonomy export` writes it.
    """


_apply = click.option("--apply", is_flag=True, help="Make the change; undo takes it back.")
_shared = click.option("--shared", is_flag=True, help="For all councils, not only this one.")
_note = click.option("--note", default="", help="What changed and why, for the record.")


@command.command(
    "rename", epilog=example('fingerpost taxonomy simulate rename cl-memory "Remembering"')
)
@click.argument("concept", metavar="ID")
@click.argument("label")
@_shared
@_apply
@answering
def rename(workspace: Workspace, concept: str, label: str, shared: bool, apply: bool) -> Answer:
    """Give the category another label."""
    from fingerpost.cataloguing import rename as renamed

    after = renamed(_entries(workspace), concept, label, shared=shared)
    return _answer(workspace, after, f"rename {concept}", apply)


@command.command(
    "move", epilog=example("fingerpost taxonomy simulate move ci-attention cognition-and-learning")
)
@click.argument("concept", metavar="ID")
@click.argument("area", metavar="AREA-ID")
@_shared
@_apply
@answering
def move(workspace: Workspace, concept: str, area: str, shared: bool, apply: bool) -> Answer:
    """Put a need under another area."""
    from fingerpost.cataloguing import move as moved

    after = moved(_entries(workspace), concept, area, shared=shared)
    return _answer(workspace, after, f"move {concept}", apply)


@command.command(
    "merge", epilog=example("fingerpost taxonomy simulate merge cl-memory cl-metacognition")
)
@click.argument("concept", metavar="ID")
@click.argument("into", metavar="INTO-ID")
@_note
@_apply
@answering
def merge(workspace: Workspace, concept: str, into: str, note: str, apply: bool) -> Answer:
    """Retire the category and show what holds it as another."""
    from fingerpost.cataloguing import merge as merged

    return _answer(
        workspace, merged(_entries(workspace), concept, into, note), f"merge {concept}", apply
    )


@command.command(
    "retire",
    epilog=example("fingerpost taxonomy simulate retire cl-memory --replaced-by cl-metacognition"),
)
@click.argument("concept", metavar="ID")
@click.option("--replaced-by", default="", metavar="ID", help="What it is shown as from now on.")
@_note
@_apply
@answering
def retire(workspace: Workspace, concept: str, replaced_by: str, note: str, apply: bool) -> Answer:
    """Retire the category; without a replacement, what holds it waits for a person."""
    from fingerpost.cataloguing import retire as retired

    after = retired(_entries(workspace), concept, replaced_by, note)
    return _answer(workspace, after, f"retire {concept}", apply)


@command.command(
    "split",
    epilog=example(
        'fingerpost taxonomy simulate split cl-memory "Short-term memory" "Long-term memory"'
    ),
)
@click.argument("concept", metavar="ID")
@click.argument("labels", metavar="LABEL LABEL ...", nargs=-1, required=True)
@answering
def split(workspace: Workspace, concept: str, labels: tuple[str, ...]) -> Answer:
    """Show what people would have to sort anew if the category became several."""
    from fingerpost.cataloguing import split as parted
    from fingerpost.cli.plans import described
    from fingerpost.running.cataloguing.recataloguing import what_touches

    made = parted(_entries(workspace), concept, labels)
    touched = what_touches(workspace, made)
    lines = (
        *described(made, touched),
        "Nothing was written. Which of these belongs where, only people can say: add the new "
        "categories by an import, answer the workbook, then retire the old one.",
    )
    return Answer(data={"changes": made, "touched": touched}, lines=lines)


def _entries(workspace: Workspace) -> "tuple[Entry, ...]":
    from fingerpost.rulebook import load_rulebook

    return load_rulebook(workspace.rules).entries


def _answer(workspace: Workspace, after: "tuple[Entry, ...]", what: str, apply: bool) -> Answer:
    from fingerpost.cli.plans import planned
    from fingerpost.running.cataloguing.recataloguing import plan_change

    plan = plan_change(workspace, after)
    return planned(workspace, plan, f"taxonomy simulate {what}", apply=apply)
