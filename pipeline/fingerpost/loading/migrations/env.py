"""What Alembic runs to upgrade a directory: a connection in, its steps done on it, nothing committed."""

from alembic import context

from fingerpost.loading.migrations import NOTED_IN
from fingerpost.loading.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=NOTED_IN,
)
context.run_migrations()
