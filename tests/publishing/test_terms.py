"""Which release "since last term" compares with."""

from datetime import date

import pytest
from fingerpost.publishing import before_term, term_began
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.sites import released

TERMS = ("01-01", "04-15", "09-01")


def release(number: int, day: str):
    return released(number=number, created_at=f"{day}T10:00:00+00:00").release


RELEASES = (release(1, "2026-06-01"), release(2, "2026-08-31"), release(3, "2026-09-01"))


@pytest.mark.parametrize(
    ("today", "began"),
    [("2026-11-22", "2026-09-01"), ("2026-09-01", "2026-09-01"), ("2026-02-03", "2026-01-01")],
)
def test_a_day_lies_in_the_term_that_began_last(today: str, began: str):
    assert term_began(TERMS, date.fromisoformat(today)) == date.fromisoformat(began)


def test_before_the_first_term_of_a_year_it_is_still_the_last_one_of_the_year_before():
    assert term_began(("09-01",), date(2026, 3, 1)) == date(2025, 9, 1)


def test_the_release_compared_with_is_the_one_that_was_shown_when_the_term_began():
    now = release(4, "2026-11-22")

    assert before_term((*RELEASES, now), now, date(2026, 9, 1)) == 2


def test_without_terms_it_is_the_release_before():
    assert before_term(RELEASES, RELEASES[2], term_began((), date(2026, 9, 1))) == 2


def test_there_is_none_where_nothing_was_shown_before_the_term():
    assert before_term(RELEASES, RELEASES[0], date(2026, 4, 15)) is None


def test_a_first_day_that_a_year_has_not_is_no_first_day_in_it():
    assert term_began(("02-29", "01-10"), date(2026, 3, 1)) == date(2026, 1, 10)


@given(st.dates(min_value=date(2000, 1, 1)), st.sets(st.sampled_from(TERMS), min_size=1))
def test_a_term_never_begins_after_the_day_it_holds(today: date, terms: set[str]):
    began = term_began(terms, today)

    assert began is not None
    assert began <= today
    assert (today - began).days < 366
