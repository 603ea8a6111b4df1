"""An outcome in, the workbook people would get, edited as people would, out."""

import io
import re
import zipfile

import openpyxl
from fingerpost.curating import fold
from fingerpost.decisions import Action
from fingerpost.logbook import chain
from fingerpost.reviewing import Memory, decide, index, read_return, triage, write_workbook

AT = "2026-03-01T09:00:00+00:00"


def sent(outcome):
    review = triage(outcome)
    return write_workbook(review, outcome.rulebook.taxonomy, outcome.rulebook.council)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def edited(data, sheet, row, **cells):
    """Type into cells of one row; "also_area" stands for the column "Also area"."""
    book = opened(data)
    page = book[sheet]
    places = {name.casefold().replace(" ", "_"): n for name, n in columns(page).items()}
    for name, value in cells.items():
        page.cell(row, places[name]).value = value
    return saved(book)


def fixed_rows(data, number):
    """Return the rows of a sheet, counted from 1, whose height no program changes by itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        rows = re.findall(
            r'<row r="(\d+)"([^>]*)', package.read(f"xl/worksheets/sheet{number}.xml").decode()
        )
    return [int(row) for row, more in rows if "customHeight" in more]


def without_sheet(data, sheet):
    book = opened(data)
    book.remove(book[sheet])
    return saved(book)


def read(data, outcome, name="returned.xlsx"):
    return read_return(name, data, index(outcome), outcome.rulebook.taxonomy)


def decided(data, outcome, *, at=AT, log=(), name="returned.xlsx"):
    known, memory = index(outcome), Memory.of(log)
    returned = read_return(name, data, known, outcome.rulebook.taxonomy)
    return decide(returned, outcome, known, at, memory)


def told(found):
    """Return lines as (action, field, before, after), which is what tests care about."""
    return [
        (line.last_action_type.value, line.field_name, line.previous_value, line.replacement_value)
        for line in found.lines
        if line.last_action_type is not Action.GIVEN
    ]


def logged(log, found):
    return (*log, *chain(log, found.lines))


def standing(log):
    return fold(log)
