"""The documents say what is so: every test, command, layer and figure they name exists."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fingerpost.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_test_that_keeps_a_promise_exists():
    named = set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", text("docs/promises.md")))
    there = {
        f"{path.relative_to(ROOT).as_posix()}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert len(named) > 40
    assert sorted(named - there) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str):
    assert f"`fingerpost {command}" in text("README.md")


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
