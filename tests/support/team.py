"""A few statements and a log in, what a team of reviewers sends back and what then stands out."""

from dataclasses import replace

from fingerpost.curating import fold, pack_lines, settle
from fingerpost.decisions import PRODUCT
from fingerpost.logbook import chain
from fingerpost.packs import PackKind
from fingerpost.reviewing import Wanted, decide, plan_packs, read_return
from fingerpost.reviewing.refs import index, parse_ref
from fingerpost.reviewing.returning.held import Memory

from tests.support.outcomes import TAXONOMY, outcome
from tests.support.workbooks import columns, opened, saved, sent

MONDAY, TUESDAY, WEDNESDAY = (f"2026-03-0{day}T09:00:00+00:00" for day in (2, 3, 4))


def stands(statements, log=(), **more):
    """Return the outcome of a run over these statements that honours the log."""
    standing = fold(log, TAXONOMY)
    items = settle([one.classified for one in statements], standing)
    return replace(outcome(*items, **more), standing=standing)


def typed(data, sheet, answers):
    """Type into the rows of a sheet; `answers` leads from an id to cells by column."""
    book = opened(data)
    page = book[sheet]
    places = columns(page)
    for row in range(2, page.max_row + 1):
        one = parse_ref(str(page.cell(row, places["Ref"]).value)).id
        for name, value in answers.get(one, {}).items():
            page.cell(row, places[name]).value = value
    return saved(book)


def taken(data, now, log, at, name="returned.xlsx"):
    """Return the log after a file came back, and what it brought."""
    known = index(now)
    returned = read_return(name, data, known, now.rulebook.taxonomy)
    brought = decide(returned, now, known, at, Memory.of(log))
    return (*log, *chain(log, brought.lines)), brought


def says(statements, log, person, answers, *, at=MONDAY, sheet="Queue", **more):
    """Return the log after somebody answered the workbook as it was before anybody had."""
    now = stands(statements, log, **more)
    data = sent(stands(statements, **more))
    rows = {one: {"Reviewer": person, **cells} for one, cells in answers.items()}
    return taken(typed(data, sheet, rows), now, log, at, f"{person}-{at[:10]}-{sheet}.xlsx")[0]


def packs(statements, log, *, at=TUESDAY, **wanted):
    """Return what is to be sent, and the log once it is."""
    plans = plan_packs(stands(statements, log), log, Wanted(**wanted), at)
    lines = [line for plan in plans for line in pack_lines(plan.pack, by=PRODUCT)]
    return plans, (*log, *chain(log, lines))


def meeting(statements, log, *, at=TUESDAY):
    """Return the workbook of a meeting."""
    (plan,), _ = packs(statements, log, at=at, kind=PackKind.MEETING)
    return plan.workbook(stands(statements, log))
