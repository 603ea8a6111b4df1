"""One outcome in, the curated files out; and whether they are still as they were written."""

from fingerpost.exporting.curated import curated_files, write_curated
from fingerpost.exporting.verifying import verify

__all__ = ["curated_files", "verify", "write_curated"]
