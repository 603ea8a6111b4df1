"""Curated files in, numbered releases of a directory database out."""

from fingerpost.loading.changes import Change, ChangeKind, Subject
from fingerpost.loading.early_refusals import refuse_early
from fingerpost.loading.edits.edits_told import Conflict, HandEdit
from fingerpost.loading.edits.hand_edits import Kept
from fingerpost.loading.edits.typed_by_hand import Typed, taken_by_hand, typed_by_hand
from fingerpost.loading.planning import Plan, counts, plan_text, read_plan
from fingerpost.loading.published import released
from fingerpost.loading.reading_back import Difference, ReadBack, verify_directory
from fingerpost.loading.releases import (
    LoadReport,
    changes,
    conflicts,
    labels_of,
    load,
    releases,
    rollback,
)
from fingerpost.loading.resolving import Event, Resolved, history_of, resolve
from fingerpost.loading.stored_log import stored_log
from fingerpost.loading.telling.change_pages import (
    ReleaseTold,
    Sample,
    changes_csv,
    plan_page,
    release_page,
    sample_of,
)
from fingerpost.loading.telling.sampling import sampled
from fingerpost.released import Release

__all__ = [
    "Change",
    "ChangeKind",
    "Conflict",
    "Difference",
    "Event",
    "HandEdit",
    "Kept",
    "LoadReport",
    "Plan",
    "ReadBack",
    "Release",
    "ReleaseTold",
    "Resolved",
    "Sample",
    "Subject",
    "Typed",
    "changes",
    "changes_csv",
    "conflicts",
    "counts",
    "history_of",
    "labels_of",
    "load",
    "plan_page",
    "plan_text",
    "read_plan",
    "refuse_early",
    "release_page",
    "released",
    "releases",
    "resolve",
    "rollback",
    "sample_of",
    "sampled",
    "stored_log",
    "taken_by_hand",
    "typed_by_hand",
    "verify_directory",
]
