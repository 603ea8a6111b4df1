"""A command that cannot be understood is answered in our words: what is wrong, and how it is typed."""

from collections.abc import Iterator

import click
import pytest
from fingerpost.cli import main, program
from fingerpost.cli.examples import first_example
from fingerpost.cli.typed_values import FilePath, FolderPath, Number, PersonName
from fingerpost.reviewing.asking.hints import reading_age


def every_command(
    command: click.Command = program, path: str = "fingerpost"
) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            one = command.get_command(context, name)
            assert one is not None
            yield from every_command(one, f"{path} {name}")


COMMANDS = dict(every_command())


def refused(capsys, *typed: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(list(typed))
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "rollback one",
            "fingerpost rollback: RELEASE: “one” is not the number of a release. "
            "To see them all: fingerpost changes",
        ),
        (
            "rollback 0",
            "fingerpost rollback: RELEASE: 0 is not the number of a release. "
            "To see them all: fingerpost changes",
        ),
        (
            "rollback -1",
            "fingerpost rollback: -1 is less than nothing, and numbers here begin at 1.",
        ),
        ("rollback", "fingerpost rollback: it needs RELEASE."),
        ("move", "fingerpost move: it needs --to URL."),
        (
            "load --sign Sam",
            "fingerpost load: there is no option --sign. Did you mean --signed-off-by?",
        ),
        (
            "load Sam",
            "fingerpost load: “Sam” is more than it takes. Leave it out; "
            "a name of several words stands in quotation marks.",
        ),
        ("changes --of", "something is missing after --of."),
        ("verify --json=1", "--json stands alone. Leave out what follows it."),
        ("review aply", "fingerpost review: there is no command “aply”. Did you mean apply?"),
        (
            "links find",
            "fingerpost links: there is no command “find”. There are: check, overdue.",
        ),
        (
            "migrate --runner x",
            "fingerpost migrate: --runner: choose one of local, processes, dask.",
        ),
        (
            "links check --pause nan",
            "fingerpost links check: --pause SECONDS: nan is not a number of seconds, 0 or more. "
            "Try 1.",
        ),
        (
            "load --plan nowhere.json",
            "fingerpost load: --plan FILE: nowhere.json: there is no such file. Check the spelling.",
        ),
        (
            "changes --workspace plan.json",
            "fingerpost changes: --workspace DIR: plan.json: is no folder. Name a folder.",
        ),
        (
            "--workspace exton changes",
            "fingerpost: --workspace stands before the command. Put it after the command's name.",
        ),
        (
            "load --signed-off-by sam@example.org",
            "fingerpost load: --signed-off-by NAME: “sam@example.org” stands on every page, so it "
            "holds no address and no telephone number. Type the name alone.",
        ),
        ("audit .", "fingerpost audit: OLD.xlsx ...: .: is no file. Name a file."),
        (
            "publish --out plan.json",
            "fingerpost publish: --out DIR: plan.json: is no folder. Name a folder.",
        ),
    ],
)
def test_a_wrong_command_is_told_what_to_type_instead(
    typed: str, told: str, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.json").touch()
    lines = refused(capsys, *typed.split()).splitlines()

    assert lines[0] == told
    assert lines[-1].startswith("More: fingerpost")


def test_no_value_of_any_command_is_refused_in_the_words_of_a_library():
    ours = (Number, PersonName, FilePath, FolderPath, click.Choice)
    for path, command in COMMANDS.items():
        for param in command.params:
            takes_all = param.type.name in {"text", "boolean"} or (
                type(param.type) is click.Path and not param.type.exists and param.type.dir_okay
            )
            assert takes_all or isinstance(param.type, ours), f"{path} {param.name}"


def test_the_help_of_every_command_is_plain_and_has_an_example():
    for path, command in COMMANDS.items():
        told = [param.help for param in command.params if isinstance(param, click.Option)]
        words = " ".join((command.help or "").split())

        assert all(told), path
        assert first_example(command).startswith("fingerpost "), path
        assert path.removeprefix("fingerpost") in first_example(command), path
        assert reading_age(f"{words} {' '.join(f'{one}.' for one in told)}") <= 12, path
