"""An empty database in, the first tables out: content kept by release, decisions, ids."""

from collections.abc import Sequence
from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

revision = "0001"
down_revision = None

_metadata = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def upgrade() -> None:
    """Make the tables of version 1, and sign them."""
    _metadata.create_all(op.get_bind())
    op.get_bind().execute(_signature.insert().values(version=1))


def _texts(names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names.split())


def _number(name: str, **options: Any) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False, **options)


def _counts(names: str) -> tuple[Column[int], ...]:
    return tuple(Column(name, Integer, nullable=False) for name in names.split())


def _id(name: str) -> Column[str]:
    return Column(name, Text, ForeignKey("ids.id"), primary_key=True)


def _word(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _by_release(name: str, keys: Sequence[Column[str]], *values: Column[Any]) -> None:
    started = Column(
        "from_release",
        Integer,
        ForeignKey("releases.number"),
        primary_key=True,
        autoincrement=False,
    )
    ended = Column("to_release", Integer, ForeignKey("releases.number"))
    table = Table(name, _metadata, *keys, started, ended, *values)
    holds = table.c.to_release.is_(None)
    columns = [table.c[key.name] for key in keys]
    Index(f"uq_{name}_holds", *columns, unique=True, sqlite_where=holds, postgresql_where=holds)


_signature = Table("fingerpost_directory", _metadata, _number("version"))
Table(
    "releases",
    _metadata,
    _number("number"),
    *_texts("created_at signed_off_by manifest_digest"),
    Column("restores", Integer, ForeignKey("releases.number")),
    *_counts("statements added changed moved relabelled retired revived"),
)
Table(
    "ids",
    _metadata,
    Column("id", Text, primary_key=True),
    *_texts("kind"),
    Column("first_release", Integer, ForeignKey("releases.number"), nullable=False),
)
Table(
    "decisions",
    _metadata,
    _number("seq"),
    *_texts("resource_id resource_type last_action_date last_action_type field_name"),
    *_texts("previous_value replacement_value updated_by reason source_digest pack prev_hash"),
)
_by_release("documents", [_word("source")])
_by_release(
    "concepts",
    [_id("id")],
    *_texts("facet label core_label definition alternates parent"),
    *_counts("place"),
    Column("hidden", Boolean, nullable=False),
    *_texts("folds_into"),
)
_by_release(
    "strategies",
    [_id("id")],
    *_texts("state status text source_text lead_in tier phase actor voice purpose"),
    Column("confidence", Float),
    *_texts("source heading_path locator"),
    *_counts("place"),
    *_texts("reviewed_by reviewed_on next_review"),
)
_by_release(
    "strategy_concepts",
    [_id("strategy_id"), _word("facet"), _id("concept_id")],
    *_counts("place"),
    Column("is_primary", Boolean, nullable=False),
    *_texts("evidence"),
)
_by_release("resources", [_id("id")], *_texts("url title host"))
_by_release("strategy_resources", [_id("strategy_id"), _id("resource_id")], *_counts("place"))
