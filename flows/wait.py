"""A workspace in; the flow that waits for its answers, offered to a Prefect server and woken, out.

This process may end and be started again at any time, and so may the server: what is waited for
stands in the server's database, and what came back in the workspace.
"""

import asyncio
from pathlib import Path
from uuid import UUID

import httpx
from fingerpost.errors import FingerpostError
from fingerpost.running.reviewing.waiting import known_as, lying
from fingerpost.workspace import Workspace
from prefect import aresume_flow_run, get_client
from prefect.client.schemas import filters
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.deployments import arun_deployment
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.settings import get_current_settings

FLOW = f"{Path(__file__).with_name('review.py')}:review_council"


def wait(workspace: Path, to: str) -> None:
    """Offer the flow, start it unless it waits already, and wake it until the directory is loaded."""
    asyncio.run(_wait(Workspace(workspace), to))


async def _wait(workspace: Workspace, to: str) -> None:
    name = known_as(workspace)
    parameters = {"workspace": str(workspace.root), "to": to}
    offered = RunnerDeployment.from_entrypoint(FLOW, name=name, parameters=parameters)
    runner = Runner(name=name, pause_on_shutdown=False, limit=1)
    deployment = await runner.aadd_deployment(offered)
    run = await _left_waiting(deployment) or await arun_deployment(deployment, timeout=0)
    async with asyncio.TaskGroup() as together:
        together.create_task(runner.start())
        ended = await _woken_until_it_ends(workspace, run.id, runner)
        await runner.astop()
    if ended.state and not ended.state.is_completed():
        why = f"{ended.state.name}: {ended.state.message or 'the server says no more'}"
        raise FingerpostError(f"The directory was not loaded ({why}). Mend that, then wait again.")


async def _woken_until_it_ends(workspace: Workspace, run: UUID, runner: Runner) -> FlowRun:
    """A file still being copied is left until it rests; a server that is away, until it is back.

    A runner that is stopped before a process has ended would cancel what that just finished.
    """
    seen, before = frozenset[object](), frozenset[object]()
    while True:
        await asyncio.sleep(get_current_settings().runner.poll_frequency)
        now = lying(workspace)
        try:
            async with get_client() as client:
                found = await client.read_flow_run(run)
            if found.state and found.state.is_final() and runner.has_slots_available():
                return found
            if found.state and found.state.is_paused() and seen != now == before:
                await aresume_flow_run(run, run_input={})
                seen = now
        except httpx.HTTPError:
            continue
        before = now


async def _left_waiting(deployment: UUID) -> FlowRun | None:
    """Nobody else offers this flow, so one that seems to run was ended with the command before."""
    chosen = filters.FlowRunFilter(
        deployment_id=filters.FlowRunFilterDeploymentId(any_=[deployment]),
        state=filters.FlowRunFilterState(
            type=filters.FlowRunFilterStateType(any_=[StateType.SCHEDULED, StateType.PAUSED])
        ),
    )
    async with get_client() as client:
        return next(iter(await client.read_flow_runs(flow_run_filter=chosen)), None)
