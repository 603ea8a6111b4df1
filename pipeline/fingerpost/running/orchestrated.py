"""The name of a flow and its parameters in, its result out, run by Prefect in a process of its own.

Prefect's temporary server must not receive Ctrl-C before its client does, or the client waits for
it for a minute and more; so the flow runs in its own session and the signal goes to the client
only.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fingerpost.errors import FingerpostError
from fingerpost.workspace import Workspace

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
}
"""No telemetry, no noise, and time enough for a slow laptop (measured on Prefect 3.8.8).

Faults come back as results and are told once, by us; set PREFECT_LOGGING_LEVEL to see Prefect's
own.
"""

_SERVICES = (
    "SCHEDULER",
    "LATE_RUNS",
    "CANCELLATION_CLEANUP",
    "PAUSE_EXPIRATIONS",
    "FOREMAN",
    "REPOSSESSOR",
    "CLEANUP_RECONCILER",
    "DB_VACUUM",
    "TRIGGERS",
    "EVENT_PERSISTER",
)
SECONDS_TO_STOP = 30


def shipped(kind: str) -> Path:
    """Return the folder of flows or rules: the checkout's, or the one the wheel carries."""
    package = Path(__file__).parents[1]
    carried = package / "shipped" / kind
    return carried if carried.is_dir() else package.parents[1] / kind


def run_flow(workspace: Workspace, flow: str, parameters: Mapping[str, Any]) -> Any:
    """Run `file:function` of the flows folder; a fault of a person's comes back as it was raised."""
    _home(workspace).mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "asked", Path(folder) / "answered"
        asked.write_bytes(pickle.dumps((flow, dict(parameters))))
        command = [sys.executable, "-m", "fingerpost.running.flow_process", str(asked)]
        code = _wait(subprocess.Popen(command, env=_environment(workspace), **_apart()))
        if not answered.exists():
            raise FingerpostError(
                f"Prefect could not finish {flow.split(':', maxsplit=1)[0]} (its process ended with {code}). "
                "Run it again; with --direct it runs without Prefect."
            )
        result = pickle.loads(answered.read_bytes())  # noqa: S301 - written by our own process
    if isinstance(result, BaseException):
        raise result
    return result


def _home(workspace: Workspace) -> Path:
    """Prefect's own folder; it does not make the folders above it."""
    return workspace.state / "prefect"


def _environment(workspace: Workspace) -> dict[str, str]:
    settings = dict(QUIET, PREFECT_HOME=str(_home(workspace)))
    settings |= {f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _SERVICES}
    if "PREFECT_API_URL" in os.environ:
        settings = {"DO_NOT_TRACK": "1"}
    return settings | os.environ | _past_the_proxy()


def _past_the_proxy() -> dict[str, str]:
    """Keep the temporary server, which is on this machine, from being asked for through a proxy."""
    here = "127.0.0.1,localhost"
    named = {name: os.environ.get(name, "") for name in ("NO_PROXY", "no_proxy")}
    return {name: f"{value},{here}" if value else here for name, value in named.items()}


def _apart() -> dict[str, Any]:
    """Keep the terminal's Ctrl-C away from the child and its server."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _wait(child: "subprocess.Popen[bytes]") -> int:
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return child.wait()
    except KeyboardInterrupt:
        _interrupt(child)
        try:
            child.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            child.kill()
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
        _end_group(child)


def _interrupt(child: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        child.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        child.send_signal(signal.SIGINT)


def _end_group(child: "subprocess.Popen[bytes]") -> None:
    """End what an interrupted client may have left behind: its temporary server."""
    if sys.platform == "win32":
        return
    try:
        os.killpg(child.pid, signal.SIGTERM)
    except (ProcessLookupError, PermissionError):
        return
