"""A peer's pinned requirements in, a virtual environment that holds them and nothing else out."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_STAMP: Final = "requirements.sha256"
_INSTALL_SECONDS: Final = 25 * 60
_REASON: Final = 160


class CannotInstallError(Exception):
    """A peer cannot be had here; the message says why."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The interpreter to run a reader with."""

    python: Path


OUR_OWN: Final = Environment(Path(sys.executable))


def default_folder() -> Path:
    """Return where environments are kept between runs: in the user's cache."""
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches) / "fingerpost-benchmarks"


def environment(name: str, folder: Path, requirements: Path) -> Environment:
    """Make a peer's environment, or take the one made before from the same requirements.

    `requirements` is the folder that holds a file of pinned versions for each peer.
    """
    wanted = requirements / f"{name}.txt"
    place = folder / name
    stamp = place / _STAMP
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if not (stamp.is_file() and stamp.read_text() == digest):
        shutil.rmtree(place, ignore_errors=True)
        _make(place, wanted)
        stamp.write_text(digest)
    return Environment(place / "bin" / "python")


def _make(place: Path, wanted: Path) -> None:
    python = str(place / "bin" / "python")
    if uv := shutil.which("uv"):
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(place)])
        _run([uv, "pip", "install", "--quiet", "--python", python, "--requirement", str(wanted)])
    else:
        _run([sys.executable, "-m", "venv", str(place)])
        _run([python, "-m", "pip", "install", "--quiet", "--requirement", str(wanted)])


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=_INSTALL_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        minutes = _INSTALL_SECONDS // 60
        raise CannotInstallError(f"not installed within {minutes} minutes") from error
    if done.returncode:
        raise CannotInstallError(_reason(done.stderr or done.stdout))


def _reason(said: str) -> str:
    """Pick the line that tells most: the last that calls itself an error, else the last."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if line.casefold().startswith("error")]
    return [*lines, *errors][-1][:_REASON] if lines else "the installer says nothing"
