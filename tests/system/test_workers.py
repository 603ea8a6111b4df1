"""A document that kills or hangs its worker takes nothing with it, whatever the runner."""

import ctypes
import os
import signal
import threading
import time
from dataclasses import replace

import pytest
from fingerpost.errors import FingerpostError
from fingerpost.meanings import Meanings
from fingerpost.running.processing import batches, runners, workers
from fingerpost.running.processing.batches import Batch, DocumentResult, RawDocument
from fingerpost.running.processing.runners import Runner, run
from fingerpost.running.processing.workers import Workers

from tests.support.shipped import shipped_rules

GOOD = [RawDocument(f"good-{n}.docx", b"good") for n in range(3)]


def raise_unpicklable() -> None:
    """Fail in a way that cannot even be handed back to whoever waits."""

    class LocalError(Exception):
        pass

    raise LocalError


ENDINGS = {
    b"exit": lambda: os._exit(11),
    b"kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    b"fault": lambda: ctypes.string_at(0),
    b"unhandable": raise_unpicklable,
}


def work(batch: Batch) -> tuple[DocumentResult, ...]:
    """Stand in for reading: what a document's bytes say happens to its worker."""
    results = []
    for raw in batch.documents:
        if raw.data in ENDINGS:
            ENDINGS[raw.data]()
        if raw.data == b"hang":
            hang(batch.seconds)
        results.append(DocumentResult(source=raw.source, digest=raw.digest))
    return tuple(results)


def hang(seconds: float) -> None:
    """Hold the worker as a wild pattern would, under the same watchdog as the product's."""
    with batches.time_limit(seconds):
        time.sleep(3600)


@pytest.fixture(scope="module")
def rulebook():
    return shipped_rules()


@pytest.mark.parametrize(
    "runner",
    [
        Runner(name="local"),
        Runner(name="processes", workers=2),
        pytest.param(Runner(name="dask", workers=2), marks=pytest.mark.slow),
    ],
    ids=lambda runner: runner.name,
)
@pytest.mark.parametrize(
    "fate",
    [
        "exit",
        pytest.param("unhandable", marks=pytest.mark.slow),
        pytest.param("kill", marks=pytest.mark.slow),
        pytest.param("fault", marks=pytest.mark.slow),
        pytest.param("hang", marks=pytest.mark.slow),
    ],
)
def test_a_document_that_ends_its_worker_is_refused_alone(monkeypatch, rulebook, runner, fate):
    monkeypatch.setattr(runners, "process_batch", work)
    monkeypatch.setattr(workers, "process_batch", work)
    bad = RawDocument("bad.docx", fate.encode())
    first = Batch(
        documents=(GOOD[0], bad, GOOD[1]),
        rulebook=rulebook,
        meanings=Meanings(rulebook.headings),
        seconds=2,
    )
    second = replace(first, documents=(GOOD[2],))

    results = [result for batch in run(runner, [first, second]) for result in batch]

    assert [result.source for result in results] == [
        "good-0.docx",
        "bad.docx",
        "good-1.docx",
        "good-2.docx",
    ]
    assert [result.refusal.code for result in results if result.refusal] == ["reader-stopped"]


def die_afterwards(batch: Batch) -> tuple[DocumentResult, ...]:
    """Do the work, and die of it when nobody waits any more."""
    threading.Timer(0.02, os._exit, (9,)).start()
    return tuple(DocumentResult(source=raw.source, digest=raw.digest) for raw in batch.documents)


def test_a_worker_that_dies_with_nothing_to_do_costs_no_document(monkeypatch, rulebook):
    monkeypatch.setattr(workers, "process_batch", die_afterwards)
    batch = Batch(documents=(GOOD[0],), rulebook=rulebook, meanings=Meanings(rulebook.headings))
    started = Workers(1)
    for _ in range(2):
        [result] = started.submit(batch)()
        assert result.refusal is None
        time.sleep(0.5)
    started.close()


def never_ready() -> bool:
    os._exit(3)


def test_workers_that_cannot_be_started_are_one_sentence(monkeypatch):
    monkeypatch.setattr(workers, "ready", never_ready)
    with pytest.raises(FingerpostError, match=r"No worker process could be started .* run again\."):
        Workers(1)
