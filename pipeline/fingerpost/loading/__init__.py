"""Curated files in, numbered releases of a directory database out."""

from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.edits_told import Conflict, HandEdit
from fingerpost.loading.hand_edits import Kept
from fingerpost.loading.published import released
from fingerpost.loading.releases import LoadReport, changes, conflicts, load, releases, rollback
from fingerpost.released import Release

__all__ = [
    "Change",
    "ChangeKind",
    "Conflict",
    "HandEdit",
    "Kept",
    "LoadReport",
    "Release",
    "Subject",
    "changes",
    "conflicts",
    "load",
    "released",
    "releases",
    "rollback",
]
