"""Words as teachers and parents type them in, how many of the first results are of a right category out.

Run: .venv/bin/python -m benchmarks.site.lay_words [--all]
The directory is made of the labelled statements of rules/exemplars. `lay_queries.csv` has what is
typed and the categories of which any is right; `unseen` marks what nobody looked at while the rules'
words were chosen.
"""

import argparse
import csv
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from fingerpost.publishing import Site, known_words
from fingerpost.publishing.finding.page import finding
from fingerpost.publishing.website import assets
from fingerpost.released import Released, Statement
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Role
from playwright.sync_api import Page

from benchmarks.site.chromium import chromium, written
from benchmarks.site.releases import big_release, rulebook

QUERIES = Path(__file__).with_name("lay_queries.csv")
LOOKED_AT = 5

FIRST = """
typed => {
  const found = searching.of(typed);
  return found ? found.places.slice(0, %d).map(place => statements.all[place].id) : [];
}
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types; any of the categories `right` is a right answer."""

    typed: str
    right: frozenset[str]
    unseen: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Of the first results of a query, in order, which are of a right category."""

    query: Query
    right: tuple[bool, ...]


def queries() -> tuple[Query, ...]:
    """Return all that is asked."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return tuple(
            Query(row["typed"], frozenset(row["right"].split("|")), row["unseen"] == "yes")
            for row in csv.DictReader(file)
        )


def directory(rules: Rulebook) -> Released:
    """Return a release of the labelled statements that rules learn from, each once."""
    told = {one.text: one for one in rules.exemplars if one.labels and one.role is Role.STRATEGY}
    statements = tuple(
        Statement(id=f"s-{number:012d}", text=one.text, labels=one.labels, tier="universal")
        for number, one in enumerate(told.values())
    )
    return replace(big_release(0, rules), statements=statements)


def searchable(released: Released, rules: Rulebook, folder: Path) -> str:
    """Write the search page of a release, and return its address."""
    site = Site(released=released, council=rules.council, known=known_words(rules))
    return (written(chain(assets(site), finding(site)), folder) / "find.html").as_uri()


def answers(page: Page, released: Released, asked: Sequence[Query]) -> Iterator[Answer]:
    """Ask the search page of a release everything, and judge what it answers."""
    labels: Mapping[str, set[str]] = {
        one.id: {label for several in one.labels.values() for label in several}
        for one in released.statements
    }
    for query in asked:
        found = page.evaluate(FIRST % LOOKED_AT, query.typed)
        yield Answer(query, tuple(bool(labels[one] & query.right) for one in found))


def said(name: str, judged: Sequence[Answer]) -> str:
    shown = sum(len(one.right) for one in judged)
    right = sum(sum(one.right) for one in judged)
    any_right = sum(any(one.right) for one in judged)
    return (
        f"{name:24} {len(judged):3} queries: {right} of {shown} results right, "
        f"{any_right} queries with a right one among the first {LOOKED_AT}"
    )


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--all", action="store_true", help="print every query")
    given = asked.parse_args()
    rules = rulebook()
    released = directory(rules)
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        page = browser.new_page()
        page.goto(searchable(released, rules, Path(folder)))
        judged = tuple(answers(page, released, queries()))
    if given.all:
        for one in judged:
            print(f"{one.query.typed:24} {sum(one.right)} of {len(one.right)}")
    print(said("looked at", [one for one in judged if not one.query.unseen]))
    print(said("unseen", [one for one in judged if one.query.unseen]))


if __name__ == "__main__":
    main()
