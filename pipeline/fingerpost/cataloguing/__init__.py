"""The categories in, as tables people can edit, and what a change of them touches out."""

from fingerpost.cataloguing.changes import (
    Change,
    changes,
    merge,
    move,
    rename,
    retire,
    split,
    touching,
)
from fingerpost.cataloguing.checking import read_entries
from fingerpost.cataloguing.columns import Row, cells_of
from fingerpost.cataloguing.files import TableRefused, read_table, write_table
from fingerpost.cataloguing.rule_files import changed_files
from fingerpost.cataloguing.touched import (
    Touched,
    decisions_naming,
    items_with,
    named_in,
    rules_naming,
)

__all__ = [
    "Change",
    "Row",
    "TableRefused",
    "Touched",
    "cells_of",
    "changed_files",
    "changes",
    "decisions_naming",
    "items_with",
    "merge",
    "move",
    "named_in",
    "read_entries",
    "read_table",
    "rename",
    "retire",
    "rules_naming",
    "split",
    "touching",
    "write_table",
]
