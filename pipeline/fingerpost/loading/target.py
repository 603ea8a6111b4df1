"""A database's address in, a connection in one transaction out; and every fault in plain words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    SQLAlchemyError,
)

from fingerpost.errors import TargetError
from fingerpost.files import from_here
from fingerpost.loading import schema

PATIENCE = 30
"""Seconds to wait for another program that writes the same directory."""

_LOCK_NUMBER = 7346013
"""Any number will do for PostgreSQL's advisory lock, as long as it stays the same."""

_TO_READ = "BEGIN"

_POSTGRES = ("postgresql", "postgres")
_PASSWORD = re.compile(r"(?<=\w):[^:@/]*@")
_WRITE = "Write sqlite:///directory.db or postgresql+psycopg://user@host/name."

_FAULTS = (
    (
        "unable to open database file",
        "cannot be opened. Check that its folder exists and that you may write to it.",
    ),
    ("readonly", "may only be read. Ask for the right to write to the file and its folder."),
    ("read-only", "may only be read. Ask for the right to write to it."),
    ("is locked", "is in use by another program. Close it there, then try again."),
    ("not a database", "is not a database. Name another file with --to."),
    ("malformed", "is damaged. Put back a copy, or take the file away and load again."),
    ("disk is full", "has no room left. Make room on the disk, then try again."),
    ("lock timeout", "is being changed by somebody else. Let them finish, then try again."),
    ("refused", "no database server answers there. Check the address, and that it is started."),
    ("could not translate host", "there is no computer of this name. Check the address."),
    ("failed to resolve host", "there is no computer of this name. Check the address."),
    ("name or service not known", "there is no computer of this name. Check the address."),
    ("unreachable", "the network does not lead there. Check the address and the network."),
    ("no route to host", "the network does not lead there. Check the address and the network."),
    ("invalid port", "the number after the name of the server is none. Check the address."),
    ("invalid connection option", "what follows the question mark is not known. Take it away."),
    ("invalid response", "what answers there is no PostgreSQL. Check the address."),
    ("timeout", "the database server did not answer in time. Check the address and the network."),
    (
        "no such file",
        "no database server answers there. Check the address, and that it is started.",
    ),
    ("password", "the server did not accept the name or the password. Check both."),
    ("authentication failed", "the server did not accept the name or the password. Check both."),
    ("does not exist", "there is no such database or user. Check the address."),
    ("permission denied", "the database user may not do this. Ask for the right to create tables."),
)


@contextmanager
def reading(address: str) -> Iterator[Connection | None]:
    """Open a directory to read it; None where nothing was loaded yet. Writes nothing.

    One of an earlier version is brought up to date to be read, and put back as it was.
    """
    url = _checked(address)
    if url.get_backend_name() == "sqlite" and not _file_of(url).exists():
        yield None
        return
    with _plain_words(url), _transaction(url, begin=_TO_READ) as connection:
        version = _version(connection, url)
        if version and version < schema.VERSION:
            _upgrade(connection)
            yield connection
            connection.rollback()
        else:
            yield connection if version else None


@contextmanager
def writing(address: str) -> Iterator[Connection]:
    """Open a directory to write it, made first if need be, all in one transaction."""
    url = _checked(address)
    with _plain_words(url), _transaction(url, begin="BEGIN IMMEDIATE") as connection:
        is_shared = connection.dialect.name == "postgresql"
        if is_shared:
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
        if _version(connection, url) < schema.VERSION:
            _upgrade(connection)
        if is_shared:
            _keep_others_from_writing(connection)
        yield connection


def _keep_others_from_writing(connection: Connection) -> None:
    """Let an edit by hand wait until a load is done, so that none is written over unseen."""
    names = ", ".join(schema.BY_RELEASE)
    connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def _upgrade(connection: Connection) -> None:
    from fingerpost.loading.migrations import upgrade

    upgrade(connection)


def shown(address: str | URL) -> str:
    """Return an address as people know it: a file by its path, a server without the password."""
    url = make_url(address)
    if url.drivername == "sqlite" and url.database and not url.query:
        return from_here(Path(url.database))
    return without_password(url)


def without_password(address: str | URL) -> str:
    """Return an address that anybody may read, the same wherever it is asked for."""
    url = make_url(address)
    if url.drivername == "sqlite" and url.database and not url.query:
        return f"sqlite:///{url.database}"
    open_to_all = url.difference_update_query(["password"])
    return open_to_all.render_as_string(hide_password=True)


def _file_of(url: URL) -> Path:
    """Return the file of an SQLite database, also where SQLite is given an address of its own."""
    name = url.database or ""
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def _checked(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise TargetError(
            f"{_PASSWORD.sub(':***@', address)}: is not the address of a database. {_WRITE}"
        ) from error
    if url.drivername in _POSTGRES:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise TargetError(f"{shown(url)}: directories are kept in SQLite or PostgreSQL. {_WRITE}")
    if url.get_backend_name() == "sqlite":
        _check_file(url, address)
    return url


def _check_file(url: URL, address: str) -> None:
    if url.host or (url.query and not (url.database or "").startswith("file:")):
        raise TargetError(f"{address}: is not the address of a file. {_WRITE}")
    if url.database in (None, "", ":memory:"):
        raise TargetError(
            f"{shown(url)}: would be gone at once. Name a file: sqlite:///data/curated/directory.db"
        )


@contextmanager
def _transaction(url: URL, begin: str) -> Iterator[Connection]:
    """Commit when all went well; take everything back, tables too, when anything did not."""
    engine = _engine(url, begin)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _engine(url: URL, begin: str) -> Engine:
    if url.get_backend_name() != "sqlite":
        if begin == _TO_READ:
            # All of what is read is of one moment, as it is on SQLite.
            return create_engine(url, poolclass=NullPool, isolation_level="REPEATABLE READ")
        return create_engine(url, poolclass=NullPool)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE})

    def take_over(connection: Any, _: object) -> None:
        # Python's sqlite3 would begin transactions by itself, and not before tables are made.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    event.listen(engine, "connect", take_over)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _version(connection: Connection, url: URL) -> int:
    """Return the version of a directory, 0 where there is none yet; anything else is refused."""
    names = set(inspect(connection).get_table_names())
    if schema.signature.name in names:
        return _known_version(connection, url)
    foreign = names if connection.dialect.name == "sqlite" else names & set(schema.metadata.tables)
    if foreign:
        raise TargetError(
            f"{shown(url)}: holds something else already ({', '.join(sorted(foreign)[:3])}). "
            "Name an empty database with --to."
        )
    return 0


def _known_version(connection: Connection, url: URL) -> int:
    version: int = connection.execute(select(schema.signature.c.version)).scalar_one()
    if version > schema.VERSION:
        raise TargetError(
            f"{shown(url)}: was made by a newer version of this program. Install that one."
        )
    return version


@contextmanager
def _plain_words(url: URL) -> Iterator[None]:
    try:
        yield
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise TargetError(
            f"{shown(url)}: the program part for this kind of database is not installed. "
            'Run: pip install "fingerpost[postgres]"'
        ) from error
    except IntegrityError as error:
        raise TargetError(
            f"{shown(url)}: the database refused a row ({_first_line(error)}). "
            "Nothing was changed. Run: fingerpost migrate, then load again."
        ) from error
    except SQLAlchemyError as error:
        raise TargetError(f"{shown(url)}: {_fault(error)}") from error


def _fault(error: SQLAlchemyError) -> str:
    said = _first_line(error)
    known = (words for sign, words in _FAULTS if sign in str(_cause(error)).casefold())
    return next(known, f"the database said “{said}”. Nothing was changed.")


def _cause(error: SQLAlchemyError) -> BaseException:
    original = error.orig if isinstance(error, DBAPIError) else None
    return original or error


def _first_line(error: SQLAlchemyError) -> str:
    return str(_cause(error)).strip().partition("\n")[0]
