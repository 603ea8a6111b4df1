"""`fingerpost review pack`: what does not go together is wrong use, and nothing is begun."""

import pytest
from click.testing import CliRunner
from fingerpost.cli.review import command
from fingerpost.running.cataloguing.founding import found


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--second", "0.1", "--meeting"), "Choose one"),
        (("--meeting", "--comments"), "Choose one"),
        (("--meeting", "--minutes", "10"), "--minutes is for a share"),
        (("--minutes", "0"), "--minutes"),
        (("--second", "2", "--for", "Ben"), "--second"),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_is_written(tmp_path, options, says):
    made = found(tmp_path / "leeds", "leeds")
    done = CliRunner().invoke(command, ["pack", *options, "--workspace", str(made.root)])
    assert done.exit_code == 2
    assert says in done.output
    assert not made.packs.exists()
