"""What is overdue on a day is listed by who looks after it."""

from datetime import date

from fingerpost.linking import currency_of

from tests.linking.directories import release, resource, statement

TODAY = date(2026, 9, 1)


def test_what_was_due_before_today_is_overdue_and_what_nobody_owns_comes_first():
    found = release(
        statement("today", next_review="2026-09-01"),
        statement("later", next_review="2027-01-01", owner="Ann Example"),
        statement("short", next_review="2026-08-31", owner="ann example"),
        statement("long", next_review="2024-08-31", owner="Ann Example"),
        statement("nobody", next_review="2026-08-30"),
        statement("never"),
        statement("odd", next_review="soon", owner="Bo Example"),
    )

    currency = currency_of(found, TODAY)

    assert [one.statement.id for one in currency.overdue] == [
        "s-nobody",
        "s-long",
        "s-short",
        "s-odd",
    ]
    assert currency.unowned == 3


def test_a_resource_in_use_that_nobody_looked_at_for_a_year_is_listed():
    found = release(
        resource("never"),
        resource("old", checked_on="2025-08-31"),
        resource("year", checked_on="2025-09-01"),
        resource("new", checked_on="2025-09-02"),
        resource("unused"),
        statement("1", "never", "old", "year", "new"),
        statement("2", "old"),
    )

    unchecked = currency_of(found, TODAY).unchecked

    assert [(one.resource.id, one.uses) for one in unchecked] == [("r-old", 2), ("r-never", 1)]
