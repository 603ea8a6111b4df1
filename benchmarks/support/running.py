"""A peer's interpreter and a file in, what it made of the file (or why not) out."""

import json
import os
import queue
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Protocol, Self

from benchmarks.support.environments import Environment

WORKER: Final = Path(__file__).with_name("worker.py")
START_SECONDS: Final = 180.0
TIMED_OUT: Final = "time-out"
DIED: Final = "died"


class Peer(Protocol):
    """Who is measured: a file with functions, which of them to call, and the package behind it."""

    @property
    def adapter(self) -> Path: ...
    @property
    def distribution(self) -> str: ...
    @property
    def convert(self) -> str: ...


class CannotStartError(Exception):
    """The peer does not come up; the message says how it ended."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one file: processor seconds, peak in KiB, a failure or what was told."""

    name: str
    seconds: float
    peak: int
    failure: str = ""
    told: dict[str, Any] | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Hello:
    """What a peer says when it comes up."""

    version: str
    import_seconds: float


class Worker:
    """A peer in a process of its own, which is ended at a time-out and started anew."""

    def __init__(self, environment: Environment, peer: Peer) -> None:
        asked = (str(peer.adapter), peer.distribution, peer.convert)
        self._command = [str(environment.python), "-I", str(WORKER), *asked]
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self.hello = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def convert(self, name: str, path: Path, limit: float) -> Conversion:
        """Have one file converted within a limit of seconds by the clock."""
        if self._process is None:
            self._start()
        line = self._ask(str(path), limit)
        if not line:
            self._end()
            hung = line is None
            return Conversion(name, limit if hung else 0.0, 0, TIMED_OUT if hung else DIED)
        told = json.loads(line)
        seconds, peak = told.pop("seconds"), told.pop("peak")
        if "failure" in told:
            return Conversion(name, seconds, peak, told["failure"] or "no reason given")
        return Conversion(name, seconds, peak, told=told, size=len(line))

    def _start(self) -> Hello:
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        assert self._process.stdout is not None
        reader = (self._process.stdout, self._answers)
        threading.Thread(target=_pass_on, args=reader, daemon=True).start()
        line = self._answer(START_SECONDS)
        hello = json.loads(line) if line else {"failure": "it does not come up"}
        if "failure" in hello:
            self._end()
            raise CannotStartError(hello["failure"])
        return Hello(**hello)

    def _ask(self, path: str, limit: float) -> str | None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            print(path, file=self._process.stdin, flush=True)
        except BrokenPipeError:
            return ""
        return self._answer(limit)

    def _answer(self, limit: float) -> str | None:
        """Wait for a line; nothing in it is the end of the peer, None the end of patience."""
        try:
            return self._answers.get(timeout=limit)
        except queue.Empty:
            return None

    def _end(self) -> None:
        """End the process and whatever it has started."""
        if self._process is None:
            return
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None


def _pass_on(stream: IO[str], answers: "queue.Queue[str]") -> None:
    """Put lines into a queue as they come, at the end an empty one."""
    for line in stream:
        answers.put(line)
    answers.put("")
