"""An outcome in, the tables and pages that say what happened out."""

from fingerpost.reporting.preview import preview_page
from fingerpost.reporting.summary import summary_page
from fingerpost.reporting.tables import read_items, tables, write_tables

__all__ = ["preview_page", "read_items", "summary_page", "tables", "write_tables"]
