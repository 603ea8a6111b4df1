"""The tables of the directory database, for SQLite and PostgreSQL alike.

What people read is kept by release: each row says in which release it began to hold
(`from_release`) and in which it ceased to (`to_release`, empty while it holds). A view
`current_<table>` shows what holds now. Nothing is ever deleted.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    column,
    select,
    text,
)

VERSION = 1
"""Of this schema; a database of a newer one is refused."""

LIVE = "live"
RETIRED = "retired"
"""The states of a strategy; a retired one stays, so that its id can always be resolved."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

signature = Table(
    "fingerpost_directory",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
)
"""By this table a directory is told from other databases."""

releases = Table(
    "releases",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("created_at", Text, nullable=False),
    Column("signed_off_by", Text, nullable=False),
    Column("manifest_digest", Text, nullable=False),
    Column("restores", Integer, ForeignKey("releases.number")),
    Column("statements", Integer, nullable=False),
    *(
        Column(kind, Integer, nullable=False)
        for kind in ("added", "changed", "moved", "relabelled", "retired", "revived")
    ),
)

ids = Table(
    "ids",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("first_release", Integer, ForeignKey("releases.number"), nullable=False),
)
"""Every id that was ever published."""

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    *(
        Column(name, Text, nullable=False)
        for name in (
            "resource_id",
            "resource_type",
            "last_action_date",
            "last_action_type",
            "field_name",
            "previous_value",
            "replacement_value",
            "updated_by",
            "reason",
            "source_digest",
            "pack",
            "prev_hash",
        )
    ),
)


def _texts(*names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _by_release(name: str, keys: Sequence[Column[str]], *values: Column[Any]) -> Table:
    """Make a table whose rows hold from one release to another; only one version holds at a time."""
    table = Table(
        name,
        metadata,
        *keys,
        Column(
            "from_release",
            Integer,
            ForeignKey("releases.number"),
            primary_key=True,
            autoincrement=False,
        ),
        Column("to_release", Integer, ForeignKey("releases.number")),
        *values,
        info={"keys": tuple(key.name for key in keys)},
    )
    holds = table.c.to_release.is_(None)
    Index(
        f"uq_{name}_holds",
        *(table.c[key.name] for key in keys),
        unique=True,
        sqlite_where=holds,
        postgresql_where=holds,
    )
    return table


def _id(name: str) -> Column[str]:
    return Column(name, Text, ForeignKey("ids.id"), primary_key=True)


def _word(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


BY_RELEASE: Mapping[str, Table] = MappingProxyType(
    {
        "documents": _by_release("documents", [_word("source")]),
        "concepts": _by_release(
            "concepts",
            [_id("id")],
            *_texts("facet", "label", "core_label", "definition", "alternates", "parent"),
            Column("place", Integer, nullable=False),
            Column("hidden", Boolean, nullable=False),
            *_texts("folds_into"),
        ),
        "strategies": _by_release(
            "strategies",
            [_id("id")],
            *_texts("state", "status", "text", "source_text", "lead_in", "tier", "phase", "actor"),
            *_texts("voice", "purpose"),
            Column("confidence", Float),
            *_texts("source", "heading_path", "locator"),
            Column("place", Integer, nullable=False),
            *_texts("reviewed_by", "reviewed_on", "next_review"),
        ),
        "strategy_concepts": _by_release(
            "strategy_concepts",
            [_id("strategy_id"), _word("facet"), _id("concept_id")],
            Column("place", Integer, nullable=False),
            Column("is_primary", Boolean, nullable=False),
            *_texts("evidence"),
        ),
        "resources": _by_release("resources", [_id("id")], *_texts("url", "title", "host")),
        "strategy_resources": _by_release(
            "strategy_resources",
            [_id("strategy_id"), _id("resource_id")],
            Column("place", Integer, nullable=False),
        ),
    }
)
"""The tables kept by release, by name."""

KINDS: Mapping[str, str] = MappingProxyType(
    {"strategies": "strategy", "concepts": "concept", "resources": "resource"}
)
"""The tables whose ids are published, and what such an id is of."""


def keys_of(table: Table) -> tuple[str, ...]:
    """Return the names of the columns that tell the things of a table apart."""
    keys: tuple[str, ...] = table.info["keys"]
    return keys


def values_of(table: Table) -> tuple[str, ...]:
    """Return the names of the columns that say something about a thing."""
    apart = (*keys_of(table), "from_release", "to_release")
    return tuple(each.name for each in table.columns if each.name not in apart)


def create(connection: Connection) -> None:
    """Make all tables and views in an empty database, and sign it."""
    metadata.create_all(connection)
    for name, table in BY_RELEASE.items():
        shown = _current(table).compile(connection, compile_kwargs={"literal_binds": True})
        connection.execute(text(f"CREATE VIEW current_{name} AS {shown}"))
    connection.execute(signature.insert().values(version=VERSION))


def _current(table: Table) -> Select[tuple[object, ...]]:
    """Select what holds now, without what was retired."""
    columns = (*keys_of(table), *(name for name in values_of(table) if name != "state"))
    query = select(*(table.c[name] for name in columns)).where(table.c.to_release.is_(None))
    return query.where(column("state") == LIVE) if "state" in table.columns else query
