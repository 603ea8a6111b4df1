"""An outcome in, the tables and pages that say what happened out."""

from fingerpost.reporting.forecast import Fitness, Verdict, forecast
from fingerpost.reporting.preview import preview_page
from fingerpost.reporting.summary import summary_page
from fingerpost.reporting.tables import read_items, tables, write_tables

__all__ = [
    "Fitness",
    "Verdict",
    "forecast",
    "preview_page",
    "read_items",
    "summary_page",
    "tables",
    "write_tables",
]
