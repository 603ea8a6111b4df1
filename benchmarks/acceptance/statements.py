"""Documents or gold whose labels are known in, beliefs and truth of what might be accepted out."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from fingerpost.calibrating.answers import is_eligible, score_of
from fingerpost.classifying import classify, read_gold
from fingerpost.decisions import Standing
from fingerpost.directory import Item, Status
from fingerpost.meanings import Meanings
from fingerpost.rulebook import load_rulebook
from fingerpost.running.migrating.questions import look
from fingerpost.running.rules.learner import Learner
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import Facet
from fingerpost.workspace import Workspace

from benchmarks.acceptance.populations import Truth

ANY = "*"


@dataclass(frozen=True, slots=True)
class Found:
    """What there is: all statements, those that headings settle, and those that may be accepted."""

    name: str
    all: int
    settled: int
    truth: Truth


def of_samples(checkout: Path) -> Found:
    """Judge the sample documents against what they were made to hold; what is no strategy is wrong."""
    outcome = look(Workspace(checkout)).outcome
    expected = _expected(checkout / "tests" / "samples" / "expected")
    judged = [
        (item.classified, _is_wrong(item, expected))
        for item in outcome.items
        if is_eligible(item.classified)
    ]
    settled = sum(item.status is Status.ACCEPTED for item in outcome.items)
    return Found("the samples", len(outcome.items), settled, _truth(judged))


def of_gold(checkout: Path) -> Found:
    """Judge the project's own gold by its words alone; what is no advice is wrong."""
    rulebook = load_rulebook(checkout / "rules")
    knows = Learner(checkout / "rules", checkout / ".fingerpost").judgement(rulebook, Standing())
    files = sorted((checkout / "tests" / "gold").glob("*.csv"))
    rows = [row for file in files for row in read_gold(file, rulebook.taxonomy)]
    strategies = tuple(
        Strategy(text=row.text, source_text=row.text, digest="", source="", locator="")
        for row in rows
    )
    found = classify(strategies, rulebook, Meanings(rulebook.headings), knows)
    judged = [
        (one, _area(one) not in row.labels.get(Facet.AREA, ()))
        for row, one in zip(rows, found, strict=True)
        if is_eligible(one)
    ]
    return Found("our own gold, words alone", len(rows), 0, _truth(judged))


def _truth(judged: Iterable[tuple[Classified, bool]]) -> Truth:
    scored = [(score, wrong) for one, wrong in judged if (score := score_of(one)) is not None]
    return Truth(
        np.array([score for score, _ in scored]), np.array([wrong for _, wrong in scored], bool)
    )


def _expected(folder: Path) -> dict[tuple[str, str, str], str]:
    known = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["role"] == "strategy":
                    area = row["area_of_need"].partition("|")[0]
                    known[path.stem, row["text"], row["heading_path"]] = area
                    known.setdefault((path.stem, row["text"], ""), area)
    return known


def _is_wrong(item: Item, expected: dict[tuple[str, str, str], str]) -> bool:
    strategy = item.classified.strategy
    stem = Path(strategy.source).stem
    anywhere = expected.get((stem, strategy.text, ""))
    wanted = expected.get((stem, strategy.text, strategy.heading_path), anywhere)
    return wanted is None or wanted not in {ANY, _area(item.classified)}


def _area(classified: Classified) -> str:
    return next(iter(classified.concepts(Facet.AREA)), "")
