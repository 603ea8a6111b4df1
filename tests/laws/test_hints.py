"""Every command that the program tells somebody to type can be typed."""

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import click
from fingerpost.cli import program
from fingerpost.cli.hints import typable
from fingerpost.cli.publish import command as publish

ENGINE = Path(__file__).parents[2] / "pipeline" / "fingerpost"
HINT = re.compile(r"\bfingerpost ([a-z]+(?: (?!fingerpost )(?:[^\s,;:.)<`]|[.:](?=[\w/]))+)*)")
FILLED_IN = "…"
PROSE = {"command"}
"""Words that may follow the program's name in a sentence about it."""


def test_every_command_that_the_program_tells_somebody_to_type_exists():
    hints = [(place, hint) for place, text in said() for hint in HINT.findall(text)]

    assert len(hints) > 50
    assert [f"{place}: {hint}: {why}" for place, hint in hints if (why := wrong_with(hint))] == []


def test_every_command_to_copy_means_the_places_that_were_named():
    named = ["--workspace", "exton", "--in", "sqlite:///other.db"]
    above = click.Context(program)
    with above, publish.make_context("publish", named, parent=above):
        hints = [one for _, text in said() for one in HINT.findall(typable(text))]

    assert [hint for hint in hints if wrong_with(hint)] == []
    assert {hint.split()[0] for hint in hints if " --workspace " not in hint} <= {
        "init",
        *PROSE,
    }
    of_loading = [hint for hint in hints if hint.startswith(("load", "rollback", "verify"))]
    assert len(of_loading) > 10
    assert all(re.search(r" --(to|in) (sqlite:///other\.db|URL|…)", one) for one in of_loading)


def said() -> Iterator[tuple[str, str]]:
    """Yield all that people may read, by the file it stands in; `…` stands for what is filled in."""
    for path in sorted(ENGINE.rglob("*.py")):
        yield from ((path.name, text) for text in strings(ast.parse(path.read_text("utf-8"))))
    for path in sorted(ENGINE.rglob("templates/**/*.html")):
        words = re.sub(r"{{.*?}}|{%.*?%}", FILLED_IN, path.read_text("utf-8"))
        yield path.name, unescape(re.sub(r"<[^>]+>", " ", words))


def strings(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a program that are no docstrings, each with all its parts."""
    if isinstance(tree, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else FILLED_IN for one in tree.values)
        yield "".join(map(str, parts))
    elif isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        yield tree.value
    elif not (isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant)):
        for child in ast.iter_child_nodes(tree):
            yield from strings(child)


def wrong_with(hint: str) -> str:
    """Say why a hint cannot be typed, "" where it can."""
    command: click.Command = program
    words = hint.split()
    if words[0] in PROSE:
        return ""
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words.pop(0))
        if found is None:
            return "there is no such command"
        command = found
    if isinstance(command, click.Group) and "--help" not in words:
        return "this one needs another word"
    known = {name for param in command.params for name in param.opts} | {"--help"}
    strange = [word for word in words if word.startswith("-") and word not in known]
    return f"it has no {strange}" if strange else ""
