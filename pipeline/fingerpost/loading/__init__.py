"""Curated files in, numbered releases of a directory database out."""

from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.edits_told import Conflict, HandEdit
from fingerpost.loading.hand_edits import Kept
from fingerpost.loading.planning import Plan, counts, plan_text, read_plan
from fingerpost.loading.published import released
from fingerpost.loading.reading_back import Difference, ReadBack, verify_directory
from fingerpost.loading.releases import LoadReport, changes, conflicts, load, releases, rollback
from fingerpost.released import Release

__all__ = [
    "Change",
    "ChangeKind",
    "Conflict",
    "Difference",
    "HandEdit",
    "Kept",
    "LoadReport",
    "Plan",
    "ReadBack",
    "Release",
    "Subject",
    "changes",
    "conflicts",
    "counts",
    "load",
    "plan_text",
    "read_plan",
    "released",
    "releases",
    "rollback",
    "verify_directory",
]
