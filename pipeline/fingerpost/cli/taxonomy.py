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


@click.group("taxonomy")
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
