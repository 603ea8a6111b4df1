"""What people and programs do to a workbook that changes nothing of what its answers say."""

import pytest
from openpyxl.chart import BarChart
from openpyxl.worksheet.dimensions import ColumnDimension

from tests.reviewing.test_malformed import repacked, some
from tests.support.workbooks import columns, edited, opened, read, saved, sent

ANSWERED = {"decision": "Change", "need": "Hearing", "note": "Ask Jo", "reviewer": "Ann"}


def answered():
    return edited(sent(some()), "Queue", 3, **ANSWERED)


def what(data, name="returned.xlsx"):
    """Return what the answers say, wherever they stand and whenever they were saved."""
    answers = read(data, some(), name).answers
    return {
        (a.ref, a.choice, a.wording, tuple(a.edited.items()), a.note, a.reviewer) for a in answers
    }


def through(change):
    book = opened(answered())
    change(book)
    return saved(book)


def in_every_cell(change):
    def edit(book):
        for line in book["Queue"].iter_rows(min_row=2):
            for cell in line:
                if isinstance(cell.value, str):
                    cell.value = change(cell.value)

    return edit


def sheets_turned_round(book):
    book.move_sheet("Queue", -2)
    book.move_sheet("Start here", 3)


def columns_turned_round(book):
    sheet = book["Queue"]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    for row in rows:
        sheet.append(row[::-1])


def rows_turned_round(book):
    sheet = book["Queue"]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value


def columns_hidden(book):
    for letter in "CDEFR":
        book["Queue"].column_dimensions[letter] = ColumnDimension(
            book["Queue"], letter, hidden=True
        )


def title_put_in(book):
    book["Queue"].insert_rows(1)
    book["Queue"]["A1"] = "For Thursday"
    book["Queue"].merge_cells("A1:F1")


def more_of_everything(book):
    book.create_sheet("Notes")["A1"] = "Decision"
    book.create_chartsheet("Progress").add_chart(BarChart())
    sheet = book["Queue"]
    sheet.cell(1, sheet.max_column + 1).value = "Done?"
    sheet["ZZ900"] = "x"
    sheet.merge_cells("N2:N3")  # for reading only


def keep_typed_small(book):
    sheet = book["Queue"]
    sheet.cell(3, columns(sheet)["Decision"]).value = "  change. "


HARMLESS = {
    "sheets in another order": sheets_turned_round,
    "columns in another order": columns_turned_round,
    "rows in another order": rows_turned_round,
    "hidden columns": columns_hidden,
    "a title above the header": title_put_in,
    "further sheets, columns and cells": more_of_everything,
    "a decision typed by hand": keep_typed_small,
    "quotation marks made curly": in_every_cell(lambda text: text.replace("'", "’")),
    "spaces at the ends": in_every_cell(lambda text: f" {text}  "),
    "spaces that do not break": in_every_cell(lambda text: text.replace(" ", "\u00a0")),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_it_is_harmless(name):
    assert what(through(HARMLESS[name])) == what(answered()) != set()


@pytest.mark.parametrize("name", ["review (3) FINAL.xlsx", "noname", "review.xlsm", "a.json"])
def test_a_file_is_known_by_what_it_holds_whatever_its_name(name):
    assert what(answered(), name) == what(answered())


def test_a_workbook_with_macros_is_read_and_its_macros_are_not():
    plain, macro = (
        b"openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"ms-excel.sheet.macroEnabled.main",
    )
    data = repacked(answered(), lambda _, content: content.replace(plain, macro))
    assert what(data) == what(answered())


def test_a_copied_sheet_with_answers_is_named_and_not_read():
    def copied(book):
        copy = book.copy_worksheet(book["Queue"])
        copy.title = "Queue (2)"
        copy["A2"] = "Reject"

    found = read(through(copied), some())
    assert len(found.answers) == 1
    assert found.undecided == (
        "The sheet “Queue (2)” was not read, although it holds answers: those on the sheet “Queue” "
        "count. Copy them there.",
    )


def test_two_statements_given_the_same_words_on_purpose_are_let_pass():
    book = opened(answered())
    book["Queue"]["A2"], book["Queue"]["B2"] = "Change", book["Queue"]["B4"].value
    assert len(read(saved(book), some()).answers) == 2
