"""Raw documents in, reports and curated files out: the main job as a Prefect flow.

The steps and their order are `fingerpost.running.migration.migrate`; here each becomes a task.
One task owns the pool (or the Dask client) that works through the documents in batches, because
a Prefect task a document would cost more than the document (docs/decisions/0003).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from fingerpost.running.migration import Migrated, Request, migrate
from fingerpost.running.runners import Runner
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

P = ParamSpec("P")
R = TypeVar("R")


def as_task(function: Callable[P, R], /) -> Callable[P, R]:
    """Make a step a Prefect task; retries and Prefect's own cache stay off.

    What a step takes is kept from Prefect, which would look through every value for futures.
    """
    name = function.__name__.replace("_", "-")

    def step(*given: P.args, **named: P.kwargs) -> R:
        def carry_out() -> R:
            return function(*given, **named)

        return task(name=name, cache_policy=NO_CACHE, persist_result=False)(carry_out)()

    return step


@flow(name="migrate-council", flow_run_name="migrate-{workspace.name}")
def migrate_council(
    workspace: Path,
    paths: tuple[Path, ...] = (),
    runner: Literal["local", "processes", "dask"] = "local",
    workers: int = 2,
    dask_address: str = "",
    fresh: bool = False,
) -> Migrated:
    """Migrate one council's documents, from its workspace folder."""
    request = Request(
        root=workspace,
        paths=paths,
        runner=Runner(name=runner, workers=workers, dask_address=dask_address),
        fresh=fresh,
    )
    return migrate(request, step=as_task)


if __name__ == "__main__":
    migrate_council(Path.cwd())
