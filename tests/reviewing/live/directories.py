"""Statements in, the workbook of a directory that is made of them, opened to be typed into, out."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from fingerpost.curating import fold
from fingerpost.errors import ReturnRefused
from fingerpost.interventions import Intervention
from fingerpost.reviewing.live.directory import live_directory
from fingerpost.reviewing.live.workbook import write_directory
from fingerpost.strategies import Link

from tests.support.outcomes import TAXONOMY, outcome, statement
from tests.support.workbooks import columns, decided, opened, read, saved

TODAY = date(2027, 3, 1)
BOOKS, GAMES = "https://books.example.org/aids", "https://games.example.org"
CALM = Intervention(
    id="calm-club", name="Calm Club", sort="programme", matches=("Offer Calm Club.",), rejects=()
)
HEARS, CALMS, LOOKS, TALKS = "s-hears", "s-calms", "s-looks", "s-talks"


def some(*further, **more):
    """Return a directory of four statements: one with a resource, one that names a programme."""
    made = outcome(
        statement("Check hearing aids daily", one=HEARS, links=[Link(BOOKS, "Hearing aids")]),
        statement("Offer Calm Club on Mondays", "Calm", one=CALMS, area=("semh",), standard=()),
        statement("Face the pupil", "Calm", one=LOOKS),
        statement("Use a talking frame", "Talk", one=TALKS, area=("cognition-and-learning",)),
        *further,
        **more,
    )
    return replace(made, rulebook=replace(made.rulebook, interventions=(CALM,)))


def told(log, made=None):
    """Return what stands once the log says this; labels and words as `made` has them."""
    return replace(made or some(), standing=fold(log, TAXONOMY))


def sent(made, log=(), today=TODAY):
    return write_directory(live_directory(made, log, today))


@cache
def usual():
    """Return the workbook of the usual directory, which many tests type into."""
    return sent(some())


def typed(data, *edits):
    """Type into cells: each edit names a sheet, what some cell of the row holds, and the cells.

    A row that holds "" is the first empty one.
    """
    book = opened(data)
    for name, which, cells in edits:
        sheet = book[name]
        places = columns(sheet)
        row = next(n for n in range(2, sheet.max_row + 2) if holds(sheet, n, which))
        for column, value in cells.items():
            sheet.cell(row, places[column]).value = value
    return saved(book)


def holds(sheet, row, which):
    values = [cell.value for cell in sheet[row]]
    return which in values if which else not any(values)


def rows(data, name):
    """Return the rows of a sheet as texts by column."""
    sheet = opened(data)[name]
    header = [cell.value for cell in sheet[1]]
    found = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2))
    return [dict(zip(header, row, strict=True)) for row in found if any(row)]


def lines(data, made=None):
    """Return what an answer adds, but for what goes with every answer."""
    found = decided(data, made or some()).lines
    return [
        (line.resource_id, line.last_action_type.value, line.field_name, line.replacement_value)
        for line in found
        if line.last_action_type not in ("seen", "given", "confirmed")
    ]


def edit(which, **cells):
    names = {name.replace("_", " ").capitalize(): value for name, value in cells.items()}
    return typed(usual(), ("Statements", which, names))


def faults(data, made=None):
    with pytest.raises(ReturnRefused) as refused:
        read(data, made or some())
    return refused.value.problems


def add(**cells):
    names = {name.replace("_", " ").capitalize(): value for name, value in cells.items()}
    return typed(usual(), ("Add", "", names))
