"""A contestant and labelled statements in, what it answers and what that costs out."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fingerpost.taxonomy import CORE_FACETS

from benchmarks.classification.cases import Case
from benchmarks.classification.roster import Contestant, Training
from benchmarks.support.environments import Environment
from benchmarks.support.running import Worker

WORKLOAD = "workload"


class FailedError(Exception):
    """A contestant that came up did not answer; the message says how it ended."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The first labels given to one case, by facet; `none` where no label is given."""

    case: Case
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sitting:
    """All answers of one contestant to one file after one training."""

    training: Training
    gold: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds to learn from all exemplars, and to judge so many statements."""

    learning: float
    judging: float
    statements: int


@dataclass(frozen=True, slots=True)
class Run:
    """All that one contestant did."""

    contestant: Contestant
    version: str
    sittings: tuple[Sitting, ...]
    cost: Cost | None


@dataclass(frozen=True, slots=True)
class Material:
    """What all are examined on: exemplars to learn from, gold by its name, statements to time."""

    exemplars: tuple[Case, ...]
    gold: Mapping[str, tuple[Case, ...]]
    workload: tuple[str, ...] = ()

    def taught(self) -> tuple[Case, ...]:
        """Return the exemplars that no gold holds word by word."""
        asked = {case.text for cases in self.gold.values() for case in cases}
        return tuple(case for case in self.exemplars if case.text not in asked)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What one sitting asks: examples to learn from, and texts by the name they go by."""

    examples: Sequence[Case]
    ask: Mapping[str, Sequence[str]]


def examine(
    contestant: Contestant, environment: Environment, material: Material, limit: float
) -> Run:
    """Have a contestant learn and judge in every way it may, each within `limit` seconds.

    Raises:
        FailedError: it did not answer.
        CannotStartError: it did not come up.
    """
    with Worker(environment, contestant) as worker:
        desk = _Desk(contestant, worker, limit)
        sittings, cost = desk.with_exemplars(material)
        more = tuple(desk.leaving_out(material))
        return Run(contestant, worker.hello.version, (*sittings, *more), cost)


@dataclass(frozen=True, slots=True)
class _Desk:
    contestant: Contestant
    worker: Worker
    limit: float

    def with_exemplars(self, material: Material) -> tuple[tuple[Sitting, ...], Cost]:
        """Learn from the exemplars once; judge all gold, and the workload for its cost."""
        texts = {name: [case.text for case in cases] for name, cases in material.gold.items()}
        paper = _Paper(material.taught(), {**texts, WORKLOAD: material.workload})
        told = self._sit(paper)
        sittings = tuple(
            Sitting(Training.EXEMPLARS, name, _answers(cases, told["answers"][name]["labels"]))
            for name, cases in material.gold.items()
        )
        judging = told["answers"][WORKLOAD]["seconds"]
        return sittings, Cost(told["learning"], judging, len(material.workload))

    def leaving_out(self, material: Material) -> Iterator[Sitting]:
        """For each council learn from all the others' statements, and judge that council's.

        A file of one council has no others.
        """
        for training in self.contestant.trainings:
            if training is not Training.EXEMPLARS:
                beside = material.taught() if training is Training.BOTH else ()
                for name, cases in material.gold.items():
                    if len({case.council for case in cases}) > 1:
                        yield Sitting(training, name, tuple(self._folds(cases, beside)))

    def _folds(self, cases: Sequence[Case], beside: Sequence[Case]) -> Iterator[Answer]:
        for council in sorted({case.council for case in cases}):
            own = [case for case in cases if case.council == council]
            others = [case for case in cases if case.council != council]
            paper = _Paper((*beside, *others), {"own": [case.text for case in own]})
            yield from _answers(own, self._sit(paper)["answers"]["own"]["labels"])

    def _sit(self, paper: _Paper) -> dict[str, Any]:
        with tempfile.TemporaryDirectory(prefix="classification-") as folder:
            path = Path(folder) / "paper.json"
            path.write_text(json.dumps(self._plain(paper)), encoding="utf-8")
            done = self.worker.convert(path.name, path, self.limit)
        if done.told is None:
            raise FailedError(done.failure)
        return done.told

    def _plain(self, paper: _Paper) -> dict[str, Any]:
        return {
            "adapter": str(self.contestant.program),
            "way": self.contestant.way,
            "facets": [facet.value for facet in CORE_FACETS],
            "examples": [case.plain() for case in paper.examples],
            "ask": dict(paper.ask),
        }


def _answers(cases: Sequence[Case], labels: Mapping[str, Sequence[str]]) -> tuple[Answer, ...]:
    return tuple(
        Answer(case, {facet: given[place] for facet, given in labels.items()})
        for place, case in enumerate(cases)
    )
