import datetime as dt
from dataclasses import replace

import openpyxl
import pytest
from fingerpost.errors import ReturnRefused
from fingerpost.publishing.audit import audit_of, carried, write_workbook
from fingerpost.publishing.audit.carrying import NEW
from openpyxl.comments import Comment

from tests.support.audits import (
    COLUMNS,
    answered,
    empty,
    next_year,
    opened,
    places,
    read,
    released,
    replaced,
    rows,
    saved,
    statement,
    typed,
)
from tests.support.audits import settings as site_settings

JANUARY = dt.datetime(2027, 1, 31)  # noqa: DTZ001 - a workbook's dates have no zone
ONE, TWO, THREE = (statement(f"s-{n}", f"Statement number {n} is done.") for n in (1, 2, 3))


def carried_row(filled, *statements, about="s-1", **more):
    return rows(next_year(filled, *statements, **more)["Audit"])[about]


def elsewhere(book):
    return [row[:4] for row in book["What else you wrote"].iter_rows(min_row=2, values_only=True)]


def test_answers_stand_beside_the_same_statement_next_year():
    full = {
        "Rating": "Secure",
        "Evidence": "The plan of June,\nand what parents say",
        "Action": "=none",
        "Owner": "'Aster",
        "Review date": JANUARY,
    }
    row = carried_row(answered(empty(ONE, TWO), {"s-1": full}), TWO, ONE)

    assert {name: row[name] for name in full} == full
    assert row.get("Since last time") is None


def test_a_date_is_shown_as_a_day():
    filled = answered(empty(ONE), {"s-1": {"Review date": JANUARY.date()}})
    sheet = next_year(filled, ONE)["Audit"]

    assert sheet.cell(2, places(sheet)["Review date"]).number_format == "DD/MM/YYYY"


def test_a_reworded_statement_says_what_changed_and_its_answers_are_marked_to_be_read_again():
    filled = answered(empty(ONE), {"s-1": {"Rating": "Secure"}})
    book = next_year(filled, replace(ONE, text="Statement number 1 is not done."))

    row = rows(book["Audit"])["s-1"]
    assert row["Rating"] == "Secure"
    assert row["Since last time"] == (
        "The words have changed: Statement number 1 is [added: not] done.\n"
        "Please read it again: do your answers still hold?"
    )
    sheet = book["Audit"]
    fills = {sheet.cell(2, places(sheet)[name]).fill.fgColor.rgb for name in COLUMNS}
    assert fills == {"00F9D98C"}


def test_a_reworded_statement_without_answers_is_not_to_be_read_again():
    row = carried_row(empty(ONE), replace(ONE, text="Statement number 1 is not done."))
    assert row["Since last time"] == (
        "The words have changed: Statement number 1 is [added: not] done."
    )


def test_other_words_that_introduce_a_statement_change_it_too():
    filled = answered(
        empty(replace(ONE, lead_in="Always:")), {"s-1": {"Evidence": "We do not, in fact"}}
    )

    row = carried_row(filled, replace(ONE, lead_in="Never:"))
    assert "[taken out: Always] [added: Never]" in row["Since last time"]


def test_what_is_new_is_marked_as_new():
    assert carried_row(empty(ONE), ONE, TWO, about="s-2")["Since last time"] == NEW


def test_answers_follow_what_replaced_a_statement_however_often():
    filled = answered(empty(ONE), {"s-1": {"Rating": "Secure", "Owner": "Aster"}})

    row = carried_row(
        filled, THREE, about="s-3", gone=[replaced("s-1", "s-2"), replaced("s-2", "s-3")]
    )
    assert (row["Rating"], row["Owner"]) == ("Secure", "Aster")
    assert row["Since last time"].startswith("It stands now for “Statement number 1 is done.”.")


def test_replacements_in_a_circle_come_to_an_end():
    filled = answered(empty(ONE), {"s-1": {"Rating": "Secure"}})

    book = next_year(filled, THREE, gone=[replaced("s-1", "s-2"), replaced("s-2", "s-1")])
    assert rows(book["No longer asked"])["s-1"]["Rating"] == "Secure"


def test_answers_stand_beside_every_part_of_what_was_parted():
    filled = answered(empty(ONE), {"s-1": {"Evidence": "Seen in June"}})

    book = next_year(filled, TWO, THREE, gone=[replaced("s-1", "s-2", "s-3")])
    assert {row["Evidence"] for row in rows(book["Audit"]).values()} == {"Seen in June"}


def test_answers_meet_beside_a_whole_and_ratings_that_differ_are_left_to_choose():
    filled = answered(
        empty(ONE, TWO),
        {
            "s-1": {"Rating": "Secure", "Evidence": "One", "Owner": "Aster"},
            "s-2": {"Rating": "Not yet", "Evidence": "Two", "Owner": "Aster"},
        },
    )

    book = next_year(filled, THREE, gone=[replaced("s-1", "s-3"), replaced("s-2", "s-3")])
    row = rows(book["Audit"])["s-3"]
    assert (row["Rating"], row["Evidence"], row["Owner"]) == (None, "One\nTwo", "Aster")
    assert "Rating was “Secure” and “Not yet”: please choose." in row["Since last time"]
    kept = rows(book["No longer asked"])
    assert (kept["s-1"]["Rating"], kept["s-2"]["Rating"]) == ("Secure", "Not yet")


@pytest.mark.parametrize(
    ("statements", "gone", "why"),
    [
        ((TWO,), [replaced("s-1")], "It was taken out of the directory with release 2."),
        (
            (TWO, replace(ONE, tier="targeted")),
            [],
            "It is still in the directory, but no part of the audit any more.",
        ),
        (
            (TWO, replace(THREE, tier="targeted")),
            [replaced("s-1", "s-3")],
            "What stands for it now is no part of the audit.",
        ),
        ((TWO,), [], "The directory does not know it."),
    ],
)
def test_what_is_asked_no_longer_keeps_its_answers_and_says_why(statements, gone, why):
    filled = answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure", "Action": "More"}})

    kept = rows(next_year(filled, *statements, gone=gone)["No longer asked"])["s-1"]
    assert (kept["Rating"], kept["Action"]) == ("Secure", "More")
    assert kept["Why it is no longer asked"] == why
    assert kept["Statement"] == "Statement number 1 is done."


def test_what_nobody_answered_is_not_listed_once_it_is_asked_no_longer():
    book = next_year(answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure"}}), ONE, gone=[])

    assert "No longer asked" not in book.sheetnames


def test_answers_that_no_cell_can_hold_together_are_kept_each_by_itself():
    long = {one: f"{one} " * 6000 + f"the end of {one}" for one in ("s-1", "s-2")}
    filled = answered(empty(ONE, TWO), {one: {"Evidence": words} for one, words in long.items()})
    book = next_year(filled, THREE, gone=[replaced(one, "s-3") for one in long])

    kept = {row["Evidence"] for row in rows(book["No longer asked"]).values()}
    assert kept == set(long.values())
    assert "please choose" in rows(book["Audit"])["s-3"]["Since last time"]


def test_what_is_asked_no_longer_stays_year_after_year_and_comes_back_with_its_answers():
    filled = answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure"}})
    second = saved(next_year(filled, TWO, gone=[replaced("s-1")]))
    third = next_year(second, TWO, gone=[replaced("s-1")])

    assert rows(third["No longer asked"])["s-1"]["Rating"] == "Secure"
    fourth = next_year(saved(third), ONE, TWO)
    assert rows(fourth["Audit"])["s-1"]["Rating"] == "Secure"
    assert "No longer asked" not in fourth.sheetnames


def test_answers_of_years_ago_never_meet_those_of_last_year():
    filled = answered(empty(ONE, TWO), {"s-1": {"Rating": "Secure"}})
    second = saved(next_year(filled, TWO, gone=[replaced("s-1")]))
    answers = answered(second, {"s-2": {"Rating": "Growing"}})
    third = next_year(answers, TWO, gone=[replaced("s-1", "s-2")])

    assert rows(third["Audit"])["s-2"]["Rating"] == "Growing"
    assert rows(third["No longer asked"])["s-1"]["Rating"] == "Secure"


def test_earlier_words_that_may_identify_a_person_are_not_told_again():
    named = replace(ONE, text="Ask Fictitia Bramble first.")
    filled = answered(empty(named, TWO), {one: {"Owner": "Aster"} for one in ("s-1", "s-2")})
    found = released(replace(ONE, text="Ask first."), gone=[replaced("s-2")])
    asked = audit_of(found, site_settings(), "Exampleshire")

    data = write_workbook(
        carried(asked, read(filled), found, fit_to_quote=lambda _, words: "number 2" in words)
    )
    book = opened(data)
    assert "Bramble" not in " ".join(map(str, typed(book)))
    assert rows(book["Audit"])["s-1"]["Since last time"].startswith(
        "The words have changed: (These words are left out, because they may identify a person or do harm.)"
    )
    assert rows(book["No longer asked"])["s-2"]["Statement"] == TWO.text


def test_a_rating_that_is_none_any_more_is_kept_and_pointed_out():
    filled = answered(empty(ONE), {"s-1": {"Rating": "Secure"}})

    row = carried_row(filled, ONE, site=site_settings(levels=("Red", "Green")))
    assert row["Rating"] == "Secure"
    assert row["Since last time"].startswith("“Secure” is none of the ratings any more.")


def test_a_rating_in_small_letters_is_the_same_rating():
    filled = answered(empty(ONE), {"s-1": {"Rating": "secure"}})

    row = carried_row(filled, ONE, site=site_settings(levels=("Growing", "Secure")))
    assert "none of the ratings" not in (row.get("Since last time") or "")


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


def test_an_audit_that_nobody_touched_has_nothing_to_carry():
    site = site_settings(address="https://send.example.gov.uk", wsu_teaching="B. Lessons")
    parts = (
        replace(ONE, lead_in="Always:", phases=("ks1",)),
        statement("s-9", "", "wsu-voice", "wsu-teaching"),
    )
    new = next_year(empty(*parts, site=site), *parts, site=site)

    assert new.sheetnames == [
        "Start here",
        "Audit",
        "Summary",
        "Under your headings",
        "About this file",
    ]


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


def test_it_says_what_became_of_last_times_answers():
    filled = answered(empty(ONE, TWO, THREE), {f"s-{n}": {"Rating": "Secure"} for n in (1, 2, 3)})
    found = released(ONE, replace(TWO, text="Other."), statement("s-4"), gone=[replaced("s-3")])
    asked = audit_of(found, site_settings(), "Otherton")

    told = carried(asked, read(filled), found).told
    assert told[0] == (
        "Of 3 statements, 2 have your answers of last time. To be read again, because something "
        "has changed: 1. New: 1."
    )
    assert told[1] == "The file was made for Exampleshire."
    assert told[2] == "On the sheet “No longer asked”, with your answers: 1 statement."


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
