"""An outcome in, the tables and pages that say what happened out."""

from fingerpost.reporting.tables import read_items, tables, write_tables

__all__ = ["read_items", "tables", "write_tables"]
