"""A connection to a directory of any version in, the same directory at the newest version out."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from fingerpost.loading import schema

NOTED_IN = "fingerpost_revision"
"""Alembic's own table; a website beside the directory may have one under the usual name."""

FIRST = "0001"
"""The version that directories had before versions were noted."""

_ONE_AT_A_TIME = Lock()
"""Alembic keeps what it works on in its modules, where two threads would meet."""


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a directory up to date, or make one in an empty database, in the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    tables = inspect(connection).get_table_names()
    with _ONE_AT_A_TIME:
        if schema.signature.name in tables and NOTED_IN not in tables:
            command.stamp(config, FIRST)
        command.upgrade(config, to)
    if to == "head":
        schema.renew_views(connection)
