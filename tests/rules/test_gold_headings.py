"""How well headings alone say the area, measured on labelled statements of eleven councils."""

import csv

import pytest
from fingerpost.meanings import Meanings
from fingerpost.strategies import HeadKind
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

from tests.support.shipped import shipped_rules


@pytest.fixture(scope="module")
def rulebook():
    return shipped_rules()


@pytest.fixture(scope="module")
def rows(shared):
    with (shared / "gold" / "statements_dev.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def nearest(path, facet, rulebook, meanings):
    for heading in reversed(path.split(" > ")):
        found = meanings.of(heading, HeadKind.HEADING)
        concepts = (
            [c for c in found.concepts if rulebook.taxonomy[c].facet is facet] if found else []
        )
        if concepts:
            return concepts[0]
    return ""


def accuracy(rows, column, facet, rulebook):
    meanings = Meanings(rulebook.headings)
    scored = [row for row in rows if row[column] not in ("*", "not-a-strategy", "none", "")]
    right = 0
    for row in scored:
        label = nearest(row["heading_path"], facet, rulebook, meanings)
        if facet is Facet.AREA and not label:
            universal = nearest(row["heading_path"], Facet.UNIVERSAL, rulebook, meanings)
            label = UNIVERSAL_AREA if universal else ""
        right += label in row[column].split("|")
    print(f"{column} from headings alone: {right} of {len(scored)}")
    return right / len(scored)


@pytest.mark.parametrize(
    ("column", "facet", "least"),
    [
        ("area_of_need", Facet.AREA, 0.95),
        ("need", Facet.NEED, 0.95),
        ("universal", Facet.UNIVERSAL, 0.95),
    ],
)
def test_headings_alone_give_the_label(column, facet, least, rows, rulebook):
    assert accuracy(rows, column, facet, rulebook) >= least
