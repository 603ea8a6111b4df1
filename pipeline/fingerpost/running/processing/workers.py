"""Batches in, results out, by worker processes on this machine that are replaced when they die."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any

from fingerpost.errors import FingerpostError
from fingerpost.running.processing.batches import Batch, DocumentResult, process_batch

Results = tuple[DocumentResult, ...]


class WorkerDiedError(FingerpostError):
    """The process that worked on a batch died, by a fault in a document or by its time limit."""


class PoolBrokenError(WorkerDiedError):
    """All workers went at once, so that nobody can tell whose fault it was."""


class Workers:
    """Some processes; a pool that broke (a worker died while it had nothing to do) is made anew."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool = self._opened()

    def submit(self, batch: Batch) -> Callable[[], Results]:
        """Hand over a batch; the callable that comes back waits for its results."""
        future = self._schedule(batch)

        def wait() -> Results:
            try:
                results: Results = future.result()
            except FingerpostError:
                raise
            except BrokenProcessPool as broken:
                raise PoolBrokenError(str(broken)) from broken
            except Exception as died:
                # It died, was stopped, or holds what is too large or too deep to hand over.
                raise WorkerDiedError(str(died)) from died
            return results

        return wait

    def close(self) -> None:
        """Let the workers end."""
        self._pool.close()
        self._pool.join()

    def stop(self) -> None:
        """End the workers at once."""
        self._pool.stop()
        self._pool.join()

    def _schedule(self, batch: Batch) -> "Future[Results]":
        try:
            return self._submit(batch)
        except RuntimeError:
            self.stop()
            self._pool = self._opened()
            return self._submit(batch)

    def _submit(self, batch: Batch) -> "Future[Results]":
        future: Future[Results] = self._pool.schedule(process_batch, args=(batch,))
        return future

    def _opened(self) -> Any:
        from pebble import ProcessPool

        pool = ProcessPool(max_workers=self._count, context=get_context("spawn"))
        try:
            pool.schedule(ready).result()
        except KeyboardInterrupt:
            pool.stop()
            raise
        except Exception as fault:
            pool.stop()
            raise FingerpostError(
                f"No worker process could be started ({fault}). Close other programs, or install "
                "Fingerpost anew, and run again."
            ) from fault
        return pool


def ready() -> bool:
    """Answer from a worker: it could be started and has all it needs."""
    return True
