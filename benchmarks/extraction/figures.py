"""What each reader made of each file in, one figure a reader and column out.

None is a figure that cannot be had: the reader does not set out to give it, or no file asks for it.
"""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from benchmarks.extraction.measuring import Measure, Run
from benchmarks.extraction.scoring import PLACES, TRAITS, Share
from benchmarks.support.running import TIMED_OUT

Figure = float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A head, how to come to its figure, and how to judge and show it."""

    head: str
    figure: Callable[[Run], Figure]
    lower_is_better: bool = False
    digits: int = 1
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns that belong together; `note` says how to read them."""

    title: str
    note: str
    columns: tuple[Column, ...]
    of_cost: bool = False

    def rows(self, runs: Sequence[Run]) -> list[Run]:
        """Leave out who is measured for its cost alone, unless cost is what this is about."""
        return [run for run in runs if self.of_cost or not run.reader.only_cost]


def mean(run: Run, share: str, among: frozenset[str] | None = None) -> Figure:
    """Average a share over the files that have it, in per cent; a failed conversion has none of it."""
    if share in run.reader.offers_not:
        return None
    found = [each for each in _shares(run.measures, share, among) if each.of]
    return 100 * statistics.fmean(each.hits / each.of for each in found) if found else None


def pooled(run: Run, share: str) -> Figure:
    """Add up a share over the files that were converted, in per cent."""
    if share in run.reader.offers_not:
        return None
    converted = [measure for measure in run.measures if not measure.failure]
    found = list(_shares(converted, share, None))
    of = sum(each.of for each in found)
    return 100 * sum(each.hits for each in found) / of if of else None


def _shares(
    measures: Iterable[Measure], share: str, among: frozenset[str] | None
) -> Iterable[Share]:
    return (
        measure.shares[share]
        for measure in measures
        if measure.shares and (among is None or measure.name in among)
    )


def everywhere_converted(runs: Sequence[Run]) -> frozenset[str]:
    """Name the files that every reader converts."""
    converted = (frozenset(m.name for m in run.measures if not m.failure) for run in runs)
    return frozenset.intersection(*converted)


def failed(run: Run) -> int:
    """Count the files that could be read and were not."""
    return sum(measure.readable and bool(measure.failure) for measure in run.measures)


def cpu(run: Run) -> float:
    """Add up the processor seconds of all conversions; a time-out counts its limit."""
    return sum(measure.seconds for measure in run.measures)


def _seconds(run: Run) -> list[float]:
    return sorted(measure.seconds for measure in run.measures)


ROBUSTNESS: Final = Sheet(
    "Failures and cost",
    "Processor seconds (user and system) of the conversion alone, import apart, over all files; "
    "MiB is the peak of the process. A failure is a file the oracle reads and the reader does "
    "not; the next column counts the files the oracle cannot read and the reader gives text for.",
    (
        Column("failed", failed, True, 0),
        Column(
            "of these time-outs",
            lambda run: sum(m.readable and m.failure == TIMED_OUT for m in run.measures),
            True,
            0,
        ),
        Column(
            "text for unreadable",
            lambda run: sum(not m.readable and not m.failure for m in run.measures),
            True,
            0,
        ),
        Column("CPU s, all files", cpu, True, 2),
        Column("files a CPU s", lambda run: len(run.measures) / max(cpu(run), 1e-9), digits=0),
        Column("median ms", lambda run: 1000 * statistics.median(_seconds(run)), True),
        Column("95th ms", lambda run: 1000 * _seconds(run)[int(0.95 * len(run.measures))], True),
        Column("longest s", lambda run: _seconds(run)[-1], True, 2),
        Column("import s", lambda run: run.import_seconds, True, 2, judged=False),
        Column("peak MiB", lambda run: max(m.peak for m in run.measures) / 1024, True, 0),
    ),
    of_cost=True,
)
_WORDS: Final = {
    "body words": "body words",
    "documents with every word": "with every word",
    "order errors": "out of order",
    "words doubled": "doubled",
    "words added": "added",
}
_STRUCTURE: Final = {
    "list items": "list items",
    "items in tables": "items in tables",
    "items in text boxes": "items in boxes",
    "item level": "item level",
    "nested level": "nested level",
    "item precision": "item precision",
    "headings": "headings",
    "heading level": "heading level",
    "heading precision": "heading precision",
    "links": "links",
}
_BESIDE: Final = {name: name for name in (*PLACES, *TRAITS) if name != "tables"}
_LOWER: Final = frozenset({"order errors", "words doubled", "words added"})
_FAILED_IS_NONE: Final = "Mean over files, in per cent; a failed conversion has none of it."


def _means(names: dict[str, str], among: frozenset[str] | None = None) -> tuple[Column, ...]:
    return tuple(
        Column(head, partial(mean, share=share, among=among), share in _LOWER)
        for share, head in names.items()
    )


def _pooled(names: dict[str, str]) -> tuple[Column, ...]:
    return tuple(Column(head, partial(pooled, share=share)) for share, head in names.items())


def sheets(runs: Sequence[Run]) -> tuple[Sheet, ...]:
    """Lay out all that is asked of the readers."""
    common = everywhere_converted(runs)
    return (
        ROBUSTNESS,
        Sheet("Words", f"{_FAILED_IS_NONE} Doubled and added: of all words.", _means(_WORDS)),
        Sheet(
            "Structure",
            f"{_FAILED_IS_NONE} Level: among the matched; precision: of what the reader calls so.",
            _means(_STRUCTURE),
        ),
        Sheet(
            "Whole paragraphs, by where they stand and what is in them",
            _FAILED_IS_NONE,
            _means(_BESIDE),
        ),
        Sheet(
            "The same, of the converted files",
            "Paragraphs pooled over the files that the reader converts, in per cent.",
            _pooled(_BESIDE),
        ),
        Sheet(
            f"Words and structure, of the files that every reader converts ({len(common)})",
            "Mean over these files, in per cent.",
            _means(_WORDS | _STRUCTURE, common),
        ),
    )
