"""A connection to a directory of any version in, the same directory at the newest version out."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from fingerpost.loading import schema

NOTED_IN = "fingerpost_revision"
"""Alembic's own table; a website beside the directory may have one under the usual name."""

FIRST = "0001"
"""The version that directories had before versions were noted."""


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a directory up to date, or make one in an empty database, in the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    tables = inspect(connection).get_table_names()
    if schema.signature.name in tables and NOTED_IN not in tables:
        command.stamp(config, FIRST)
    command.upgrade(config, to)
    if to == "head":
        schema.renew_views(connection)
