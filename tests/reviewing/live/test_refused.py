"""A workbook of a directory that cannot be understood is refused whole, and says how to mend it."""

import pytest
from fingerpost.reviewing.live.addresses import address_fault

from tests.reviewing.live.directories import GAMES, edit, faults, typed, usual
from tests.support.workbooks import opened, saved, without_sheet


def test_all_that_is_wrong_with_a_resource_is_told_at_once():
    cells = {"Title": "X", "Address": "htps://x.example.org", "Phase": "Y9", "Date checked": "soon"}
    assert len(faults(typed(usual(), ("Resources", "", cells)))) == 3


@pytest.mark.parametrize(
    ("sheet", "which", "cells", "says"),
    [
        (
            "Statements",
            "Face the pupil",
            {"What to do": "Keep"},
            "Statements, row 4, column What to do: “Keep” is no answer. Choose Change or Retire",
        ),
        (
            "Statements",
            "Face the pupil",
            {"Next review": "soon"},
            "Statements, row 4, column Next review: “soon” is no date. Type day/month/year",
        ),
        (
            "Statements",
            "Face the pupil",
            {"Resource 1": "Hearing aid"},
            "Did you mean “Hearing aids”?",
        ),
        (
            "Statements",
            "Face the pupil",
            {"Resource 1": "Calm Club"},
            "“Calm Club” has no address on the Resources sheet yet.",
        ),
        (
            "Statements",
            "Face the pupil",
            {"Need": "Hearin"},
            "Statements, row 4, column Need: “Hearin” is not a need in the list.",
        ),
        ("Statements", "", {"Wording": "New"}, "New statements go on the Add sheet."),
        (
            "Resources",
            "Hearing aids",
            {"Address": "javascript:alert(1)"},
            "Resources, row 2, column Address: “javascript:alert(1)” is no web address.",
        ),
        (
            "Resources",
            "Hearing aids",
            {"Address": "callto:ada@example.org"},
            "“callto:ada@example.org” is no web address.",
        ),
        (
            "Resources",
            "Hearing aids",
            {"Address": "example.org/aids"},
            "Type it with its beginning: https://example.org/aids",
        ),
        (
            "Statements",
            "Face the pupil",
            {"Resource 1": "example.org/aids"},
            "Type it with its beginning: https://example.org/aids",
        ),
        (
            "Resources",
            "Hearing aids",
            {"Address": "ada@example.org"},
            "If it is for e-mail, type mailto:ada@example.org",
        ),
        (
            "Resources",
            "Hearing aids",
            {"Phase": "Year 3"},
            "Resources, row 2, column Phase: “Year 3” is no phase. Choose Early years,",
        ),
        (
            "Resources",
            "Hearing aids",
            {"Date checked": "31/02/2026"},
            "Resources, row 2, column Date checked: “31/02/2026” is no date.",
        ),
        (
            "Resources",
            "",
            {"Title": "X", "Address": "https://a b"},
            "it holds a space or a sign that none can hold.",
        ),
        ("Add", "", {"Statement": "X", "Resource": "nothing"}, "Add, row 2, column Resource:"),
        (
            "Statements",
            "Face the pupil",
            {"Resource 1": "https://a.example.org;https://b.example.org"},
            "it holds several addresses. Put each into a cell of its own.",
        ),
    ],
)
def test_a_cell_that_cannot_be_understood_refuses_the_file_and_says_how_to_mend_it(
    sheet, which, cells, says
):
    (fault,) = faults(typed(usual(), (sheet, which, cells)))
    assert says in fault


def test_some_columns_sorted_without_the_others_refuse_the_file():
    book = opened(usual())
    sheet = book["Statements"]
    words = [sheet.cell(row, 2).value for row in range(2, 6)]
    for row, value in enumerate(sorted(words), 2):
        sheet.cell(row, 2).value = value
    (fault,) = faults(saved(book))
    assert "column Wording: the words of other rows stand here" in fault


def test_one_statement_in_two_rows_with_two_answers_refuses_the_file():
    book = opened(edit("Face the pupil", owner="Ada"))
    sheet = book["Statements"]
    for place, cell in enumerate(sheet[4], 1):
        sheet.cell(9, place).value = cell.value
    sheet.cell(9, 11).value = "Ben"
    (fault,) = faults(saved(book))
    assert "the same Ref stands in Statements, row 4 with another answer" in fault


def test_a_row_that_was_copied_to_add_one_like_it_rewords_nothing():
    book = opened(usual())
    sheet = book["Statements"]
    for place, cell in enumerate(sheet[4], 1):
        sheet.cell(9, place).value = cell.value
    sheet.cell(9, 2).value = "Face the whole class"
    (fault,) = faults(saved(book))
    assert "Statements, row 9, column Ref: the same Ref stands in Statements, row 4" in fault
    assert "type it on the Add sheet" in fault


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        (
            (
                ("Add", "", {"Statement": "Agree", "Area": "Every area of need"}),
                ("Add", "", {"Statement": "Agree", "Area": "Cognition and learning"}),
            ),
            "Add, row 3, column Statement: the same words stand in Add, row 2",
        ),
        (
            (
                ("Resources", "Calm Club", {"Address": GAMES}),
                ("Resources", "", {"Title": "Games", "Address": GAMES}),
            ),
            "Resources, row 4, column Address: the same address stands in Resources, row 3",
        ),
    ],
)
def test_one_thing_in_two_rows_with_two_answers_refuses_the_file(edits, says):
    assert says in faults(typed(usual(), *edits))[0]


def test_a_workbook_that_lacks_a_sheet_or_its_memory_is_refused_in_words():
    assert faults(without_sheet(usual(), "Add"))[0].startswith("The sheet “Add” is missing.")
    assert "The hidden sheet is missing" in faults(without_sheet(usual(), "Sent"))[0]


@pytest.mark.timeout(20)
def test_an_address_of_any_length_is_told_before_anybody_tires():
    assert address_fault(";" * 60_000).startswith("the address is too long.")
