"""An outcome in, the tables and pages that say what happened out."""

from fingerpost.reporting.forecast import Fitness, Verdict, forecast
from fingerpost.reporting.preview import preview_page
from fingerpost.reporting.summary import summary_page
from fingerpost.reporting.tables import read_items, tables, write_tables
from fingerpost.reporting.taking_part import proposals_page, you_said_page
from fingerpost.reporting.wanted import wanted

__all__ = [
    "Fitness",
    "Verdict",
    "forecast",
    "preview_page",
    "proposals_page",
    "read_items",
    "summary_page",
    "tables",
    "wanted",
    "write_tables",
    "you_said_page",
]
