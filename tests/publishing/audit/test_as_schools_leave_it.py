"""A workbook as a school leaves it, sorted, cut, merged or with more in it, is read like any other."""

import datetime as dt
from dataclasses import replace

import openpyxl
import pytest
from fingerpost.errors import ReturnRefused
from openpyxl.comments import Comment

from tests.support.audits import (
    answered,
    carried_row,
    elsewhere,
    empty,
    next_year,
    opened,
    places,
    read,
    replaced,
    rows,
    saved,
    statement,
)

JANUARY = dt.datetime(2027, 1, 31)  # noqa: DTZ001 - a workbook's dates have no zone
ONE, TWO, THREE = (statement(f"s-{n}", f"Statement number {n} is done.") for n in (1, 2, 3))


def test_sorting_filtering_and_moving_columns_do_no_harm():
    filled = answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure"}, "s-2": {"Rating": "Growing"}})
    book = opened(filled)
    sheet = book["Audit"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, line in enumerate([lines[0], *lines[:0:-1]], 1):
        for column, value in enumerate(reversed(line), 1):
            sheet.cell(number, column).value = value
        sheet.row_dimensions[number].hidden = number > 1

    found = rows(next_year(saved(book), ONE, TWO)["Audit"])
    assert {one: row["Rating"] for one, row in found.items()} == {"s-1": "Secure", "s-2": "Growing"}


def test_rows_that_lost_what_tells_them_apart_are_known_by_their_words():
    filled = answered(empty(ONE, TWO), {"s-2": {"Rating": "Secure"}})
    book = opened(filled)
    book["Audit"].delete_cols(places(book["Audit"])["Ref"])

    assert carried_row(saved(book), ONE, TWO, about="s-2")["Rating"] == "Secure"


def test_columns_sheets_notes_and_cells_of_a_schools_own_are_kept():
    book = opened(answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure"}}))
    sheet = book["Audit"]
    sheet["J1"], sheet["J2"], sheet["L2"] = "Governor", "Birch", "no head"
    sheet["A9"] = "Ask the council about all of these"
    sheet["B3"] = "What this means to us"
    sheet["C2"].comment = Comment("Agreed at the staff meeting", "B")
    book["Start here"]["B4"] = "Example Primary"
    book["Start here"]["D4"] = "phone first"
    book["Summary"]["H2"] = "better than last year"
    book.create_sheet("Minutes")["C3"] = "We met."

    new = next_year(saved(book), ONE, TWO)
    first = rows(new["Audit"])["s-1"]
    assert (first["Governor"], first["Column L"]) == ("Birch", "no head")
    assert new["Start here"]["B4"].value == "Example Primary"
    assert set(elsewhere(new)) == {
        ("Audit", "A9", None, "Ask the council about all of these"),
        ("Audit", "B3", "Statement", "What this means to us"),
        ("Audit", "C2", "Secure", "Agreed at the staff meeting"),
        ("Start here", "D4", None, "phone first"),
        ("Summary", "H2", None, "better than last year"),
        ("Minutes", "C3", None, "We met."),
    }
    assert set(elsewhere(next_year(saved(new), ONE, TWO))) == set(elsewhere(new))


def test_of_two_rows_for_one_statement_the_first_counts_and_the_other_is_kept_beside():
    book = opened(answered(empty(ONE), {"s-1": {"Rating": "Secure", "Owner": "Aster"}}))
    sheet = book["Audit"]
    for column in range(1, sheet.max_column + 1):
        sheet.cell(3, column).value = sheet.cell(2, column).value
    sheet.cell(3, places(sheet)["Rating"]).value = "Not yet"
    sheet.cell(3, places(sheet)["Action"]).value = "Talk"

    new = next_year(saved(book), ONE)
    row = rows(new["Audit"])["s-1"]
    assert (row["Rating"], row["Owner"], row["Action"]) == ("Secure", "Aster", "Talk")
    assert elsewhere(new) == [("Audit", "C3", "Statement number 1 is done.", "Not yet")]


def test_a_link_behind_an_answer_is_carried_with_it():
    book = opened(answered(empty(ONE), {"s-1": {"Evidence": "Our policy"}}))
    sheet = book["Audit"]
    sheet.cell(2, places(sheet)["Evidence"]).hyperlink = "https://school.example.org/policy"
    sheet.cell(
        2, places(sheet)["Action"]
    ).value = '=HYPERLINK("https://school.example.org/b","Plan")'

    new = next_year(saved(book), ONE)["Audit"]
    links = {name: new.cell(2, places(new)[name]).hyperlink for name in ("Evidence", "Action")}
    assert links["Evidence"].target == "https://school.example.org/policy"
    assert links["Action"].target == "https://school.example.org/b"


def test_links_behind_answers_that_meet_are_both_kept():
    book = opened(answered(empty(ONE, TWO), {"s-1": {"Evidence": "A"}, "s-2": {"Evidence": "B"}}))
    column = places(book["Audit"])["Evidence"]
    for row in (2, 3):
        book["Audit"].cell(row, column).hyperlink = f"https://school.example.org/{row}"
    gone = [replaced("s-1", "s-3"), replaced("s-2", "s-3")]

    kept = next_year(saved(book), THREE, gone=gone)["No longer asked"]

    column = places(kept)["Evidence"]
    assert [kept.cell(row, column).hyperlink.target[-1] for row in (2, 3)] == ["2", "3"]


def test_a_link_that_would_spoil_the_file_becomes_words():
    book = opened(answered(empty(ONE), {"s-1": {"Action": '=HYPERLINK("C:\\our plans","Plan")'}}))

    new = next_year(saved(book), ONE)["Audit"]
    cell = new.cell(2, places(new)["Action"])
    assert cell.hyperlink is None
    assert "(C:\\our plans)" in cell.value


def test_an_answer_for_several_rows_at_once_stands_beside_each():
    book = opened(answered(empty(ONE, TWO), {"s-1": {"Evidence": "The whole plan"}}))
    book["Audit"].merge_cells("D2:D3")

    found = rows(next_year(saved(book), ONE, TWO)["Audit"])
    assert [row["Evidence"] for row in found.values()] == ["The whole plan"] * 2


@pytest.mark.parametrize(
    "heads", [["Statement", "Comment"], ["Statement", "Rating", "Evidence", "Action"]]
)
def test_a_workbook_that_is_no_audit_is_refused_in_words(heads):
    book = openpyxl.Workbook()
    book.active.append(heads)

    with pytest.raises(ReturnRefused, match=r"other\.xlsx: This is no audit workbook"):
        read(saved(book), "other.xlsx")


def test_a_file_that_is_damaged_is_refused_in_words():
    with pytest.raises(ReturnRefused, match="cannot be read as a workbook"):
        read(empty(ONE)[:2000], "half.xlsx")


@pytest.mark.slow
def test_a_workbook_saved_with_libreoffice_is_read_like_any_other(resaved):
    full = {
        "Rating": "Growing",
        "Evidence": "=not a formula",
        "Action": "Line one\nLine two",
        "Review date": JANUARY,
    }
    parts = (replace(ONE, lead_in="Always:"), TWO, THREE)
    book = opened(answered(empty(*parts), {"s-1": full}))
    cell = book["Audit"].cell(2, places(book["Audit"])["Evidence"])
    cell.data_type = "s"
    book["Audit"]["J1"], book["Audit"]["J3"] = "Governor", "Birch"

    new = next_year(resaved(saved(book)), *parts)
    found = rows(new["Audit"])
    assert {name: found["s-1"][name] for name in full} == full
    assert found["s-2"]["Governor"] == "Birch"
    assert not {"No longer asked", "What else you wrote"} & set(new.sheetnames)
