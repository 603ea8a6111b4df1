"""A workspace in, what stands in it now out: the outcome of a run that writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.outcome import Outcome
from fingerpost.running.migrating.assembly import assemble
from fingerpost.running.migrating.converting import Legacy, convert_legacy
from fingerpost.running.migrating.inputs import Inputs, gather
from fingerpost.running.migrating.migration import Request, process_documents
from fingerpost.running.processing.batches import DocumentResult
from fingerpost.running.processing.runners import ONE_WORKER, Runner
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a run would depend on and find."""

    inputs: Inputs
    outcome: Outcome
    results: tuple[DocumentResult, ...] = ()


def look(
    workspace: Workspace,
    paths: Sequence[Path] = (),
    runner: Runner = ONE_WORKER,
    legacy: Legacy = Legacy.KEPT,
    *,
    learn: bool = True,
    keep: bool = False,
) -> Looked:
    """Do what a migration does, without its reports, its curated files and its log.

    `learn` says whether rules and decisions teach anything, for whom labels matter; `keep` whether
    what they taught is kept for the next command, by one that writes all the same.
    """
    inputs = gather(workspace, paths, keep=keep, learn=learn)
    inputs = convert_legacy(inputs, legacy, keep=False)
    request = Request(root=workspace.root, paths=tuple(paths), runner=runner)
    results = process_documents(inputs, request, keep=False)
    return Looked(inputs=inputs, outcome=assemble(inputs, results).outcome, results=results)
