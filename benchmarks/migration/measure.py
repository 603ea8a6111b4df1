"""The samples in, processor seconds of a migration beside those of a fixed calibration workload out.

Run: .venv/bin/python benchmarks/migration/measure.py [RUNS]
Each line is the median of RUNS (default 3) and the ratio to the calibration of the same run.
"""

import argparse
import hashlib
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
FINGERPOST = [sys.executable, "-m", "fingerpost"]
NO_OP_FLOW = (
    "from prefect import flow\n@flow\ndef nothing(): return 1\nif __name__ == '__main__': nothing()"
)


def spent(command: list[str], folder: Path, **environment: str) -> float:
    """Run a command and return the processor seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, capture_output=True, env={**os.environ, **environment}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def calibration() -> float:
    """Hash and sort a fixed amount; some two seconds of one processor of 2026."""
    started = time.process_time()
    block = b"fingerpost" * 100_000
    for _ in range(600):
        hashlib.sha256(block).digest()
    words = [hashlib.md5(str(n).encode()).hexdigest() for n in range(600_000)]
    sorted(words)
    return time.process_time() - started


def workspace(folder: Path) -> Path:
    """Make a workspace that holds the samples."""
    place = folder / "leeds"
    spent([*FINGERPOST, "init", str(place)], folder)
    shutil.copytree(ROOT / "data" / "raw", place / "data" / "raw", dirs_exist_ok=True)
    return place


def prefect_start(place: Path) -> float:
    """Return what Prefect's temporary server costs a flow that does nothing, at a second start."""
    from fingerpost.running.orchestrated import QUIET

    home = place / ".fingerpost" / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    script = place / "nothing.py"
    script.write_text(NO_OP_FLOW, encoding="utf-8")
    return spent([sys.executable, str(script)], place, **QUIET, PREFECT_HOME=str(home))


def measures(place: Path) -> dict[str, Callable[[], float]]:
    """Name what is measured."""
    migrate = [*FINGERPOST, "migrate", "--fresh"]
    return {
        "calibration": calibration,
        "fingerpost --help": lambda: spent([*FINGERPOST, "--help"], place),
        "Prefect's own start (a flow that does nothing)": lambda: prefect_start(place),
        "migrate, directly": lambda: spent([*migrate, "--direct"], place),
        "migrate, as a Prefect flow": lambda: spent(migrate, place),
        "migrate, nothing changed, directly": lambda: spent(
            [*FINGERPOST, "migrate", "--direct"], place
        ),
        "load, directly": lambda: spent([*FINGERPOST, "load", "--direct"], place),
    }


def main(runs: int) -> None:
    """Measure everything in turn, several times, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        named = measures(workspace(Path(folder)))
        found: dict[str, list[float]] = {name: [] for name in named}
        for _ in range(runs):
            for name, measure in named.items():
                found[name].append(measure())
    medians = {name: statistics.median(values) for name, values in found.items()}
    print(f"{'processor seconds, median of ' + str(runs):50} {'seconds':>8} {'ratio':>7}")
    for name, seconds in medians.items():
        print(f"{name:50} {seconds:8.2f} {seconds / medians['calibration']:7.2f}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure what a migration of the samples costs.")
    asked.add_argument("runs", nargs="?", type=int, default=3, help="times that each is measured")
    main(asked.parse_args().runs)
