"""The tables of the directory database, for SQLite and PostgreSQL alike.

What people read is kept by release: each row says in which release it began to hold
(`from_release`) and in which it ceased to (`to_release`, empty while it holds). A view
`current_<table>` shows what holds now. Nothing is ever deleted.

Rows that hold may be changed by hand: `as_loaded` says what the product itself wrote, and
`hand_edits` and `conflicts` what it found changed. `migrations` makes these tables.
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

VERSION = 2
"""Of this schema, as the newest of `migrations`; a database of a newer one is refused."""

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


def _later(*names: str) -> tuple[Column[str], ...]:
    """Make columns that came with a later version, and that nobody has to fill in by hand."""
    return tuple(Column(name, Text, nullable=False, server_default=text("''")) for name in names)


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
        "documents": _by_release(
            "documents", [_word("source")], *_later("title", "edition", "sha256")
        ),
        "concepts": _by_release(
            "concepts",
            [_id("id")],
            *_texts("facet", "label", "core_label", "definition", "alternates", "parent"),
            Column("place", Integer, nullable=False),
            Column("hidden", Boolean, nullable=False),
            *_texts("folds_into"),
            *_later("maps_to"),
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
            *_later("owner", "child_voice", "child_voice_by"),
        ),
        "strategy_concepts": _by_release(
            "strategy_concepts",
            [_id("strategy_id"), _word("facet"), _id("concept_id")],
            Column("place", Integer, nullable=False),
            Column("is_primary", Boolean, nullable=False),
            *_texts("evidence"),
        ),
        "resources": _by_release(
            "resources",
            [_id("id")],
            *_texts("url", "title", "host"),
            *_later("publisher", "trusted_because", "phase", "checked_on", "owner"),
        ),
        "strategy_resources": _by_release(
            "strategy_resources",
            [_id("strategy_id"), _id("resource_id")],
            Column("place", Integer, nullable=False),
        ),
        "replacements": _by_release(
            "replacements", [_word("id"), _word("replaced_by")], *_texts("kind", "reason")
        ),
    }
)
"""The tables kept by release, by name."""


def _release(name: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("releases.number"), nullable=nullable)


def _of_row() -> tuple[Column[str], ...]:
    """Make the columns that name a row of a table kept by release."""
    return _word("table_name"), _word("row_key")


as_loaded = Table(
    "as_loaded",
    metadata,
    *_of_row(),
    Column(
        "from_release",
        Integer,
        ForeignKey("releases.number"),
        primary_key=True,
        autoincrement=False,
    ),
    _release("to_release", nullable=True),
    Column("loaded", Text, nullable=False),
    Column("in_files", Text),
)
"""Every row as the product wrote it (JSON), and as the files had it where that differs."""

hand_edits = Table(
    "hand_edits",
    metadata,
    *_of_row(),
    _word("field"),
    Column(
        "noticed_in",
        Integer,
        ForeignKey("releases.number"),
        primary_key=True,
        autoincrement=False,
    ),
    _release("ended_in", nullable=True),
    Column("ending", Text, nullable=False),
    Column("base", Text),
    Column("value", Text),
)
"""What somebody changed by hand (JSON): a field, or a whole row where `field` is empty.

`base` is what the product had written, empty for a row that it had not; `value` is empty for a row
that was taken away. `ended_in` is the release since which it is no edit any more.
"""

conflicts = Table(
    "conflicts",
    metadata,
    Column(
        "release", Integer, ForeignKey("releases.number"), primary_key=True, autoincrement=False
    ),
    *_of_row(),
    _word("field"),
    Column("kept", Text, nullable=False),
    Column("base", Text),
    Column("by_hand", Text),
    Column("in_files", Text),
)
"""Where an edit by hand met another change (JSON), and which of the two was kept."""

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


def renew_views(connection: Connection) -> None:
    """Let the views show the columns that the tables have now."""
    replaces = connection.dialect.name == "postgresql"
    for name, table in BY_RELEASE.items():
        shown = _current(table).compile(connection, compile_kwargs={"literal_binds": True})
        if not replaces:
            connection.exec_driver_sql(f"DROP VIEW IF EXISTS current_{name}")
        # Others may have built on a view: PostgreSQL lets it grow, and not go.
        verb = "CREATE OR REPLACE VIEW" if replaces else "CREATE VIEW"
        connection.exec_driver_sql(f"{verb} current_{name} AS {shown}")


def _current(table: Table) -> Select[tuple[object, ...]]:
    """Select what holds now, without what was retired."""
    columns = (*keys_of(table), *(name for name in values_of(table) if name != "state"))
    query = select(*(table.c[name] for name in columns)).where(table.c.to_release.is_(None))
    return query.where(column("state") == LIVE) if "state" in table.columns else query
