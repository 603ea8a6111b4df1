"""Tables computed by hand, and what is said of those from which nothing follows."""

import numpy as np
import pytest
from fingerpost.reviewing.agreeing.kappa import Kappa, Table, kappa
from hypothesis import given
from hypothesis import strategies as st

BY_HAND = [
    # agree 35 of 50; by chance .5 * .6 + .5 * .4 = .5, so (.7 - .5) / (1 - .5)
    (Table(20, 5, 10, 15), 0.4),
    # agree 60 of 100; by chance .6 * .7 + .4 * .3 = .54, so .06 / .46
    (Table(45, 15, 25, 15), 0.130),
    # agree 60 of 100; by chance .6 * .3 + .4 * .7 = .46, so .14 / .54
    (Table(25, 35, 5, 35), 0.259),
    # agree on none of 10; by chance on half
    (Table(0, 5, 5, 0), -1.0),
    # agree on all of 20; by chance on half
    (Table(10, 0, 0, 10), 1.0),
    # the second person never says yes: agree 40 of 50, and so would chance
    (Table(0, 10, 0, 40), 0.0),
    # agree 8 of 10; by chance .3 * .3 + .7 * .7 = .58, so .22 / .42
    (Table(2, 1, 1, 6), 0.524),
]


@pytest.mark.parametrize(("table", "by_hand"), BY_HAND)
def test_kappa_is_as_computed_by_hand(table, by_hand):
    found = kappa(table)
    assert (found.count, found.value, found.why) == (table.count, by_hand, "")


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (Table(), "Both judged none in common."),
        (Table(neither=1), "Both judged only one in common, which says nothing yet."),
        (Table(first=1), "Both judged only one in common, which says nothing yet."),
        (Table(both=30), "Both said yes every time, so chance alone would agree as often."),
        (Table(neither=9), "Both said no every time, so chance alone would agree as often."),
    ],
)
def test_where_no_figure_is_to_be_had_it_says_plainly_why(table, why):
    assert kappa(table) == Kappa(count=table.count, why=why)


@given(st.builds(Table, *[st.integers(0, 40)] * 4))
def test_a_figure_lies_in_its_interval_and_does_not_depend_on_who_is_named_first(table):
    found, turned = kappa(table), kappa(Table(table.both, table.second, table.first, table.neither))
    assert (found.value, found.why) == (turned.value, turned.why)
    if found.value is not None:
        assert -1 <= found.low <= found.value <= found.high <= 1


def test_full_agreement_on_little_leaves_wide_doubt_and_on_much_little():
    few, many = kappa(Table(3, 0, 0, 3)), kappa(Table(100, 0, 0, 100))
    assert few.high == many.high == 1.0
    assert few.low < 0.3
    assert many.low > 0.9


def test_the_interval_holds_the_truth_nearly_always():
    """Two people whose true kappa is known, in tables drawn with fixed seeds."""
    chance = np.random.default_rng(11)
    held = []
    for count, share, truth in ((30, 0.5, 0.8), (50, 0.2, 0.6), (50, 0.5, 0.0), (200, 0.1, 0.9)):
        other = 1 - share
        both = share**2 + truth * share * other
        cells = (both, share - both, share - both, 1 - 2 * share + both)
        tables = [Table(*map(int, one)) for one in chance.multinomial(count, cells, 150)]
        found = [one for one in map(kappa, tables) if one.value is not None]
        held += [one.low <= truth <= one.high for one in found]
    assert len(held) >= 590
    assert sum(held) >= 0.93 * len(held)
