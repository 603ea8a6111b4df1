"""A wait on a Prefect server: woken by files, outlived by nothing, ended by the team's word."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.support.program import Program
from tests.support.sheets import Workbook

SECONDS = 600
PREFECT = Path(sys.executable).with_name("prefect")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def started(command, log: Path, **options):
    """Start a program in a session of its own, and end it with all that it started."""
    with log.open("ab") as out:
        running = subprocess.Popen(
            command, stdout=out, stderr=out, start_new_session=True, **options
        )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGTERM)
        running.wait(SECONDS)


class Server:
    """A Prefect server on a port and in a folder of its own, and what it says of the one wait."""

    def __init__(self, folder: Path):
        self.log = folder / "server.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/api"
        self.environment = {name: v for name, v in os.environ.items() if "PREFECT" not in name} | {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": self.url,
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "NO_PROXY": "127.0.0.1",
        }

    @contextmanager
    def up(self):
        command = [PREFECT, "server", "start", "--port", str(self.port), "--no-ui"]
        with started(command, self.log, env=self.environment):
            self.until(lambda: self.asked("GET", "health"), "it answers")
            yield

    def asked(self, method: str, path: str, **content):
        with httpx.Client(trust_env=False, timeout=30) as client:
            try:
                answer = client.request(method, f"{self.url}/{path}", **content)
            except httpx.TransportError:
                return None
        return answer.json() if answer.is_success else None

    def waits(self) -> list[dict]:
        return self.asked("POST", "flow_runs/filter", json={}) or []

    def question(self, number: int) -> str:
        """Return what the wait says above its nth question, empty while it has not asked it."""
        found = [
            self.asked(
                "POST",
                f"flow_runs/{wait['id']}/input/filter",
                json={"prefix": f"suspended-answers-{number}-description"},
            )
            for wait in self.waits()
            if wait["state_name"] == "Suspended"
            and wait["state"]["state_details"]["pause_key"] == f"answers-{number}"
        ]
        return "".join(one["value"] for answers in found for one in answers or [])

    def say(self, **word) -> None:
        (wait,) = self.waits()
        assert self.asked("POST", f"flow_runs/{wait['id']}/resume", json={"run_input": word})

    def until(self, is_so, what: str, waiting: subprocess.Popen | None = None):
        """Look again and again, for as long as the command that waits has not ended."""
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends and not (waiting and waiting.poll() is not None):
            if found := is_so():
                return found
            time.sleep(0.5)
        pytest.fail(f"{what}: not within {SECONDS} s\n{self.log.read_text('utf-8')[-3000:]}")


def asked_and_left(server: Server, command, small: Program):
    """Wait until the first question is asked, then end the command that waits."""
    with server.up(), started(command, server.log, cwd=small.root, env=server.environment) as first:
        assert "No file is back yet." in server.until(
            lambda: server.question(1), "asked at first", first
        )
        os.kill(first.pid, signal.SIGTERM)
        first.wait(SECONDS)


@pytest.mark.slow
@pytest.mark.timeout(1800)  # each waking is a start of Prefect, and there are five
def test_a_wait_outlives_its_server_takes_in_what_comes_and_loads_when_the_team_says_so(
    small: Program, tmp_path
):
    server = Server(tmp_path)
    command = [sys.executable, "-m", "fingerpost", "review", "wait"]
    returned = small.root / "reports" / "returned"

    asked_and_left(server, command, small)
    assert (small.root / "reports" / "review.xlsx").is_file()

    with (
        server.up(),
        started(command, server.log, cwd=small.root, env=server.environment) as second,
    ):
        returned.mkdir(parents=True, exist_ok=True)
        (returned / "broken.xlsx").write_text("no workbook")
        told = server.until(lambda: server.question(2), "asked again after a broken file", second)
        assert "broken.xlsx: refused, and nothing in it was taken in." in told
        assert (small.root / "reports" / "replies" / "broken.docx").is_file()

        book = Workbook(small.root / "reports" / "review.xlsx")
        kept = book.fill("Queue", lambda _: {"Decision": "Keep", "Reviewer": "M. Example"})
        book.save(returned / "back.xlsx")
        told = server.until(lambda: server.question(3), "asked again after a good file", second)
        assert f"back.xlsx: {kept} answers taken in." in told

        server.say(all_is_back=True)  # nobody signed it off
        assert "back.xlsx" in server.until(
            lambda: server.question(4), "asked who signs it off", second
        )
        os.kill(second.pid, signal.SIGTERM)
        second.wait(SECONDS)

        book.fill("Queue", lambda _: {"Decision": "Reject", "Reviewer": "L. Example"})
        book.save(returned / "late.xlsx")  # nobody has seen it who signs off now
        server.say(all_is_back=True, signed_off_by="M. Example")
        with started(command, server.log, cwd=small.root, env=server.environment) as third:
            assert third.wait(SECONDS) == 0
        (wait,) = server.waits()
        assert wait["state_name"] == "Completed"

    assert small.asked("changes")["releases"][-1]["signed_off_by"] == "M. Example"
    assert kept > 1
    assert "late.xlsx" not in (small.root / "data/curated/decisions.csv").read_text("utf-8")


def test_without_a_server_it_says_how_to_wait_instead(small: Program):
    environment = {name: v for name, v in os.environ.items() if name != "PREFECT_API_URL"}

    done = small.started("review", "wait", env=environment)

    assert done.returncode == 2
    assert "PREFECT_API_URL names no Prefect server" in done.stderr
    for step in ("fingerpost migrate", "fingerpost review apply", "fingerpost load"):
        assert step in done.stderr


def test_a_password_is_not_handed_to_a_server(small: Program):
    environment = dict(os.environ, PREFECT_API_URL="http://127.0.0.1:1/api")

    done = small.started(
        "review", "wait", "--to", "postgresql+psycopg://ann:secret@db/x", env=environment
    )

    assert done.returncode == 2
    assert "Prefect keeps what it was given" in done.stderr
