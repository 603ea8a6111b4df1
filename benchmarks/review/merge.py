"""Twenty returned workbooks of 5,000 rows in, what taking them in costs out.

Run: .venv/bin/python -m benchmarks.review.merge [--packs N] [--rows N]
100,000 invented statements wait; each pack asks about 5,000 of them and comes back answered. Making
the statements and the workbooks is not counted. Each workbook is written once by the program and
made into the next by exchanging its marks, because only reading is measured.
"""

import argparse
import hashlib
import io
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from fingerpost.curating import fold, read_log
from fingerpost.directory import Item
from fingerpost.outcome import Outcome
from fingerpost.reviewing import triage
from fingerpost.reviewing.columns import DECISION, REVIEWER, Choice, Sheet
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.workbook import sent as remembered
from fingerpost.reviewing.workbook.sheets import Grid, grids
from fingerpost.reviewing.workbook.start import start_lines
from fingerpost.reviewing.workbook.workbook import bound
from fingerpost.running.reviewing.merging import merge, remember
from fingerpost.suggestions import Reason

from tests.support.outcomes import NEED, TAXONOMY, outcome, statement

AT = "2026-03-01T09:00:00+00:00"
WORDS = [
    "give",
    "the",
    "pupil",
    "time",
    "to",
    "answer",
    "and",
    "offer",
    "a",
    "quiet",
    "place",
    "where",
    "they",
    "can",
    "finish",
    "their",
    "work",
    "with",
    "an",
    "adult",
    "who",
    "knows",
    "what",
    "helps",
]
WORDS_EACH = 18
ANSWERS = (Choice.KEEP, Choice.KEEP, Choice.KEEP, Choice.REJECT, Choice.NOT_SURE)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step took: seconds on the clock, and of processors, those of its workers included."""

    step: str
    clock: float
    processor: float


def mark(pack: int) -> str:
    """Return what tells the statements of one pack from those of another."""
    return f"q{pack:02d}q"


def statements(pack: int, rows: int) -> Iterator[Item]:
    """Invent the statements of one pack; they differ from another's by the mark alone."""
    for row in range(rows):
        words = (WORDS[(row * 7 + n * (1 + row % 5)) % len(WORDS)] for n in range(WORDS_EACH))
        made = statement(
            f"{' '.join(words)} {mark(pack)}{row:04d}",
            f"Area {row % 40} > Topic {row % 400}",
            reasons=[Reason.NO_LABEL],
            one=f"s-{mark(pack)}{row:08d}",
            need=("sp-hearing",),
        )
        told = replace(made.classified.strategy, digest=f"{mark(pack)}{row:04d}".ljust(64, "0"))
        yield replace(made, classified=replace(made.classified, strategy=told))


def answered(grid: Grid) -> Grid:
    """Type an answer into each row of the queue."""
    if grid.sheet is not Sheet.QUEUE:
        return grid
    rows = (
        {**row, DECISION: ANSWERS[n % len(ANSWERS)], REVIEWER: "A. Person"}
        for n, row in enumerate(grid.rows)
    )
    return replace(grid, rows=tuple(rows))


def workbook(made: Outcome) -> bytes:
    """Return the workbook of one pack, answered."""
    review = triage(made)
    asked = grids(review, TAXONOMY)
    return bound(
        start_lines(review, made.rulebook.council),
        [answered(grid) for grid in asked],
        remembered.sent(asked, labels_of(TAXONOMY), made.rulebook.council.id),
        title="A benchmark",
    )


def marked(data: bytes, pack: int) -> bytes:
    """Return the first pack's workbook as another's."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name).replace(mark(0).encode(), mark(pack).encode())
            new.writestr(name, part)
    return out.getvalue()


def calibration() -> None:
    """Hash and sort a fixed amount, as the other benchmarks do."""
    block = b"fingerpost" * 100_000
    for _ in range(600):
        hashlib.sha256(block).digest()
    sorted(hashlib.md5(str(n).encode()).hexdigest() for n in range(600_000))


def timed(step: str, costs: list[Cost], do: Callable[[], T]) -> T:
    """Do something and note what it cost."""
    clock, spent = time.perf_counter(), _processor()
    result = do()
    costs.append(Cost(step, time.perf_counter() - clock, _processor() - spent))
    return result


def _processor() -> float:
    uses = (resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in uses)


def measure(packs: int, rows: int, folder: Path) -> list[Cost]:
    """Make the packs, take them in, and return what each step cost."""
    costs: list[Cost] = []
    first = outcome(*statements(0, rows))
    data = timed(f"writing one workbook of {rows:,} rows", costs, lambda: workbook(first))
    files = [folder / f"pack {pack:02d}.xlsx" for pack in range(packs)]
    for pack, file in enumerate(files):
        file.write_bytes(marked(data, pack))
    made = outcome(*(one for pack in range(packs) for one in statements(pack, rows)))
    log = folder / "decisions.csv"
    timed("calibration", costs, calibration)
    merged = timed("read and decided", costs, lambda: merge(files, made, (), AT, again=True))
    timed("written to the log", costs, lambda: remember(log, (), merged.lines, AT))
    standing = timed("read again and folded", costs, lambda: fold(read_log(log), TAXONOMY))
    assert len(standing.verdicts) == packs * rows == sum(one.answers for one in merged.taken)
    assert all(NEED in one.labels for one in standing.verdicts.values() if one.action == "approved")
    print(f"{packs * rows:,} answers, {len(merged.lines):,} lines, {log.stat().st_size:,} bytes")
    return costs


def show(costs: Sequence[Cost]) -> None:
    """Print a table, with the sum of what taking the packs in cost."""
    taken = costs[-3:]
    whole = Cost("all of it", sum(c.clock for c in taken), sum(c.processor for c in taken))
    unit = next(one.processor for one in costs if one.step == "calibration")
    for one in (*costs, whole):
        print(
            f"{one.step:40} {one.clock:7.1f} s {one.processor:7.1f} s {one.processor / unit:6.1f}"
        )


def main() -> None:
    """Read the arguments and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", type=int, default=20)
    parser.add_argument("--rows", type=int, default=5_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        show(measure(asked.packs, asked.rows, Path(folder)))


if __name__ == "__main__":
    main()
