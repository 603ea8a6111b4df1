"""Words typed at a prompt in, one command carried out, an exit code out; one file a command."""

import importlib
import sys
from importlib.metadata import version
from typing import Any, NoReturn

import click

from fingerpost.cli.answers import tell
from fingerpost.cli.examples import example
from fingerpost.cli.wrong_use import told
from fingerpost.errors import FingerpostError

COMMANDS = {
    "init": "Make a folder for a council, ready for its documents.",
    "migrate": "Read the Word documents; write the reports and what load takes.",
    "check": "Say what a migration would find, and write nothing.",
    "explain": "Say why one statement has its labels, and why it waits or not.",
    "review": "Send questions to the SEND team, and take their answers back.",
    "load": "Put what migrate wrote into the directory, as one release.",
    "changes": "List the releases, and show what changed between two of them.",
    "rollback": "Go back to what an earlier release said, as a new release.",
    "publish": "Build the website of the directory from what is loaded.",
    "audit": "Write the whole-school audit, and carry a school's answers over.",
    "links": "Check the directory's web addresses, and list what is due for a look.",
    "move": "Copy a directory with all its releases into another database.",
    "export": "Write the directory as tables that another site can take in.",
    "evaluate": "Measure how often the labels are right.",
    "taxonomy": "Check, export, import and change the categories and the rules.",
    "verify": "Name whatever was changed by hand.",
}
"""Every command and its line in the help, so that showing them imports none of their modules."""


class _Commands(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's own
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"fingerpost.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's own
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, epilog=example("fingerpost migrate", "fingerpost load --help"))
@click.version_option(version("fingerpost"), prog_name="fingerpost")
def program() -> None:
    """Turn a council's Word guidance into a directory that people have looked through."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Carry out a command line and exit: 0 well, 1 some refused, 2 wrong use, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_carry_out(arguments))


def _carry_out(arguments: list[str] | None) -> int:
    try:
        code = program.main(arguments, prog_name="fingerpost", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _interrupted()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except (click.UsageError, FingerpostError, OSError) as error:
        tell(_words(error), err=True)
        return 2
    return code if isinstance(code, int) else 0


def _words(error: click.UsageError | FingerpostError | OSError) -> str:
    if isinstance(error, click.UsageError):
        return told(error)
    return _unusable(error) if isinstance(error, OSError) else str(error)


_FAULTS: dict[type[OSError], str] = {
    FileNotFoundError: "is not there. Check the spelling.",
    FileExistsError: "is there already. Name another place.",
    NotADirectoryError: "cannot be, because a file stands on the way to it. Name another place.",
    IsADirectoryError: "is a folder. Name a file.",
    PermissionError: "may not be read or written. Close it where it is open, or ask for the right.",
}


def _unusable(error: OSError) -> str:
    known = next((words for kind, words in _FAULTS.items() if isinstance(error, kind)), "")
    if known and error.filename:
        return f"{error.filename}: {known}"
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}cannot be used ({error.strerror or error}). Mend that, then run again."


def _interrupted() -> int:
    click.echo("Stopped. What was finished is kept; run the same command to go on.", err=True)
    return 130
