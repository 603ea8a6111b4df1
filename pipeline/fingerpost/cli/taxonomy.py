"""`fingerpost taxonomy`: the categories and the rules, checked and changed."""

import click

from fingerpost.cli import taxonomy_check


@click.group("taxonomy")
def command() -> None:
    """Check the categories and the rules."""


command.add_command(taxonomy_check.command)
