"""Word files in, thousands of damaged ones through reading and extracting, what became of them out.

    .venv/bin/python -m benchmarks.fuzzing.fuzz [--count 20000] [--processes 2] [--keep FOLDER]

The same seed makes the same files. Prints crashes (any error but a refusal), hangs (more than five
seconds of processor), more than 1 GB of memory, words lost, and the refusals by code; ends with 1
where anything but a named refusal came out.
"""

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from benchmarks.fuzzing.mutations import mutate

CHECKOUT = Path(__file__).parents[2]

if TYPE_CHECKING:
    from fingerpost.meanings import Meanings

SECONDS = 5
PATIENCE = 60
"""Seconds by the clock before a worker is killed: the machine may be busy with other things."""
MEMORY = 2**30
SHOWN = 20
LARGEST_SEED = 400_000
FAULTS = ("crash", "hang", "memory", "died", "words-lost")


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file: the file it was made from, and which of its many."""

    seed: Path
    number: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of it: "read", a fault, or the code of a refusal."""

    outcome: str
    detail: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


@lru_cache(maxsize=64)
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def damaged(case: Case) -> bytes:
    """Make the file of a case; the same on every machine."""
    return mutate(_bytes(case.seed), random.Random(f"{case.seed.name} {case.number}"))


def _limit_memory() -> None:
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, hard))


@lru_cache(maxsize=1)
def _meanings() -> "Meanings":
    from fingerpost.meanings import Meanings
    from fingerpost.rulebook import load_rulebook

    return Meanings(load_rulebook(CHECKOUT / "rules").headings)


def attempt(case: Case) -> Result:
    """Read and account for one damaged file, in a worker."""
    from fingerpost.errors import DocumentRefused
    from fingerpost.extracting import extract
    from fingerpost.reading import read

    data, meanings = damaged(case), _meanings()
    started, outcome, detail = time.process_time(), "read", ""
    try:
        extract(read("fuzz/guide.docx", data), meanings)
    except DocumentRefused as refused:
        outcome, detail = refused.code, refused.reason
    except MemoryError:
        outcome = "memory"
    except Exception as fault:  # noqa: BLE001 - every kind is what we look for
        place = traceback.extract_tb(fault.__traceback__)[-1]
        outcome = "crash"
        detail = f"{type(fault).__name__}: {fault} ({Path(place.filename).name}:{place.lineno})"
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Result("hang" if seconds > SECONDS else outcome, detail, seconds, peak)


def run(cases: list[Case], processes: int) -> Iterator[tuple[Case, Result]]:
    """Attempt all cases; a worker that dies or hangs takes one case with it."""
    pool = ProcessPool(
        max_workers=processes,
        max_tasks=2_000,
        initializer=_limit_memory,
        context=get_context("spawn"),
    )
    with pool:
        waiting = pool.map(attempt, cases, timeout=PATIENCE).result()
        for case in cases:
            try:
                yield case, next(waiting)
            except TookTooLong:
                yield case, Result("hang", f"more than {PATIENCE} s by the clock")
            except ProcessExpired as died:
                yield case, Result("died", f"exit code {died.exitcode}")


def seeds(folders: list[Path]) -> list[Path]:
    """The packages to damage: the samples, and public files where they are there."""
    files = (path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*")))
    return [
        path
        for path in files
        if path.is_file() and path.stat().st_size < LARGEST_SEED and path.read_bytes()[:2] == b"PK"
    ]


def main() -> int:
    """Print what was found, and keep what went wrong."""
    asked = _arguments()
    files = seeds([CHECKOUT / "data" / "raw", *asked.folders])
    cases = [Case(files[n % len(files)], n // len(files)) for n in range(asked.count)]
    counts: Counter[str] = Counter()
    slowest = largest = total = 0.0
    faults = []
    for case, result in run(cases, asked.processes):
        counts[result.outcome] += 1
        total += result.seconds
        slowest, largest = max(slowest, result.seconds), max(largest, result.megabytes)
        if result.outcome in FAULTS:
            faults.append((case, result))
            _keep(asked.keep, case)
    print(f"{sum(counts.values()):,} damaged files made from {len(files)} seeds")
    for outcome, count in counts.most_common():
        print(f"{count:7,}  {outcome}")
    print(f"{total:,.0f} s of processor; slowest {slowest:.2f} s; largest worker {largest:.0f} MB")
    for case, result in faults[:SHOWN]:
        print(f"{result.outcome}: {case.seed.name} {case.number}: {result.detail}")
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[CHECKOUT.parent / "shared" / "corpus"]
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="A folder for the files that went wrong.")
    return parser.parse_args()


def _keep(folder: Path | None, case: Case) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{case.number}-{case.seed.stem}.docx").write_bytes(damaged(case))


if __name__ == "__main__":
    sys.exit(main())
