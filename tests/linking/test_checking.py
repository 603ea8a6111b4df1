"""`fingerpost links`: asked for once a day, kept between days, skipped without a network."""

import csv
import io
from datetime import date, timedelta

import pytest
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.linking import Manners, State
from fingerpost.loading import load
from fingerpost.running.directory.links import check_links, write_currency
from fingerpost.strategies import Link
from fingerpost.workspace import Workspace

from tests.curating.lines import answer, log_of
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.support.program import bare

DATABASE = "sqlite:///data/curated/directory.db"
QUICK = Manners(pause=0, intranet=True)
FIRST = date(2026, 9, 1)


def directory(folder, *urls: str) -> Workspace:
    """Make a workspace whose directory has one statement with these addresses."""
    program = bare(folder / "leeds")
    workspace = Workspace(program.root)
    links = tuple(Link(url, f"Page {place}") for place, url in enumerate(urls))
    decisions = log_of(answer("s-1"))
    append(workspace.log, decisions)
    write_curated(outcome_of([statement("s-1", links=links)], decisions), workspace.curated)
    load(workspace.curated, workspace.database(DATABASE), "Sam Example")
    return workspace


@pytest.fixture
def checked(tmp_path, web):
    return directory(tmp_path, web.url("/good"), web.url("/missing"), web.url("/moved"))


def states(done):
    return [link.state for link in done.links]


def test_links_are_asked_for_once_a_day_and_found_dead_after_a_week(checked, web):
    first = check_links(checked, DATABASE, FIRST, QUICK)
    assert states(first) == [State.FAILING, State.MOVED, State.GOOD]
    before = len(web.asked)

    again = check_links(checked, DATABASE, FIRST, QUICK)
    assert (again.asked, len(web.asked), states(again)) == (0, before, states(first))
    assert check_links(checked, DATABASE, FIRST, QUICK, again=True).asked == 3

    for days in (4, 7):
        last = check_links(checked, DATABASE, FIRST + timedelta(days=days), QUICK)
    assert states(last)[0] is State.DEAD
    text = (checked.reports / "links.csv").read_text(encoding="utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["address"], row["state"], row["statements"]) == (web.url("/missing"), "Dead", "s-1")
    assert "Dead: 1" in (checked.reports / "links.html").read_text(encoding="utf-8")


def test_without_a_network_checking_is_skipped_and_spoils_nothing(tmp_path, nobody):
    workspace = directory(tmp_path, nobody, "https://no-such-host.invalid/")
    for days in (0, 4, 8):
        done = check_links(workspace, DATABASE, FIRST + timedelta(days=days), QUICK)
        assert done.offline
        assert states(done) == [State.UNKNOWN, State.UNKNOWN]


def test_what_was_answered_before_somebody_stopped_is_kept(checked, web):
    def stop(reply):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_links(checked, DATABASE, FIRST, QUICK, tell=stop)

    asked = len(web.paths())
    assert 0 < asked < 4
    rest = check_links(checked, DATABASE, FIRST, QUICK)
    assert rest.asked == 2


def test_statements_past_their_next_review_are_listed_for_a_day_that_is_given(checked):
    early, _ = write_currency(checked, DATABASE, date(2026, 3, 3))
    late, page = write_currency(checked, DATABASE, date(2026, 3, 4))

    assert not early.overdue
    assert [one.statement.next_review for one in late.overdue] == ["2026-03-03"]
    assert "before 2026-03-04" in page.read_text(encoding="utf-8")
    assert "s-1" in (checked.reports / "overdue.csv").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_the_command_says_what_it_found_and_that_a_private_network_is_not_asked(tmp_path, web):
    directory(tmp_path, web.url("/good"), "https://no-such-host.invalid/")
    from tests.support.program import Program

    program = Program(tmp_path / "leeds")
    outside = program.asked("links", "check", "--pause", "0")
    inside = program.asked("links", "check", "--pause", "0", "--intranet", "--again")
    due = program.asked("links", "overdue")

    assert {one["url"]: one["state"] for one in outside["links"]}[web.url("/good")] != "good"
    assert {one["url"]: one["state"] for one in inside["links"]} == {
        web.url("/good"): "good",
        "https://no-such-host.invalid/": "failing",
    }
    assert due["overdue"] == ["s-1"]
    assert "  Answers: 1\n" in program.well("links", "check")
