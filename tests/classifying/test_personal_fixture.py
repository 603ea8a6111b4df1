"""A hundred identifiers in odd spacing, sixty names and a hundred and fifty traps. All of it is invented.

The fixture and the patterns have one author, so these figures flatter; what counts is that they stay.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from fingerpost.classifying.personal import personal_data

from tests.classifying.rulebooks import NAMES, strategy

ROWS = tuple(csv.DictReader((Path(__file__).parent / "personal_data.csv").open(encoding="utf-8")))
KINDS = (
    "e-mail address",
    "telephone number",
    "postcode",
    "NHS number",
    "unique pupil number",
    "National Insurance number",
    "date of birth",
)


def found_in(row):
    return personal_data(strategy(row["text"]), NAMES)


def is_hit(row):
    """Whether the kind is right and the words are, but for what stands around a name."""
    return any(
        row["value"] in one.quote or one.quote in row["value"]
        for one in found_in(row)
        if one.rule in ({"name", "one child"} if row["kind"] == "name" else {row["kind"]})
    )


def rows_of(kind):
    return [row for row in ROWS if row["kind"] == kind]


def test_the_fixture_holds_what_it_says():
    counts = defaultdict(int)
    for row in ROWS:
        counts[row["kind"]] += 1
    assert set(counts) == {*KINDS, "name", "none"}
    assert (sum(counts[kind] for kind in KINDS), counts["name"], counts["none"]) == (100, 60, 150)


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_of_identifier_nearly_all_are_found(kind):
    rows = rows_of(kind)
    missed = [row["text"] for row in rows if not is_hit(row)]
    print(f"{kind}: {len(rows) - len(missed)} of {len(rows)}")
    assert len(missed) <= 0.05 * len(rows), missed


def test_most_unexplained_names_are_found():
    missed = [row["text"] for row in rows_of("name") if not is_hit(row)]
    print(f"names: {60 - len(missed)} of 60")
    assert len(missed) <= 4, missed


def test_no_book_sum_date_or_price_is_taken_for_an_identifier():
    alarms = [
        (one.rule, row["text"])
        for row in rows_of("none")
        for one in found_in(row)
        if one.rule in KINDS
    ]
    assert alarms == []


def test_few_products_places_and_months_are_taken_for_names():
    alarms = [row["text"] for row in rows_of("none") if found_in(row)]
    print(f"{len(alarms)} of 150 traps")
    assert len(alarms) <= 18, alarms
