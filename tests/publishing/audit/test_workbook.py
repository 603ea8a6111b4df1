import io
import re

import openpyxl
import pytest
from fingerpost.publishing.audit import SchoolAudit, write_workbook

from tests.support.audits import answered, audit, empty, opened, places, rows, settings, statement
from tests.support.workbooks import fixed_rows

HOSTILE = "=HYPERLINK(\"https://x.example\")<script>alert('x')</script>\u202e" + "w" * 300
TWO = (statement("s-1"), statement("s-2", "", "wsu-voice"))


def computed(data):
    """The workbook with what its formulas came to."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def words(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


def test_rows_grow_with_what_a_school_writes_and_fit_what_is_sorted_into_them():
    assert fixed_rows(empty(statement("s-1")), number=2) == [1]


def test_it_opens_with_what_to_do_then_asks_then_counts():
    book = opened(empty(*TWO, site=settings(wsu_voice="1. Partnership")))

    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == [
        "Start here",
        "Audit",
        "Summary",
        "Under your headings",
    ]


def test_every_statement_has_a_row_under_its_focus_area_with_cells_to_fill_in():
    sheet = opened(empty(statement("s-1", "Ask.", "wsu-voice", "ts-5"), statement("s-2")))["Audit"]

    found = rows(sheet)
    assert [row["Focus area"] for row in found.values()] == ["Child and family voice", "Teaching"]
    assert found["s-1"]["Statement"] == "Ask."
    assert found["s-1"]["Teachers' Standards"] == "TS5: Adapt teaching"
    blank = ("Rating", "Evidence", "Action", "Owner", "Review date")
    assert {row[name] for row in found.values() for name in blank} == {None}
    assert sheet.column_dimensions["I"].hidden  # what tells one statement from another
    assert places(sheet)["Ref"] == 9


def test_ratings_are_chosen_from_the_councils_list_by_one_drop_down_for_the_whole_column():
    book = opened(empty(*TWO))
    (rule,) = book["Audit"].data_validations.dataValidation

    assert rule.formula1 == "AuditLevels"
    assert str(rule.sqref) == "C2:C3"
    place = book.defined_names["AuditLevels"].attr_text
    sheet, first, last = re.fullmatch(r"'(.+)'!\$(\w+)\$1:\$\w+\$(\d)", place).groups()
    listed = [book[sheet][f"{first}{row}"].value for row in range(1, int(last) + 1)]
    assert listed == ["Secure", "Growing", "Not yet"]


def test_without_levels_there_is_no_list_and_the_first_sheet_says_why():
    book = opened(empty(*TWO, site=settings(levels=())))

    assert book["Audit"].data_validations.dataValidation == []
    assert any("has not set levels of rating yet" in said for said in words(book["Start here"]))


def test_it_prints_on_a4_across_with_its_head_on_every_page():
    sheet = opened(empty(*TWO))["Audit"]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.freeze_panes == "C2"


def test_the_same_audit_gives_the_same_bytes():
    assert empty(*TWO) == empty(*TWO)


def test_text_that_looks_like_a_formula_stays_text():
    book = opened(
        empty(
            statement("s-1", HOSTILE, lead_in="+1"),
            site=settings(levels=("=1+1", "-"), wsu_teaching="@cmd"),
            council="=EVIL()",
        )
    )

    ours = re.compile(r"=(SUM|SUMPRODUCT|IFERROR|[BC]\d+-)")
    computed = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert computed
    assert [formula for formula in computed if not ours.match(formula)] == []
    assert "\u202e" not in rows(book["Audit"])["s-1"]["Statement"]


def test_a_release_that_nobody_signed_off_says_so_first():
    said = words(opened(empty(*TWO, signed_off_by=""))["Start here"])

    assert "DRAFT. Release 1 of 1 September 2026: nobody has signed it off yet." in said[:3]


def test_the_first_sheet_says_how_many_are_asked_and_how_many_not_and_why():
    said = words(opened(empty(*TWO, statement("s-3", tier="targeted")))["Start here"])

    assert (
        "2 of the directory's 3 statements are asked. "
        "Not asked: 1 for some learners only (targeted or specialist)."
    ) in said


def test_a_statement_leads_to_its_page_where_the_site_has_an_address():
    sheet = opened(empty(*TWO, site=settings(address="https://send.example.gov.uk/x")))["Audit"]

    cell = sheet.cell(2, places(sheet)["In the directory"])
    assert cell.hyperlink.target == "https://send.example.gov.uk/x/statements/s-2.html"


@pytest.mark.slow
def test_the_summary_counts_and_the_familiar_headings_show_what_was_answered(resaved):
    levels = ("1", "*", "Not yet")  # a number once it is typed, a wildcard, and words
    site = settings(levels=levels, wsu_voice="1. Partnership")
    asked = (*TWO, statement("s-3"), statement("s-4"), statement("s-5"))
    data = write_workbook(SchoolAudit(audit=audit(*asked, site=site)))
    given = {
        "s-1": {"Rating": 1},
        "s-2": {"Rating": "*", "Evidence": "The survey", "Action": "Ask again"},
        "s-3": {"Rating": "not yet"},
        "s-4": {"Rating": "Superb"},
    }
    book = computed(resaved(answered(data, given)))

    counted = {row[0]: row[1:] for row in book["Summary"].iter_rows(values_only=True)}
    # statements, rated, not rated, by level, another rating
    assert counted["Child and family voice"] == (1, 1, 0, 0, 1, 0, 0)
    assert counted["Teaching"] == (4, 3, 1, 1, 0, 1, 1)
    assert counted["Rooms"] == (0,) * 7
    assert counted["All"] == (5, 4, 1, 1, 1, 1, 1)
    shown = {row[6]: row[:6] for row in book["Under your headings"].iter_rows(values_only=True)}
    assert shown["s-2"][0] == "1. Partnership"
    assert shown["s-2"][3:] == ("*", "The survey", "Ask again")
    assert shown["s-5"][3] in (None, "")
