"""Commands to copy in, the last lines of a command's help out, and read from it again."""

import click

_FIRST = "For example:"


def example(*commands: str) -> str:
    """Return the end of a command's help; each line stays as it is."""
    return "\b\n" + "\n".join((_FIRST, *(f"  {command}" for command in commands)))


def first_example(command: click.Command) -> str:
    """Return the first command to copy, "" where the help of this one has none."""
    lines = (command.epilog or "").partition(_FIRST)[2].strip().splitlines()
    return lines[0].strip() if lines else ""
