"""Each command in a process of its own, where nothing is loaded yet: it says what it says elsewhere."""

import shutil

import pytest
from fingerpost.cli import COMMANDS

from tests.support.program import ROOT, Program

TYPED = (
    "init other --council calderdale",
    "migrate --direct",
    "check",
    "explain {item}",
    "review status",
    "load --direct",
    "changes",
    "rollback 1",
    "publish",
    "audit",
    "links overdue",
    "move --to sqlite:///moved.db",
    "export csv",
    "evaluate gold.csv",
    "taxonomy export all.xlsx",
    "verify",
)


@pytest.fixture(scope="module")
def both(short, tmp_path_factory) -> tuple[Program, Program]:
    """Two copies of a directory, one for each way to carry a command out."""
    place = tmp_path_factory.mktemp("started")
    here, there = (shutil.copytree(short.root, place / name) for name in ("here", "there"))
    gold = (ROOT / "tests/gold/strategies.csv").read_text("utf-8").splitlines(keepends=True)[:20]
    for folder in (here, there):
        (folder / "gold.csv").write_text("".join(gold), encoding="utf-8")
    return Program(here), Program(there)


def test_every_command_is_started():
    assert {typed.split()[0] for typed in TYPED} == set(COMMANDS)


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed.split()[0])
def test_a_command_says_the_same_in_a_process_of_its_own(both, typed: str):
    here, there = both
    item = here.rows("reports/items.csv")[0]["id"]
    words = typed.format(item=item).split()

    ours, theirs = here.run(*words), there.started(*words)

    assert ours.returncode in (0, 1)
    assert ours.returncode == theirs.returncode
    assert ours.stdout.replace(str(here.root), "") == theirs.stdout.replace(str(there.root), "")
    assert ours.stderr == theirs.stderr
