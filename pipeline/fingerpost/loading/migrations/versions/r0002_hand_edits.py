"""A directory of version 1 in, one that tells edits by hand from what was loaded out."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NEW: Mapping[str, str] = MappingProxyType(
    {
        "documents": "title edition sha256",
        "concepts": "maps_to",
        "strategies": "owner child_voice child_voice_by",
        "resources": "publisher trusted_because phase checked_on owner",
    }
)
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "documents": "source",
        "concepts": "id",
        "strategies": "id",
        "strategy_concepts": "strategy_id facet concept_id",
        "resources": "id",
        "strategy_resources": "strategy_id resource_id",
    }
)


def upgrade() -> None:
    """Add the columns and tables, and take what is there for what was loaded."""
    for table, names in _NEW.items():
        for name in names.split():
            op.add_column(
                table, sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))
            )
    _add_replacements()
    _add_as_loaded()
    _add_hand_edits()
    for table, keys in _KEYS.items():
        _note_as_loaded(table, keys.split())
    op.execute("UPDATE fingerpost_directory SET version = 2")


def _release(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _texts(names: str, *, nullable: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=nullable) for name in names.split())


def _keyed(table: str, keys: str, *releases: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint(*keys.split(), name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([each], ["releases.number"], name=f"fk_{table}_{each}_releases")
            for each in releases
        ),
    )


def _add_replacements() -> None:
    op.create_table(
        "replacements",
        *_texts("id replaced_by"),
        _release("from_release"),
        _release("to_release", nullable=True),
        *_texts("kind reason"),
        *_keyed("replacements", "id replaced_by from_release", "from_release", "to_release"),
    )
    holds = sa.text("to_release IS NULL")
    op.create_index(
        "uq_replacements_holds",
        "replacements",
        ["id", "replaced_by"],
        unique=True,
        sqlite_where=holds,
        postgresql_where=holds,
    )


def _add_as_loaded() -> None:
    op.create_table(
        "as_loaded",
        *_texts("table_name row_key"),
        _release("from_release"),
        _release("to_release", nullable=True),
        *_texts("loaded"),
        *_texts("in_files", nullable=True),
        *_keyed("as_loaded", "table_name row_key from_release", "from_release", "to_release"),
    )


def _add_hand_edits() -> None:
    op.create_table(
        "hand_edits",
        *_texts("table_name row_key field"),
        _release("noticed_in"),
        _release("ended_in", nullable=True),
        *_texts("ending"),
        *_texts("base value", nullable=True),
        *_keyed("hand_edits", "table_name row_key field noticed_in", "noticed_in", "ended_in"),
    )
    op.create_table(
        "conflicts",
        _release("release"),
        *_texts("table_name row_key field kept"),
        *_texts("base by_hand in_files", nullable=True),
        *_keyed("conflicts", "release table_name row_key field", "release"),
    )


def _note_as_loaded(table: str, keys: list[str]) -> None:
    connection = op.get_bind()
    stored, noted = (
        sa.Table(name, sa.MetaData(), autoload_with=connection, resolve_fks=False)
        for name in (table, "as_loaded")
    )
    apart = {*keys, "from_release", "to_release"}
    rows = [
        {
            "table_name": table,
            "row_key": "|".join(row[key] for key in keys),
            "from_release": row["from_release"],
            "to_release": row["to_release"],
            "loaded": _json({name: value for name, value in row.items() if name not in apart}),
        }
        for row in connection.execute(sa.select(stored)).mappings()
    ]
    if rows:
        connection.execute(noted.insert(), rows)


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
