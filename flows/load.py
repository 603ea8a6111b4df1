"""Curated files in, one release of the directory database out, as a Prefect flow.

One database transaction in one task, and never a retry: a Prefect transaction may end
"completed" with its work rolled back (docs/decisions/0003).
"""

from pathlib import Path

from fingerpost.running.directory.releasing import Told, load_release, plan_release
from fingerpost.workspace import DIRECTORY, Workspace
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

load_as_task = task(name="load-release", cache_policy=NO_CACHE, persist_result=False)(load_release)


@flow(name="load-directory", flow_run_name="load-{workspace.name}")
def load_directory(
    workspace: Path,
    to: str = DIRECTORY,
    signed_off_by: str = "",
    dry_run: bool = False,
    plan: Path | None = None,
) -> Told:
    """Load a workspace's curated files as the next release, or show what that would change."""
    place = Workspace(workspace)
    if dry_run:
        return plan_release(place, to, signed_off_by)
    return load_as_task(place, to, signed_off_by, plan)


if __name__ == "__main__":
    load_directory(Path.cwd())
