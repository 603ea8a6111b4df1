"""The pages and files about links and what is due: worst first, inert, never more than can be read."""

import csv
import io
from datetime import date

from bs4 import BeautifulSoup
from fingerpost.linking import (
    Outcome,
    Reply,
    currency_of,
    links_csv,
    links_of,
    links_page,
    overdue_csv,
    remember,
    upkeep_page,
)
from fingerpost.linking.page import MOST_ROWS

from tests.linking.directories import release, resource, statement

TODAY = date(2026, 9, 1)
HOSTILE = "<script>alert(1)</script>=1+1"


def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def some_links(*replies: Reply):
    found = release(
        resource("a", title=HOSTILE, owner="=cmd"),
        resource("b"),
        statement("1", "a", "b", text=HOSTILE),
    )
    return links_of(found, remember({}, replies, TODAY))


def test_the_page_of_links_counts_them_and_says_what_to_do():
    url, new = "https://example.org/a", "https://example.org/new"
    links = some_links(Reply(url=url, outcome=Outcome.GOOD, words="answers", moved_to=new))
    shown = page(links_page(links, "Council", "2026-09-01", "../site/"))

    words = " ".join(shown.get_text(" ").split())
    assert "1 link needs somebody" in words
    assert "1 moved for good + 1 not asked yet = 2 web addresses" in words
    assert f"Put the new address: {new}" in words
    assert shown.find("a", href="../site/statements/s-1.html").get_text() == HOSTILE
    assert shown.find("script") is None


def test_the_file_of_links_says_what_is_known_of_each():
    url, new = "https://example.org/a", "https://example.org/new"
    links = some_links(
        Reply(url=url, outcome=Outcome.GOOD, words="answers", moved_to=new),
        Reply(url="https://example.org/b", outcome=Outcome.FAILED, words="is gone"),
    )
    columns = ("what", "to_do", "checked_on", "last_good", "failing_since", "checks_failed")
    told = {row["address"]: tuple(row[one] for one in columns) for row in rows(links_csv(links))}

    day = TODAY.isoformat()
    assert told == {
        url: ("Answers.", f"Put the new address: {new}", day, day, "", "0"),
        "https://example.org/b": (f"Is gone; 1 check failed since {day}.", "", day, "", day, "1"),
    }


def test_nothing_in_the_files_is_a_formula():
    (first, _) = rows(links_csv(some_links()))
    assert (first["owner"], first["statements"]) == ("'=cmd", "s-1")
    due = release(statement("1", text="=1+1", next_review="2026-01-01", owner="+1"))
    (row,) = rows(overdue_csv(currency_of(due, TODAY)))
    assert (row["words"], row["owner"], row["next_review"]) == ("'=1+1", "'+1", "2026-01-01")


def test_a_page_of_thousands_stays_readable_and_the_file_has_them_all():
    many = [statement(str(n), next_review="2026-01-01", owner="Ann") for n in range(MOST_ROWS + 5)]
    currency = currency_of(release(*many), TODAY)
    shown = page(upkeep_page(currency, "Council"))

    assert len(shown.select("tbody tr")) == MOST_ROWS
    assert "The other 5 are in" in shown.get_text()
    assert len(rows(overdue_csv(currency))) == MOST_ROWS + 5


def test_a_directory_without_links_says_so():
    assert "no web address yet" in links_page((), "Council", "")
    assert "No statement is overdue" in upkeep_page(currency_of(release(), TODAY), "Council")
