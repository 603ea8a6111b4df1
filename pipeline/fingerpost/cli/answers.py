"""What a command found out in; lines for people or one JSON object for programs out."""

import dataclasses
import json
import shlex
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from fingerpost.cli.hints import mended, typable
from fingerpost.cli.typed_values import FolderPath
from fingerpost.errors import FingerpostError
from fingerpost.neutral import steady
from fingerpost.workspace import Workspace, find


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A command's result: `data` for programs, `lines` for people, and the exit code."""

    data: Any
    lines: tuple[str, ...] = ()
    code: int = 0


def answering(function: Callable[..., Answer]) -> Callable[..., int]:
    """Give a command `--workspace` and `--json`, and print what it answers."""

    @click.option(
        "--workspace",
        "folder",
        metavar="DIR",
        type=FolderPath(),
        help="The council's folder; by default the one you are in.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
    @wraps(function)
    def wrapped(folder: Path | None, as_json: bool, **options: Any) -> int:
        try:
            answer = function(find(folder), **options)
        except FingerpostError as error:
            raise mended(error) from error
        show(answer, as_json)
        return answer.code

    return wrapped


def show(answer: Answer, as_json: bool) -> None:
    """Print an answer on stdout."""
    if as_json:
        click.echo(json.dumps(answer.data, default=_plain, ensure_ascii=False, indent=2))
        return
    for line in answer.lines:
        tell(line)


def tell(line: str, *, err: bool = False) -> None:
    """Print what may hold words of documents and files, which a terminal must not obey."""
    click.echo(steady(typable(line)), err=err)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, Iterable):
        return list(value)
    return str(value)


def typed(path: Path | str) -> str:
    """Write a path as it is typed after a command: in quotation marks where it needs them."""
    return shlex.quote(str(path))


def plural(count: int, noun: str) -> str:
    """Write a count with its noun: "1 document", "3 documents"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


__all__ = ["Answer", "Workspace", "answering", "plural", "show", "tell", "typed"]
