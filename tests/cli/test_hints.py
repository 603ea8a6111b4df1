"""What a command tells somebody to type means the workspace and the directory that it was told."""

import click
import pytest
from fingerpost.cli import main, program
from fingerpost.cli.hints import typable
from fingerpost.cli.publish import command as publish
from fingerpost.running.cataloguing.founding import found

READING = (
    "changes",
    "rollback 1",
    "publish",
    "audit",
    "export csv",
    "links check",
    "links overdue",
    "move --to sqlite:///new.db",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return found(tmp_path_factory.mktemp("w") / "exton", "leeds")


@pytest.fixture
def refused(workspace, capsys, monkeypatch):
    """Give a function that carries out a command which must be refused, and returns what it says."""
    monkeypatch.chdir(workspace.root.parent)

    def typed(*words: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main([*words, "--workspace", "exton"])
        assert ended.value.code == 2
        return capsys.readouterr().err.strip()

    return typed


BEGIN = "To begin a directory there: fingerpost load --workspace exton"


@pytest.mark.parametrize(
    ("option", "variable", "told"),
    [
        (
            "",
            "",
            "exton/data/curated/directory.db: nothing was loaded yet. This is the usual place; "
            f"neither --in nor FINGERPOST_DIRECTORY names another. {BEGIN}",
        ),
        (
            "",
            "sqlite:///mine.db",
            f"exton/mine.db: nothing was loaded yet. FINGERPOST_DIRECTORY names this place. {BEGIN}",
        ),
        (
            "sqlite:///the other.db",
            "sqlite:///mine.db",
            "exton/the other.db: nothing was loaded yet. --in names this place. "
            f"{BEGIN} --to 'sqlite:///the other.db'",
        ),
    ],
)
def test_a_directory_that_is_not_there_is_named_with_who_named_it(
    refused, monkeypatch, option, variable, told
):
    monkeypatch.setenv("FINGERPOST_DIRECTORY", variable)

    assert refused("changes", *(["--in", option] if option else [])) == told


@pytest.mark.parametrize(
    ("url", "copied"),
    [
        ("postgresql://ada@server/x", "postgresql://ada@server/x"),
        ("postgresql://ada:secret@server/x", "URL"),
        ("postgresql://ada:sec/ret@server/x", "URL"),
        ("postgresql://server/x?user=ada&password=secret", "URL"),
    ],
)
def test_a_password_stands_in_no_command_to_copy(url, copied):
    above = click.Context(program)
    with above, publish.make_context("publish", ["--in", url], parent=above):
        told = typable("Run: fingerpost load, then fingerpost changes --in MINE, or ask.")

    assert told == f"Run: fingerpost load --to {copied}, then fingerpost changes --in MINE, or ask."


@pytest.mark.parametrize("typed", READING)
def test_no_command_that_reads_a_directory_makes_one(refused, workspace, typed):
    words = typed.split()
    where = "--from" if words[0] == "move" else "--in"

    assert "nothing was loaded yet" in refused(*words, where, "sqlite:///none.db")
    assert list(workspace.root.glob("*.db")) == []


def test_a_load_that_is_refused_makes_no_database(refused, workspace, tmp_path):
    plan = tmp_path / "plan.json"
    plan.write_text("[]", encoding="utf-8")

    refused("load", "--direct", "--plan", str(plan), "--to", "sqlite:///none.db")
    assert list(workspace.root.glob("*.db")) == []
