"""Words that tell somebody what to type in, the same with the places that this command was told out."""

import re
import shlex
from collections.abc import Iterator

import click
from click.core import ParameterSource

from fingerpost.errors import FingerpostError, NothingLoaded
from fingerpost.workspace import DIRECTORY_SET_BY, to_copy

WORKSPACE, DIRECTORY = "folder", "url"
"""The names of the parameters that say where a command is to work."""

_HINT = re.compile(r"\bfingerpost((?: (?!fingerpost )[a-z]+)+)")
_END = re.compile(r"\bfingerpost |[.,;:)](?:\s|$)|\n")


def typable(words: str) -> str:
    """Add to each command to copy the places that this one was told, if it takes them.

    Without them it would mean another workspace, or another directory.
    """
    context = click.get_current_context(silent=True)
    given = dict(_given(context)) if context else {}
    if not context or not given:
        return words
    root, told, end = context.find_root().command, "", 0
    for hint in _HINT.finditer(words):
        command, names = _named(root, hint[1].split())
        place = hint.start() + len(" ".join(("fingerpost", *names)))
        rest = _END.split(words[place:], maxsplit=1)[0]
        told += words[end:place] + "".join(_lacking(command, given, rest))
        end = place
    return told + words[end:]


def mended(error: FingerpostError) -> FingerpostError:
    """Return an error with commands that mean what this one was told, and where that was said."""
    if not isinstance(error, NothingLoaded):
        return FingerpostError(typable(str(error)))
    context = click.get_current_context()
    option = next(one.opts[0] for one in context.command.params if one.name == DIRECTORY)
    named_by = {
        ParameterSource.COMMANDLINE: f"{option} names this place.",
        ParameterSource.ENVIRONMENT: f"{DIRECTORY_SET_BY} names this place.",
    }
    usual = f"This is the usual place; neither {option} nor {DIRECTORY_SET_BY} names another."
    source = context.get_parameter_source(DIRECTORY)
    looked = named_by.get(source, usual) if source else usual
    return FingerpostError(
        f"{error.place}: nothing was loaded yet. {looked} "
        f"To begin a directory there: {typable('fingerpost load')}"
    )


def _given(context: click.Context) -> Iterator[tuple[str, str]]:
    """Yield what somebody typed of the places where a command is to work, as it is typed again.

    What could not be understood is no place.
    """
    for name, written in ((WORKSPACE, shlex.quote), (DIRECTORY, to_copy)):
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            value = context.params.get(name)
            yield from ((name, written(str(value))),) if value else ()


def _named(command: click.Command, words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that the first words name, and those words."""
    names: list[str] = []
    while isinstance(command, click.Group) and words:
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            break
        command = found
        names.append(words.pop(0))
    return command, names


def _lacking(command: click.Command, given: dict[str, str], rest: str) -> Iterator[str]:
    """Yield the options that a command takes, that were given, and that do not follow yet."""
    options = {one.name: one.opts[0] for one in command.params if isinstance(one, click.Option)}
    for name, value in given.items():
        if name in options and f" {options[name]} " not in rest:
            yield f" {options[name]} {value}"
