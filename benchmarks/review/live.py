"""What the workbook of a directory in use costs: written, read again, and understood, by its rows.

Run: python -m benchmarks.review.live
"""

import io
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import openpyxl
from fingerpost.outcome import Outcome
from fingerpost.reviewing import Memory, decide, index, live_directory, open_return, understand
from fingerpost.reviewing import write_directory as write
from fingerpost.reviewing.columns import COLUMNS, OWNER, Sheet
from fingerpost.rulebook import load_rulebook
from fingerpost.strategies import Link

from benchmarks.review.left_out import RULES
from tests.support.outcomes import TAXONOMY, outcome, statement

SIZES = (1_250, 2_500, 5_000)
EDITED = 10
"""One row in so many is edited."""

TODAY = date(2027, 1, 1)
AT = "2027-01-02T09:00:00+00:00"
T = TypeVar("T")


def directory(size: int) -> Outcome:
    """Make a directory: half of its statements have a resource, the others name a programme."""
    words = "Use sensory circuits before lessons, and agree with the pupil what helps, number"
    made = outcome(
        *(
            statement(
                f"{words} {number}",
                f"Heading {number // 20}",
                links=[Link(f"https://example.org/{number % 500}", "Page")] if number % 2 else (),
            )
            for number in range(size)
        )
    )
    interventions = load_rulebook(RULES).interventions
    return replace(made, rulebook=replace(made.rulebook, interventions=interventions))


def edited(data: bytes) -> bytes:
    """Name an owner in one row of every few."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[Sheet.STATEMENTS]
    column = COLUMNS[Sheet.STATEMENTS].index(OWNER) + 1
    for row in range(2, sheet.max_row + 1, EDITED):
        sheet.cell(row, column).value = "Ada Example"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return processor seconds and what came out."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main() -> None:
    print(f"{'statements':>10} {'write':>7} {'read':>7} {'understand':>11}  ms a statement in all")
    for size in SIZES:
        made = directory(size)
        writing, data = timed(lambda made=made: write(live_directory(made, (), TODAY)))
        back = edited(data)
        reading, opened = timed(lambda back=back: open_return("directory.xlsx", back))
        known = index(made)
        judging, found = timed(
            lambda opened=opened, known=known, made=made: decide(
                understand(opened, known, TAXONOMY), made, known, AT, Memory()
            )
        )
        assert found.answers == len(range(0, size, EDITED))
        each = 1000 * (writing + reading + judging) / size
        print(f"{size:>10,} {writing:>7.1f} {reading:>7.1f} {judging:>11.2f}  {each:.2f}")


if __name__ == "__main__":
    main()
