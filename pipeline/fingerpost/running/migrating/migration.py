"""The main job: raw documents, rules and decisions in; reports and curated files out.

The same composition runs under Prefect (`flows/migrate.py` makes each step a task) and directly.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.outcome import Outcome
from fingerpost.reporting import forecast
from fingerpost.running.migrating.archive import check_closed
from fingerpost.running.migrating.assembly import Assembled, assemble
from fingerpost.running.migrating.converting import Legacy, convert_legacy
from fingerpost.running.migrating.inputs import Inputs, gather
from fingerpost.running.migrating.reports import Reports, write_copies, write_reports
from fingerpost.running.processing.batches import (
    FAILED,
    STOPPED,
    Batch,
    DocumentResult,
    RawDocument,
    in_batches,
)
from fingerpost.running.processing.cache import Cache, context_digest
from fingerpost.running.processing.progress import watched
from fingerpost.running.processing.runners import ONE_WORKER, Runner, run
from fingerpost.running.turns import sole_turn
from fingerpost.workspace import Workspace, check_writable

P = ParamSpec("P")
R = TypeVar("R")


class Step(Protocol):
    """How one step of the job is carried out: as it is, or as an orchestrator's task."""

    def __call__(self, function: Callable[P, R], /) -> Callable[P, R]:
        """Wrap a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to migrate, and how."""

    root: Path
    paths: tuple[Path, ...] = ()
    runner: Runner = ONE_WORKER
    fresh: bool = False
    legacy: Legacy = Legacy.REFUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """What people are told when it is done.

    `refused` pairs each refused document with why and what to do, `empty` each in which nothing
    was found; `trusted` counts those accepted that headings do not settle, `left_out` the files of
    data/raw that were not asked for.
    """

    documents: int
    refused: tuple[tuple[str, str], ...]
    empty: tuple[tuple[str, str], ...]
    left_out: int
    statements: int
    accepted: int
    trusted: int
    approved: int
    waiting: int
    rejected: int
    reports: Reports


def directly(function: Callable[P, R], /) -> Callable[P, R]:
    """Carry out a step as it is."""
    return function


def migrate(request: Request, step: Step = directly) -> Migrated:
    """Read, extract, classify, settle, report, curate."""
    workspace = step(prepare)(request.root)
    with sole_turn(workspace):
        return _migrate(workspace, request, step)


def _migrate(workspace: Workspace, request: Request, step: Step) -> Migrated:
    inputs = step(gather)(workspace, request.paths)
    if request.legacy is not Legacy.REFUSE:
        inputs = step(convert_legacy)(inputs, request.legacy, fresh=request.fresh)
    results = step(process_documents)(inputs, request)
    assembled = step(assemble)(inputs, results)
    outcome = step(record_identities)(inputs, assembled)
    reports = step(write_reports)(workspace, outcome, results)
    step(curate)(workspace, outcome)
    step(write_copies)(workspace, results)
    return summarise(outcome, reports, inputs.left_out)


def prepare(root: Path) -> Workspace:
    """Check, before any work is done, that the workspace can be written to."""
    workspace = Workspace(root)
    check_writable(workspace)
    check_closed(workspace)
    return workspace


def process_documents(
    inputs: Inputs, request: Request, *, keep: bool = True
) -> tuple[DocumentResult, ...]:
    """Work through all documents, taking from the cache what was done before.

    `keep` says whether new results may be written to the cache.
    """
    learned = inputs.judgement.digest
    cache = Cache(
        inputs.workspace.state / "cache", context_digest(inputs.rulebook, inputs.meanings, learned)
    )
    known = {} if request.fresh else {raw: cache.get(raw) for raw in inputs.documents}
    done = {raw: result for raw, result in known.items() if result}
    by_source = {raw.source: raw for raw in inputs.documents}
    waiting = [raw for raw in inputs.documents if raw not in done]
    for result in _processed(waiting, inputs, request.runner):
        raw = by_source[result.source]
        done[raw] = result
        if keep and not _may_pass(result):
            cache.put(raw, result)
    return tuple(done[raw] for raw in inputs.documents)


def _processed(
    waiting: list[RawDocument], inputs: Inputs, runner: Runner
) -> Iterator[DocumentResult]:
    if not waiting:
        return
    rulebook = replace(inputs.rulebook, exemplars=())  # workers have what was learned from them
    batches = [
        Batch(
            documents=documents,
            rulebook=rulebook,
            meanings=inputs.meanings,
            judgement=inputs.judgement,
        )
        for documents in in_batches(waiting)
    ]
    yield from watched(run(runner, batches), len(waiting), "Reading documents")


def _may_pass(result: DocumentResult) -> bool:
    """Whether a refusal may be due to the moment (a busy machine), so that it is tried again."""
    return result.refusal is not None and result.refusal.code in (STOPPED, FAILED)


def record_identities(inputs: Inputs, assembled: Assembled) -> Outcome:
    """Write to the log which items stayed the same, went, or came back."""
    append(inputs.workspace.log, assembled.identity_lines)
    return assembled.outcome


def curate(workspace: Workspace, outcome: Outcome) -> None:
    """Write the files that the directory is loaded from."""
    write_curated(outcome, workspace.curated)


def summarise(outcome: Outcome, reports: Reports, left_out: int) -> Migrated:
    """Count, for the people who asked."""
    statuses = [item.status.value for item in outcome.items]
    return Migrated(
        documents=len(outcome.documents),
        refused=tuple(
            (refusal.source, f"{refusal.reason} {refusal.remedy}") for refusal in outcome.refusals
        ),
        empty=tuple(
            (verdict.source, f"{verdict.found} {verdict.next_step}")
            for verdict in forecast(outcome, {})
            if not verdict.code and not verdict.statements
        ),
        left_out=left_out,
        statements=len(statuses),
        accepted=statuses.count("accepted"),
        trusted=sum(item.by_model for item in outcome.items),
        approved=statuses.count("approved"),
        waiting=statuses.count("review"),
        rejected=statuses.count("rejected"),
        reports=reports,
    )
