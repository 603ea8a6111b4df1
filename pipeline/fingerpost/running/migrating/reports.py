"""An outcome in, everything people read about it written out, the last run's reports archived."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.curating import read_log
from fingerpost.files import unwritable
from fingerpost.outcome import Outcome
from fingerpost.pages import copy_path
from fingerpost.reporting import preview_page, summary_page, write_tables
from fingerpost.reviewing import (
    agreements,
    holds_unfinished_answers,
    holds_unread_changes,
    live_directory,
    review_page,
    triage,
    who_has_what,
    write_directory,
    write_workbook,
)
from fingerpost.running.migrating.archive import DIRECTORY, REVIEW, make_room
from fingerpost.running.migrating.beside import beside
from fingerpost.running.migrating.taking_part import taking_part
from fingerpost.running.processing.batches import DocumentResult
from fingerpost.running.processing.copies import unpacked_copy
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Where the reports are, how big the review is, and which workbooks were kept."""

    folder: Path
    questions: int
    minutes: int
    kept: tuple[Path, ...]


def write_reports(
    workspace: Workspace, outcome: Outcome, results: Iterable[DocumentResult]
) -> Reports:
    """Write the workbook, the pages and the tables; never displace unfinished work.

    `results` are what became of each document, whose copies show where a statement stands.
    """
    taxonomy, council = outcome.rulebook.taxonomy, outcome.rulebook.council
    log, today = read_log(workspace.log), datetime.now(UTC).date()
    review = triage(outcome, log)
    folder = workspace.reports
    workspace.returned.mkdir(parents=True, exist_ok=True)
    unfinished = {
        REVIEW: lambda data: holds_unfinished_answers(data, outcome.standing),
        DIRECTORY: lambda data: holds_unread_changes(data, outcome, log),
    }
    kept = make_room(workspace, unfinished)
    write_tables(outcome, folder)
    (folder / f"{REVIEW}.xlsx").write_bytes(write_workbook(review, taxonomy, council))
    (folder / f"{DIRECTORY}.xlsx").write_bytes(write_directory(live_directory(outcome, log, today)))
    shown = beside(review, outcome, results)
    packs = who_has_what(outcome, review, log, today)
    agreed = tuple(map(str, agreements(log, taxonomy)))
    pages = {
        "review.html": review_page(review, taxonomy, council, beside=shown),
        "summary.html": summary_page(outcome, review, agreed=agreed, packs=packs),
        "preview.html": preview_page(outcome),
        **taking_part(outcome, log),
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    minutes = review.minutes + review.reading_minutes if review.asked else 0
    return Reports(folder=folder, questions=review.open_questions, minutes=minutes, kept=kept)


def write_copies(workspace: Workspace, results: Iterable[DocumentResult]) -> None:
    """Write the copies of the documents beside the other reports, folder by folder as they stand."""
    for result in results:
        path = workspace.reports / copy_path(result.source)
        if result.copy:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(unpacked_copy(result.copy))
            except OSError as error:
                raise unwritable(path, error) from error
