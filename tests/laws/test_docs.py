"""The documents say what is so: every test, command, layer and figure they name exists."""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from fingerpost.cli import COMMANDS, program
from fingerpost.reviewing.asking.hints import reading_age
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pieces(name: str) -> list[Token]:
    """Return every run of words of a Markdown file: headings, paragraphs, list items, cells."""
    parsed = MarkdownIt().enable("table").parse(text(name))
    return [token for token in parsed if token.type == "inline"]


def read_aloud(piece: Token) -> str:
    """Return the words of a piece as a sentence, without what its pictures say of themselves."""
    words = "".join(
        part.content if part.type in {"text", "code_inline"} else " "
        for part in piece.children or ()
        if part.type != "image"
    ).strip()
    return words if words.endswith((".", "?", "!")) or not words else f"{words}."


def test_every_test_that_keeps_a_promise_exists():
    named = set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", text("docs/promises.md")))
    there = {
        f"{path.relative_to(ROOT).as_posix()}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert len(named) > 40
    assert sorted(named - there) == []


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command that can be typed."""
    if not isinstance(command, click.Group):
        yield path
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        yield from leaves(found, (*path, name))


def test_the_readme_names_every_command():
    rows = [line for line in text("README.md").splitlines() if line.startswith("| `fingerpost ")]
    named = {
        path
        for path in leaves(program)
        if any(
            row.startswith(f"| `fingerpost {path[0]}") and set(path) <= words(row) for row in rows
        )
    }

    assert set(leaves(program)) - named == set()


def words(row: str) -> set[str]:
    return set(re.findall(r"[a-z]+", row))


def test_the_picture_of_the_layers_is_the_contract():
    contracts = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = [[part.strip() for part in layer.split("|")] for layer in contracts[0]["layers"]]
    picture = text("docs/architecture.md").split("```")[1].splitlines()
    drawn = [
        [part.strip() for part in line.split("(")[0].split("|")]
        for line in picture
        if line.strip() and not set(line.strip()) & set("▼─┐")
    ]

    assert drawn == layers


TOUCHES = re.compile(
    r"\.(?:read_text|read_bytes|write_text|write_bytes|mkdir|glob|unlink)\(|\breplace_file\("
    r"|\b(?:create_engine|getaddrinfo)\(|\bhttpx\.Async"
)


def test_files_databases_and_the_network_are_touched_only_where_it_is_said():
    section = text("docs/architecture.md").split("## Where files")[1].split("\n## ")[0]
    told = set(re.findall(r"`([a-z_.]+)`", section))
    engine = ROOT / "pipeline/fingerpost"
    touching = {
        ".".join(path.relative_to(engine).with_suffix("").parts)
        for path in engine.rglob("*.py")
        if TOUCHES.search(path.read_text(encoding="utf-8"))
    }

    rooms = {one: {room for room in told if f"{one}.".startswith(f"{room}.")} for one in touching}
    assert {one for one, found in rooms.items() if not found} == set()
    assert told - set().union(*rooms.values()) == set()


def test_every_link_between_documents_leads_somewhere():
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "rules").glob("*.md"),
    ]:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            if not target.startswith(("http", "mailto")):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_help_of_every_command_can_be_asked_for():
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "fingerpost", command, "--help"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.startswith("Usage: ")


def test_the_page_for_reviewers_is_two_pages_of_plain_english():
    words = " ".join(filter(None, map(read_aloud, pieces("docs/reviewing.md"))))

    assert reading_age(words) <= 12  # Flesch-Kincaid by textstat, which hyphenation makes too low
    assert 600 < len(words.split()) <= 850
    assert text("docs/reviewing.md").count("](pictures/") == 3


def test_the_page_for_maintainers_is_short_plain_english():
    words = " ".join(filter(None, map(read_aloud, pieces("docs/maintaining.md"))))

    assert reading_age(words) <= 12
    assert 1000 < len(words.split()) <= 1500


def typed(name: str) -> list[list[str]]:
    """Return the commands in the blocks and the sentences of a Markdown file, word by word."""
    found = re.findall(r"^fingerpost .*|(?<=`)fingerpost [^`\n]+", text(name), re.MULTILINE)
    return [shlex.split(line)[1:] for line in found]


@pytest.mark.parametrize("line", typed("docs/maintaining.md"), ids=" ".join)
def test_every_command_of_the_page_for_maintainers_can_be_typed(line: list[str]):
    command, words = import_module(f"fingerpost.cli.{line[0]}").command, line[1:]
    while isinstance(command, click.Group):
        command, words = command.commands[words[0]], words[1:]
    known = {name for option in command.params for name in option.opts}

    assert {word for word in words if word.startswith("--")} <= known


def test_what_the_page_for_maintainers_quotes_is_what_the_program_says():
    quoted = re.findall(
        r"\*([^*]+)\*", text("docs/maintaining.md").partition("## If it refuses")[2]
    )
    program = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py")
    )

    assert len(quoted) > 5
    assert [words for words in quoted if words not in program] == []


def test_a_picture_says_what_it_shows_and_is_small():
    pictures = [
        part
        for piece in pieces("docs/reviewing.md")
        for part in piece.children or ()
        if part.type == "image"
    ]

    assert {f"pictures/{path.name}" for path in (ROOT / "docs/pictures").iterdir()} == {
        str(picture.attrs["src"]) for picture in pictures
    }
    assert min(len(picture.content) for picture in pictures) > 60
    assert max(path.stat().st_size for path in (ROOT / "docs/pictures").iterdir()) <= 150_000
