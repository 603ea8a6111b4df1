"""Databases that cannot be used, each refused in plain words; and writers that do not collide."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import load, releases
from fingerpost.workspace import Workspace
from sqlalchemy.engine import make_url

from tests.curating.statements import statement


def refusal(folder, url):
    with pytest.raises(TargetError) as refused:
        load(folder, url)
    return str(refused.value)


@pytest.fixture
def folder(curated):
    return curated(statement())


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (
            "directory.db",
            "directory.db: is not the address of a database. Write sqlite:///directory.db "
            "or postgresql+psycopg://user@host/name.",
        ),
        (
            "mysql://ann:secret@host/name",
            "mysql://ann:***@host/name: directories are kept in SQLite or PostgreSQL. "
            "Write sqlite:///directory.db or postgresql+psycopg://user@host/name.",
        ),
        (
            "sqlite://",
            "sqlite://: would be gone at once. Name a file: sqlite:///data/curated/directory.db",
        ),
        (
            "postgresql://ann:secret@host:port/name",
            "postgresql://ann:***@host:port/name: is not the address of a database. "
            "Write sqlite:///directory.db or postgresql+psycopg://user@host/name.",
        ),
        (
            "sqlite:///directory.db?mode=ro",
            "sqlite:///directory.db?mode=ro: is not the address of a file. "
            "Write sqlite:///directory.db or postgresql+psycopg://user@host/name.",
        ),
        (
            "sqlite://data/directory.db",
            "sqlite://data/directory.db: is not the address of a file. "
            "Write sqlite:///directory.db or postgresql+psycopg://user@host/name.",
        ),
        (
            "postgresql://ann@127.0.0.1:99999/name",
            "postgresql+psycopg://ann@127.0.0.1:99999/name: the number after the name of the "
            "server is none. Check the address.",
        ),
        (
            "postgresql+psycopg://ann@127.0.0.1:1/name?colour=blue",
            "postgresql+psycopg://ann@127.0.0.1:1/name?colour=blue: what follows the question mark "
            "is not known. Take it away.",
        ),
        (
            "postgres://ann@127.0.0.1:1/name",
            "postgresql+psycopg://ann@127.0.0.1:1/name: no database server answers there. "
            "Check the address, and that it is started.",
        ),
        (
            "postgresql://ann:secret@127.0.0.1:1/name",
            "postgresql+psycopg://ann:***@127.0.0.1:1/name: no database server answers there. "
            "Check the address, and that it is started.",
        ),
        (
            "postgresql+asyncpgx://ann@127.0.0.1:1/name",
            "postgresql+asyncpgx://ann@127.0.0.1:1/name: the program part for this kind of "
            'database is not installed. Run: pip install "fingerpost[postgres]"',
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(folder, url, message):
    assert refusal(folder, url) == message


def test_a_folder_that_does_not_exist_is_named(folder, tmp_path):
    path = tmp_path / "none" / "directory.db"
    assert refusal(folder, f"sqlite:///{path}") == (
        f"{path}: cannot be opened. Check that its folder exists and that you may write to it."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows fewer signs")
@pytest.mark.parametrize("name", ["50% ready", "a%20b", "what?", "one#two", "Käse"])
def test_a_folder_may_have_any_sign_in_its_name(folder, tmp_path, name):
    root = tmp_path / name
    root.mkdir()
    url = Workspace(root).database("sqlite:///directory.db")
    report = load(folder, url)
    assert (root / "directory.db").exists()
    assert report.target == f"sqlite:///{root / 'directory.db'}"
    assert len(releases(url)) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([folder.name, name])


def test_a_directory_under_an_address_of_sqlites_own_can_be_read(folder, tmp_path):
    path = tmp_path / "directory.db"
    load(folder, f"sqlite:///{path}")
    assert len(releases(f"sqlite:///file:{path}?mode=ro&uri=true")) == 1
    assert releases(f"sqlite:///file:{tmp_path / 'none.db'}?mode=ro&uri=true") == ()


def test_a_directory_is_named_as_people_know_it(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("no database" * 100)
    url = f"sqlite:///{tmp_path / 'notes.txt'}"
    assert refusal(folder, url).startswith("notes.txt: is not a database.")
    assert refusal(folder, "postgresql://127.0.0.1:1/x?password=secret").startswith(
        "postgresql+psycopg://127.0.0.1:1/x: no database server answers there."
    )


def test_a_file_that_is_no_database_is_left_alone(folder, tmp_path):
    (tmp_path / "notes.txt").write_text("not a database, but long enough to be looked into" * 40)
    before = (tmp_path / "notes.txt").read_bytes()
    url = f"sqlite:///{tmp_path / 'notes.txt'}"
    assert (
        refusal(folder, url)
        == f"{tmp_path / 'notes.txt'}: is not a database. Name another file with --to."
    )
    assert (tmp_path / "notes.txt").read_bytes() == before


def test_another_programs_database_is_left_alone(folder, tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE resources (id)")
    before = path.read_bytes()
    url = f"sqlite:///{path}"
    assert refusal(folder, url) == (
        f"{path}: holds something else already (resources). Name an empty database with --to."
    )
    assert path.read_bytes() == before


def test_a_directory_of_a_newer_version_is_left_alone(folder, tmp_path):
    path = tmp_path / "directory.db"
    url = f"sqlite:///{path}"
    load(folder, url)
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE fingerpost_directory SET version = 99")
    assert refusal(folder, url) == (
        f"{path}: was made by a newer version of this program. Install that one."
    )


def test_a_directory_another_program_is_writing_is_said_to_be_in_use(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("fingerpost.loading.target.PATIENCE", 0.1)
    path = tmp_path / "directory.db"
    url = f"sqlite:///{path}"
    load(folder, url)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(folder, url) == (
        f"{path}: is in use by another program. Close it there, then try again."
    )
    other.close()


def test_a_directory_that_may_only_be_read_is_named(curated, tmp_path):
    path = tmp_path / "directory.db"
    load(curated(statement()), f"sqlite:///{path}")
    before = path.read_bytes()
    url = f"sqlite:///file:{path}?mode=ro&uri=true"
    assert refusal(curated(statement(text="New.")), url).endswith(
        ": may only be read. Ask for the right to write to the file and its folder."
    )
    assert path.read_bytes() == before


@pytest.mark.slow
def test_a_database_the_server_does_not_have_is_named(folder, postgres):
    url = make_url(postgres).set(drivername="postgresql+psycopg", database="none")
    assert refusal(folder, url.render_as_string(hide_password=False)).endswith(
        ": there is no such database or user. Check the address."
    )


@pytest.mark.slow
def test_tables_of_others_may_stand_beside_a_directory_in_postgresql(folder, target):
    if target.startswith("sqlite"):
        return
    import psycopg

    plain = make_url(target).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain) as other:
        other.execute("CREATE TABLE pages (id int)")
    assert load(folder, target).release == 1


def test_two_loads_at_once_make_one_release(folder, target):
    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(lambda _: load(folder, target), range(2)))
    assert sorted(report.release or 0 for report in reports) == [0, 1]
    assert len(releases(target)) == 1
