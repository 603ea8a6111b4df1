"""A school's workbook is read by what it holds, however far from the rest some of it stands."""

import pytest
from fingerpost.errors import ReturnRefused
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

from tests.support.audits import answered, empty, opened, read, saved, statement

pytestmark = pytest.mark.timeout(20)

LAST = "XFD1048576"


@pytest.mark.parametrize("name", ["Audit", "Summary", "About this file"])
def test_a_word_in_the_last_cell_of_a_sheet_is_read_like_any_other(name):
    book = opened(answered(empty(statement("s-1")), {"s-1": {"Rating": "Secure"}}))
    book[name][LAST] = "Far away."

    filled = read(saved(book))

    assert [str(one.cells["Rating"].value) for one in filled.rows] == ["Secure"]
    found = [one.typed.value for one in filled.remarks]
    assert found == (["Far away."] if name != "About this file" else [])


def test_cells_that_are_merged_over_everything_are_refused_with_what_to_do():
    book = opened(empty(statement("s-1")))
    book["Audit"].merged_cells = MultiCellRange([CellRange(f"A3:{LAST}")])

    with pytest.raises(ReturnRefused, match="Unmerge them"):
        read(saved(book))


def test_a_link_over_everything_is_refused_too():
    book = opened(empty(statement("s-1")))
    book["Audit"]["A3"].hyperlink = "https://example.org/"
    book["Audit"]["A3"].hyperlink.ref = f"A3:{LAST}"

    with pytest.raises(ReturnRefused, match="a link lies"):
        read(saved(book))


def test_as_many_columns_of_one_name_as_a_sheet_can_hold_are_kept_apart():
    book = opened(empty(statement("s-1")))
    for column in range(20, 8_000):
        book["Audit"].cell(1, column).value = "Notes"

    further = read(saved(book)).further

    assert (further[0], further[1], further[-1]) == ("Notes", "Notes (2)", "Notes (7980)")
