"""A day means the same however it is typed, days before months."""

from datetime import date

import pytest
from fingerpost.reviewing.live.days import day_of
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))
WAYS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%Y-%m-%dT00:00:00")


@given(DAYS, st.sampled_from(WAYS))
def test_a_day_typed_in_any_common_way_is_that_day(day, way):
    assert day_of(day.strftime(way)) == day.isoformat()


@given(DAYS)
def test_a_day_that_lost_its_format_is_still_that_day(day):
    assert day_of(str(int(to_excel(day)))) == day.isoformat()


@pytest.mark.parametrize(
    "typed",
    [
        "1/9/27",
        "1.9.27",
        "1-9-27",
        "1 Sept 2027",
        "1st Sept. 2027",
        "1 sep 27",
        "1 September 27",
        "1-Sep-27",
        "1-Sep-2027",
        "1-September-2027",
        "Sept 2027",
        "September 2027",
        "9/2027",
        "Sep-27",
    ],
)
def test_a_day_is_read_as_people_shorten_it_and_a_month_alone_is_its_first_day(typed):
    assert day_of(typed) == "2027-09-01"


@pytest.mark.parametrize("typed", ["soon", "31/02/2027", "12/13/2027", "2027", "1/1/1066", "", "7"])
def test_what_is_no_day_is_none(typed):
    assert day_of(typed) is None
