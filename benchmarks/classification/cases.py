"""Files of labelled statements in, cases to learn from and to judge out."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from fingerpost.exemplars import Exemplar
from fingerpost.taxonomy import CORE_FACETS

_NOT_SCORED = ("", "*", "not-a-strategy")
_NO_LABEL = "none"
_STRATEGY = "strategy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A statement with its labels, primary first; a facet missing from `labels` is not said."""

    text: str
    council: str = ""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    role: str = _STRATEGY
    origin: str = ""

    def plain(self) -> dict[str, Any]:
        """Say it in plain values."""
        said = {"text": self.text, "role": self.role, "origin": self.origin}
        return {**said, "labels": dict(self.labels)}


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read a gold file; where it has no column `council`, an id such as `abc-012` names it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = tuple(csv.DictReader(file))
    return tuple(_case(row, f"{path.name} {place}") for place, row in enumerate(rows, 1))


def _case(row: Mapping[str, str], origin: str) -> Case:
    council = row.get("council") or row.get("id", "").partition("-")[0]
    cells = {facet.value: row.get(facet.value, "").strip() for facet in CORE_FACETS}
    labels = {facet: _labels(cell) for facet, cell in cells.items() if cell not in _NOT_SCORED}
    return Case(text=row["text"], council=council, labels=labels, origin=origin)


def _labels(cell: str) -> tuple[str, ...]:
    return tuple(label for label in cell.split("|") if label != _NO_LABEL)


def of_exemplars(exemplars: Iterable[Exemplar]) -> tuple[Case, ...]:
    """Return exemplars as cases of no council."""
    return tuple(
        Case(
            text=one.text,
            labels={facet.value: labels for facet, labels in one.labels.items()},
            role=one.role.value,
            origin=one.origin,
        )
        for one in exemplars
    )


def workload(cases: Sequence[Case], count: int) -> tuple[str, ...]:
    """Make statements by joining sentences of the advice among cases, each with a number.

    The first half of one sentence is followed by the second half of another further on, so that no
    two are the same and none is one of the cases; the same cases give the same statements.
    """
    words = [case.text.rstrip(".").split() for case in cases if case.role == _STRATEGY]
    if not words:
        return ()
    stride = 1 + len(words) // 3
    fronts = islice(cycle(words), count)
    return tuple(
        " ".join((*front[: (len(front) + 1) // 2], *_rest(words, place, stride))) + f" ({place})."
        for place, front in enumerate(fronts)
    )


def _rest(words: Sequence[Sequence[str]], place: int, stride: int) -> Sequence[str]:
    around = place // len(words) + 1
    back = words[(place + around * stride) % len(words)]
    return back[(len(back) + 1) // 2 :]
