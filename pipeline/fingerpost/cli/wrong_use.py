"""A command line that cannot be understood in, what to type instead, in plain words, out."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

import click

from fingerpost.cli.examples import first_example
from fingerpost.cli.hints import typable

_QUOTED = re.compile(r"[('\"]([^()'\"]*)[)'\"]")


def told(error: click.UsageError) -> str:
    """Say what is wrong, then how the command is typed, then where to read more."""
    if error.ctx is None:
        return f"{_what(error)}\nMore: fingerpost --help"
    path, command = error.ctx.command_path, error.ctx.command
    with error.ctx.scope(cleanup=False):
        lines = [f"{path}: {typable(_what(error))}"]
    if shown := first_example(command):
        lines.append(f"For example: {shown}")
    return "\n".join((*lines, f"More: {path} --help"))


def _what(error: click.UsageError) -> str:
    """Say it in our own words, whatever the library calls it."""
    match error:
        case click.NoSuchOption(option_name=name) if name[1:].isdigit():
            return f"{name} is less than nothing, and numbers here begin at 1."
        case click.NoSuchOption(option_name=name):
            return _unknown(name, error.ctx)
        case click.BadOptionUsage(option_name=name):
            return _badly_used(name, error.message)
        case click.MissingParameter(param=click.Parameter() as param):
            return f"it needs {_named(param)}."
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_named(param)}: {_unfit(param, error.message)}"
    return _not_foreseen(error)


def _unknown(option: str, ctx: click.Context | None) -> str:
    if ctx and isinstance(ctx.command, click.Group):
        return f"{option} stands before the command. Put it after the command's name."
    return f"there is no option {option}.{_meant(option, _options(ctx))}"


def _not_foreseen(error: click.UsageError) -> str:
    """Say what the library has no kind of error for; a command's own words stand as they are."""
    typed = _typed(error)
    if error.ctx and isinstance(error.ctx.command, click.Group):
        names = error.ctx.command.list_commands(error.ctx)
        return f"there is no command “{typed}”.{_meant(typed, names) or _all(names)}"
    if error.message.startswith("Got unexpected extra"):
        return (
            f"“{typed}” is more than it takes. Leave it out; "
            "a name of several words stands in quotation marks."
        )
    return error.message


def _typed(error: click.UsageError) -> str:
    found = _QUOTED.search(error.message)
    return found[1] if found else ""


def _badly_used(name: str, message: str) -> str:
    if "does not take" in message:
        return f"{name} stands alone. Leave out what follows it."
    return f"something is missing after {name}."


def _unfit(param: click.Parameter, message: str) -> str:
    if isinstance(param.type, click.Choice):
        return f"choose one of {', '.join(map(str, param.type.choices))}."
    return message


def _named(param: click.Parameter) -> str:
    """Return a parameter as the help writes it: `--to URL`, or `RELEASE`."""
    if isinstance(param, click.Option):
        return f"{param.opts[0]} {param.metavar or ''}".strip()
    return param.metavar.strip("[]") if param.metavar else (param.name or "").upper()


def _options(ctx: click.Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else ()
    return [name for one in params if isinstance(one, click.Option) for name in one.opts]


def _meant(typed: str, names: Sequence[str]) -> str:
    """Ask for what begins alike, else for what is spelt alike."""
    begun = [name for name in names if len(typed.strip("-")) > 1 and name.startswith(typed)]
    near = begun or get_close_matches(typed, names, n=1)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _all(names: Sequence[str]) -> str:
    return f" There are: {', '.join(names)}."
