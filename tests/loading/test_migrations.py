"""A directory made by an earlier version is brought up to date by the next load, content and all."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fingerpost.loading.migrations import NOTED_IN, upgrade
from fingerpost.loading.schema import metadata
from fingerpost.loading.target import writing
from sqlalchemy import Connection, create_engine, inspect

EARLIER = Path(__file__).parent / "earlier"


def run(target, *names):
    """Run the statements of files, as another program would."""
    engine = create_engine(target)
    with engine.begin() as connection:
        for name in names:
            for each in (EARLIER / name).read_text(encoding="utf-8").split(";\n"):
                if each.strip():
                    connection.exec_driver_sql(
                        each.replace("%", "%%") if is_server(target) else each
                    )
    engine.dispose()


def is_server(target):
    return target.startswith("postgresql")


@pytest.fixture
def earlier(target):
    """Give a directory that the first version made, with two releases in it."""
    run(target, f"first_{'postgresql' if is_server(target) else 'sqlite'}.sql", "first_rows.sql")
    return target


def shape(connection: Connection):
    """Return all that a database knows of its tables and views."""
    seen = inspect(connection)
    tables = {
        name: (
            [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in seen.get_columns(name)
            ],
            sorted(each["name"] for each in seen.get_indexes(name)),
            sorted(
                (key["name"], *key["constrained_columns"], key["referred_table"])
                for key in seen.get_foreign_keys(name)
            ),
            seen.get_pk_constraint(name)["constrained_columns"],
        )
        for name in seen.get_table_names()
    }
    return tables, {name: seen.get_view_definition(name) for name in seen.get_view_names()}


def test_a_new_directory_has_the_tables_that_the_program_works_with(target):
    with writing(target) as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": NOTED_IN, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_first_step_makes_what_the_first_version_made(earlier, tmp_path, request):
    other = f"sqlite:///{tmp_path / 'other.db'}"
    if is_server(earlier):
        return
    engine = create_engine(other)
    with engine.begin() as connection:
        upgrade(connection, "0001")
        made, _ = shape(connection)
    made.pop(NOTED_IN)
    with create_engine(earlier).connect() as connection:
        assert shape(connection)[0] == made
