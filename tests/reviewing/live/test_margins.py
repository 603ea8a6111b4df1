"""What people leave where nobody reads it is named, so that nothing is lost untold."""

from dataclasses import replace

import pytest
from fingerpost.decisions import Standing
from fingerpost.upkeep import Upkeep
from openpyxl.comments import Comment

from tests.reviewing.live.directories import LOOKS, sent, some, typed, usual
from tests.support.workbooks import decided, opened, saved


def untold(data, made=None):
    found = decided(data, made or some())
    assert found.lines == ()
    return found.undecided


def changed(change, data=None):
    book = opened(data or usual())
    change(book)
    return saved(book)


def test_of_an_unedited_workbook_there_is_nothing_to_tell():
    assert untold(usual()) == ()


def test_a_deleted_row_is_told_and_retires_nothing():
    (told_so,) = untold(changed(lambda book: book["Statements"].delete_rows(4)))
    assert told_so.startswith("Statements: 1 row of what was sent is missing.")
    assert "choose “Retire” in its row. “Face the pupil”" in told_so


def test_a_note_attached_to_a_cell_is_told():
    def attach(book):
        book["Statements"]["B4"].comment = Comment("Ask the team", "Ada")

    (told_so,) = untold(changed(attach))
    assert "attached to cells are not taken in" in told_so
    assert "Row 4: “Ask the team”." in told_so


def test_a_comment_of_a_newer_excel_is_told_without_what_excel_says_of_itself():
    words = "[Threaded comment]\n\nYour version of Excel allows you to read it.\n\nComment:\n    Too long?"

    def attach(book):
        book["Resources"]["A2"].comment = Comment(words, "Ada")

    (told_so,) = untold(changed(attach))
    assert told_so.endswith("Row 2: “Too long?”.")


def test_a_deleted_resource_is_told_and_taken_away_from_nothing():
    (told_so,) = untold(changed(lambda book: book["Resources"].delete_rows(2)))
    assert told_so.startswith("Resources: 1 row of what was sent is missing.")
    assert "empty its cell on the Statements sheet. “Hearing aids”" in told_so


@pytest.mark.parametrize(
    ("sheet", "which", "cells", "says"),
    [
        ("Statements", "Face the pupil", {"Document": "new.docx"}, "Row 4, Document: “new.docx”"),
        ("Statements", "Face the pupil", {"In Word": None}, "Row 4, In Word: emptied"),
        ("Resources", "Hearing aids", {"Used by": "nobody"}, "Row 2, Used by: “nobody”"),
        ("Resources", "", {"Used by": "all of us"}, "Row 4, Used by: “all of us”"),
        ("No resource yet", "Face the pupil", {"Named in it": "X"}, "Row 4: “Face the pupil”"),
        ("Start here", "Five steps", {}, "Row 4: “My own words”"),
    ],
)
def test_what_is_typed_over_cells_that_only_show_is_told(sheet, which, cells, says):
    if sheet == "Start here":
        data = changed(lambda book: book[sheet].cell(4, 1, "My own words"))
    else:
        data = typed(usual(), (sheet, which, cells))
    (told_so,) = untold(data)
    assert told_so.startswith(f"{sheet}: ")
    assert says in told_so


@pytest.mark.parametrize("sheet", ["Statements", "Add", "Resources", "No resource yet"])
def test_a_column_of_ones_own_is_told(sheet):
    def write(book):
        column = book[sheet].max_column + 2
        book[sheet].cell(1, column).value = "My thoughts"
        book[sheet].cell(2, column).value = "Is this right?"

    (told_so,) = untold(changed(write))
    assert told_so.startswith(f"{sheet}: what stands beside the columns that were sent")
    assert "Row 2: “Is this right?”." in told_so


@pytest.mark.parametrize(("column", "typed_as"), [("Owner", "Ben"), ("Next review", "1/1/2030")])
def test_what_is_typed_on_a_sheet_that_only_shows_is_told(column, typed_as):
    kept = {LOOKS: Upkeep(owner="Ada", next_review="2026-01-31")}
    made = replace(some(), standing=Standing(upkeep=kept))
    data = sent(made)
    assert untold(data, made) == ()
    (told_so,) = untold(typed(data, ("Overdue", "Ada", {column: typed_as})), made)
    assert told_so.startswith("Overdue: this sheet only shows")
    assert "Row 2: “Face the pupil”." in told_so


def test_what_is_told_does_not_keep_the_rest_from_counting():
    data = typed(usual(), ("Statements", "Face the pupil", {"Owner": "Ada"}))
    found = decided(changed(lambda book: book["Statements"].delete_rows(5), data), some())
    assert {line.resource_id for line in found.lines} == {LOOKS}
    assert len(found.undecided) == 1
