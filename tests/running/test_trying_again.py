"""What is kept of a run in which a document stopped its worker: all but that document."""

import pytest
from fingerpost.running.migrating import migration
from fingerpost.running.migrating.inputs import Inputs, gather
from fingerpost.running.migrating.migration import Request, process_documents
from fingerpost.running.processing.batches import DocumentResult, stopped
from fingerpost.workspace import Workspace

from tests.support.program import workspace
from tests.support.word import docx, p


@pytest.fixture
def three(tmp_path) -> Inputs:
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.docx").write_bytes(docx(p(name)))
    program = workspace(tmp_path / "three", *sorted(tmp_path.glob("*.docx")))
    return gather(Workspace(program.root))


@pytest.fixture
def handed_over(monkeypatch) -> list[str]:
    """The documents that reach a worker; the one named bad stops it."""
    names: list[str] = []

    def run(_runner, batches):
        for batch in batches:
            names.extend(raw.source for raw in batch.documents)
            yield tuple(
                stopped(raw)
                if raw.source == "bad.docx"
                else DocumentResult(source=raw.source, digest=raw.digest)
                for raw in batch.documents
            )

    monkeypatch.setattr(migration, "run", run)
    return names


def test_the_documents_before_and_after_it_come_out(three, handed_over):
    results = process_documents(three, Request(root=three.workspace.root))
    assert [(result.source, result.refusal is None) for result in results] == [
        ("a.docx", True),
        ("bad.docx", False),
        ("c.docx", True),
    ]
    assert handed_over == ["a.docx", "bad.docx", "c.docx"]


def test_the_next_run_tries_it_again_and_nothing_else(three, handed_over):
    request = Request(root=three.workspace.root)
    process_documents(three, request)
    handed_over.clear()
    process_documents(three, request)
    assert handed_over == ["bad.docx"]


def test_a_forecast_keeps_nothing(three, handed_over):
    request = Request(root=three.workspace.root)
    process_documents(three, request, keep=False)
    process_documents(three, request, keep=False)
    assert len(handed_over) == 6
