"""`fingerpost taxonomy`: the categories and the rules, checked, carried away, changed and drafted."""

import click

from fingerpost.cli import (
    taxonomy_check,
    taxonomy_draft,
    taxonomy_export,
    taxonomy_import,
    taxonomy_simulate,
    taxonomy_undo,
)
from fingerpost.cli.examples import example
from fingerpost.cli.groups import Commands


@click.group("taxonomy", cls=Commands, epilog=example("fingerpost taxonomy check --help"))
def command() -> None:
    """Check the categories and the rules, export, import, change and draft categories."""


for _part in (
    taxonomy_check,
    taxonomy_draft,
    taxonomy_export,
    taxonomy_import,
    taxonomy_simulate,
    taxonomy_undo,
):
    command.add_command(_part.command)
