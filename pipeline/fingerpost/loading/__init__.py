"""Curated files in, numbered releases of a directory database out."""

from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.published import released
from fingerpost.loading.releases import LoadReport, changes, load, releases, rollback
from fingerpost.released import Release

__all__ = [
    "Change",
    "ChangeKind",
    "LoadReport",
    "Release",
    "Subject",
    "changes",
    "load",
    "released",
    "releases",
    "rollback",
]
