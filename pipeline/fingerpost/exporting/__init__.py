"""One outcome in, the curated files out; one release in, tables for another site out; and checks."""

from fingerpost.exporting.curated import curated_files, write_curated
from fingerpost.exporting.site_files import SiteFile, changes, everything
from fingerpost.exporting.site_values import Site
from fingerpost.exporting.verifying import verify

__all__ = [
    "Site",
    "SiteFile",
    "changes",
    "curated_files",
    "everything",
    "verify",
    "write_curated",
]
