import datetime as dt
from dataclasses import replace

import pytest
from fingerpost.publishing.audit import audit_of, carried, write_workbook
from fingerpost.publishing.audit.carrying import NEW

from tests.support.audits import (
    COLUMNS,
    answered,
    carried_row,
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
