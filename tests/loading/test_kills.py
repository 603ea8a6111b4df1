"""Whenever a load is killed, the directory has its old release whole, or its new one."""

import multiprocessing
import os
import random
import signal
import sys
import time
from itertools import count

import pytest
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.loading import load
from fingerpost.loading.curated_files import read_curated
from fingerpost.loading.schema import LIVE, metadata
from fingerpost.loading.target import writing
from fingerpost.taxonomy import Facet
from sqlalchemy import Engine, event, select

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot kill in this way"),
]

STATEMENTS = 100
KILLS = 20
BOTH = ((Facet.AREA, ("cognition-and-learning", "semh")),)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Give any release's curated files: every second statement is new, and the log has grown."""
    made = {}

    def of(number):
        if number not in made:
            made[number] = edition(tmp_path_factory.mktemp("edition"), number)
        return made[number]

    return of


def edition(folder, number):
    words = "Old" if number % 2 else "New"
    items = [f"s-{n}" for n in range(STATEMENTS)]
    made = [
        statement(item, f"{words if n % 2 else 'Same'} {n}.", labels=BOTH)
        for n, item in enumerate(items)
    ]
    decided = items[: 30 + number]
    lines = (line for item in decided for line in answer(item, wording="Decided."))
    log = append(folder / "decisions.csv", tuple(lines))
    write_curated(outcome_of(made, log), folder)
    return folder


class Directory:
    """A directory that loads are killed in, and the release it has."""

    def __init__(self, target, editions):
        self.target = target
        self.editions = editions
        self.rows = {}
        self.load()

    def load(self):
        """Load the next edition, killed by nobody; return how many seconds it took."""
        folder, number = self.next()
        start = time.monotonic()
        report = load(folder, self.target, "Jo")
        took = time.monotonic() - start
        assert report.release == number
        self.check_whole(folder, number)
        return took

    def next(self):
        """Return the edition that would be the next release, and the number that it would have."""
        number = len(self.rows.get("releases", ())) + 1
        return self.editions(number), number

    def killed_load(self, die):
        """Load the next edition in a process that is killed; say whether it had become a release.

        `die` takes the process, and kills it.
        """
        before = self.rows
        folder, number = self.next()
        child = multiprocessing.get_context("fork").Process(target=die.loading, args=(self, folder))
        child.start()
        die.kill(child)
        child.join()
        with writing(self.target) as connection:  # waits for what a killed load left running
            if every_row(connection) == before:
                return False
        self.check_whole(folder, number)
        return True

    def check_whole(self, folder, number):
        """Hold a new release to its files, so that no part of one passes for all."""
        files = read_curated(folder)
        texts = {key[0]: row["text"] for key, row in files.content.of("strategies").items()}
        with writing(self.target) as connection:
            self.rows = every_row(connection)
            table = metadata.tables["strategies"]
            held = select(table.c.id, table.c.text).where(
                table.c.to_release.is_(None), table.c.state == LIVE
            )
            assert {row.id: row.text for row in connection.execute(held)} == texts
        assert len(self.rows["releases"]) == number
        assert len(self.rows["decisions"]) == len(files.decisions)


def every_row(connection):
    return {
        table.name: sorted(map(repr, connection.execute(select(table))))
        for table in metadata.sorted_tables
    }


class AfterAWhile:
    """Kills from outside, after a share of the time that a load takes."""

    def __init__(self, seconds):
        self.seconds = seconds

    def loading(self, directory, folder):
        load(folder, directory.target)

    def kill(self, child):
        time.sleep(self.seconds)
        child.kill()


class AtAStatement:
    """Kills from inside, before a statement that the database is asked to do."""

    def __init__(self, number):
        self.number = number

    def loading(self, directory, folder):
        asked = count(1)

        def die(*_):
            if next(asked) == self.number:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", die)
        load(folder, directory.target)

    def kill(self, child):
        child.join()
        assert child.exitcode == -signal.SIGKILL


class AtTheEnd(AtAStatement):
    """Kills from inside, before the database is asked to make it all count."""

    def __init__(self):
        super().__init__(0)

    def loading(self, directory, folder):
        event.listen(Engine, "commit", lambda _: os.kill(os.getpid(), signal.SIGKILL))
        load(folder, directory.target)


@pytest.fixture
def directory(target, editions):
    return Directory(target, editions)


def test_a_kill_at_any_moment_leaves_one_release_whole(directory):
    took = directory.load()
    for share in sorted(random.Random(6).uniform(0, 1.2) for _ in range(KILLS)):
        directory.killed_load(AfterAWhile(share * took))
    directory.load()


def statements_of_a_load(directory):
    """Return how many statements a load asks the database to do."""
    folder, number = directory.next()
    asked = []

    def note(*_):
        asked.append(1)

    event.listen(Engine, "before_cursor_execute", note)
    load(folder, directory.target)
    event.remove(Engine, "before_cursor_execute", note)
    directory.check_whole(folder, number)
    return len(asked)


def test_a_kill_inside_the_transaction_leaves_the_old_release_whole(directory):
    total = statements_of_a_load(directory)
    for number in range(1, total, total // 6):
        assert not directory.killed_load(AtAStatement(number))
    assert not directory.killed_load(AtTheEnd())
    directory.load()
