"""Whatever a school typed, and whatever became of the statements: it stands in next year's audit."""

import datetime as dt
from dataclasses import replace

import pytest
from fingerpost.cells import encode
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.support.audits import (
    COLUMNS,
    empty,
    next_year,
    opened,
    places,
    replaced,
    rows,
    saved,
    statement,
    typed,
)

JANUARY = dt.datetime(2027, 1, 31)  # noqa: DTZ001 - a workbook's dates have no zone
TEXTS = some.one_of(
    some.text(some.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1)
    .map(str.strip)
    .filter(bool),
    some.sampled_from(["=1+1", "-", "+44", "@x", "'quoted", "_x000D_", "Secure"]),
)
DAYS = some.integers(0, 3000).map(lambda days: JANUARY + dt.timedelta(days=days, minutes=days))
ANSWERS = some.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(COLUMNS, TEXTS | DAYS),
        "Rating": TEXTS | some.integers(-999, 999),
        "Review date": TEXTS | DAYS,
    },
)
FATES = some.sampled_from(
    ["stays", "reworded", "narrowed", "retired", "unknown", "merged", "parted"]
)


def fated(number, fate):
    """What next year's directory has of a statement: what is shown, and what is gone."""
    one = statement(f"s-{number}")
    parts = [statement(f"s-{number}-{part}") for part in "ab"]
    return {
        "stays": ([one], []),
        "reworded": ([replace(one, text=f"Do otherwise than s-{number}.")], []),
        "narrowed": ([replace(one, tier="specialist")], []),
        "merged": ([], [replaced(one.id, "s-whole")]),
        "parted": (parts, [replaced(one.id, *(part.id for part in parts))]),
        "retired": ([], [replaced(one.id)]),
        "unknown": ([], []),
    }[fate]


@pytest.mark.slow
@settings(max_examples=25)
@given(
    some.lists(some.tuples(FATES, ANSWERS), max_size=5),
    some.randoms(use_true_random=False),
)
def test_nothing_that_was_typed_is_ever_lost(drawn, chance):
    old = [statement(f"s-{number}") for number in range(len(drawn))]
    answers = {f"s-{number}": cells for number, (_, cells) in enumerate(drawn)}
    book = opened(empty(*old))
    sheet = book["Audit"]
    at = places(sheet)
    order = [one.id for one in old]
    chance.shuffle(order)
    lines = rows(sheet)
    for row, identity in enumerate(order, 2):
        for name, value in {**lines[identity], **answers[identity]}.items():
            as_typed(sheet.cell(row, at[name]), value)
    fates = [fated(number, fate) for number, (fate, _) in enumerate(drawn)]
    shown = [statement("s-whole"), *(one for more, _ in fates for one in more)]

    new = next_year(saved(book), *shown, gone=[one for _, more in fates for one in more])

    there = typed(new)
    for cells in answers.values():
        assert [value for value in cells.values() if value not in there] == []


def as_typed(cell, value):
    """Put a value into a cell as a spreadsheet stores what a person typed there as text."""
    cell.value = encode(value) if isinstance(value, str) else value
    cell.data_type = "s" if isinstance(value, str) else cell.data_type
