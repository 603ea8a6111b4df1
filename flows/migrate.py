"""Raw documents in, reports and curated files out: the main job as a Prefect flow.

The steps and their order are `fingerpost.running.migrating.migration.migrate`; here each becomes a
task. One task owns the pool (or the Dask client) that works through the documents in batches,
because a Prefect task a document would cost more than the document (docs/decisions/0003).
"""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from fingerpost.running.migrating.converting import Legacy
from fingerpost.running.migrating.migration import Migrated, Request, migrate
from fingerpost.running.processing.runners import ONE_WORKER, Runner
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
    runner: Runner = ONE_WORKER,
    fresh: bool = False,
    convert_legacy: bool = False,
) -> Migrated:
    """Migrate one council's documents, from its workspace folder."""
    request = Request(
        root=workspace,
        paths=paths,
        runner=runner,
        fresh=fresh,
        legacy=Legacy.CONVERT if convert_legacy else Legacy.REFUSE,
    )
    return migrate(request, step=as_task)


if __name__ == "__main__":
    migrate_council(Path.cwd())
