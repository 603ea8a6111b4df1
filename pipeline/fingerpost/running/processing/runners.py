"""Batches in, results out, by one process, several, or a Dask cluster: the same code, the same bytes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from fingerpost.errors import FingerpostError, WorkspaceError
from fingerpost.running.processing.batches import Batch, process_batch, stopped
from fingerpost.running.processing.workers import PoolBrokenError, Results, WorkerDiedError, Workers

Submit = Callable[[Batch], Callable[[], Results]]
"""Hand over a batch; the callable that comes back waits for its results."""

_LOST = (
    "The Dask cluster cannot be reached any more. What was finished is kept; see that its "
    "scheduler runs, then run the same command again."
)


@dataclass(frozen=True, slots=True)
class Runner:
    """How the work is spread: `local` (one worker), `processes`, or `dask`."""

    name: str = "local"
    workers: int = 1
    dask_address: str = ""


ONE_WORKER = Runner()


def run(runner: Runner, batches: Sequence[Batch]) -> Iterator[Results]:
    """Yield the results of each batch, in order; a document that kills its worker is refused alone."""
    opened = _dask(runner) if runner.name == "dask" else _processes(runner)
    with opened as submit:
        waiting = [(batch, submit(batch)) for batch in batches]
        for batch, wait in waiting:
            yield _settle(submit, batch, wait)


def _settle(submit: Submit, batch: Batch, wait: Callable[[], Results], tries: int = 2) -> Results:
    try:
        return wait()
    except PoolBrokenError:
        if tries:
            return _settle(submit, batch, submit(batch), tries - 1)
    except WorkerDiedError:
        pass
    if len(batch.documents) == 1:
        return (stopped(batch.documents[0]),)
    alone = [replace(batch, documents=(document,)) for document in batch.documents]
    return tuple(result for one in alone for result in _settle(submit, one, submit(one)))


@contextmanager
def _processes(runner: Runner) -> Iterator[Submit]:
    workers = Workers(1 if runner.name == "local" else runner.workers)
    try:
        yield workers.submit
    except BaseException:
        workers.stop()
        raise
    workers.close()


@contextmanager
def _dask(runner: Runner) -> Iterator[Submit]:
    import dask
    from distributed import Client
    from distributed.comm import CommClosedError

    quiet = {
        "distributed.admin.system-monitor.gil.enabled": False,
        "distributed.scheduler.allowed-failures": 0,
        "distributed.worker.daemon": False,
        "logging.distributed": "critical",
    }
    with dask.config.set(quiet), _client(runner) as client:
        assert isinstance(client, Client)

        def submit(batch: Batch) -> Callable[[], Results]:
            future = client.submit(process_batch, batch, pure=False)

            def wait() -> Results:
                try:
                    results: Results = future.result()
                except FingerpostError:
                    raise
                except (CancelledError, CommClosedError) as lost:
                    raise WorkspaceError(_LOST) from lost
                except Exception as died:
                    raise WorkerDiedError(str(died)) from died
                return results

            return wait

        yield submit


@contextmanager
def _client(runner: Runner) -> Iterator[Any]:
    from distributed import Client, LocalCluster

    if runner.dask_address:
        try:
            client = Client(runner.dask_address, timeout="20s")
        except (OSError, TimeoutError, ValueError) as error:
            raise WorkspaceError(
                f"--dask-address {runner.dask_address}: no Dask scheduler answers there. "
                "Start one with: dask scheduler, and dask worker for each worker."
            ) from error
        with client:
            yield client
        return
    cluster = LocalCluster(
        n_workers=runner.workers, threads_per_worker=1, dashboard_address=None, processes=True
    )
    with cluster, Client(cluster) as client:
        yield client
