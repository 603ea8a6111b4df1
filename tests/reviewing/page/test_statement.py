from tests.support.accessibility import Line, statement
from tests.support.criteria import CRITERIA
from tests.support.html import assert_sound, parsed


def line(what, faults=0, *tags):
    return Line(what, faults, frozenset(tags), "4.4.3")


def row(page, number):
    rows = parsed(page).select("tbody tr")
    return next(one for one in rows if one.th.text.startswith(f"{number} ")).select("td")[-1].text


def test_the_statement_names_every_criterion_of_wcag_22_level_a_and_aa_once():
    numbers = [one.number for one in CRITERIA]

    assert len(numbers) == len(set(numbers)) == 55
    assert [sum(one.level == level for one in CRITERIA) for level in ("A", "AA")] == [31, 24]


def test_it_says_what_was_found_on_which_day_and_what_was_not_checked():
    lines = [
        line("axe on the view “a statement”, 320 pixels wide", 0, "wcag143"),
        line("axe on the view “skim”, 320 pixels wide", 2, "wcag131"),
        line("the keyboard alone on the view “skim”"),
    ]
    page = statement(lines, "22 November 2026")

    assert_sound(page)
    assert "On 22 November 2026 3 checks found 2 faults." in parsed(page).text
    assert row(page, "1.4.3") == "Met: no fault in 1 check"
    assert row(page, "1.3.1") == "Not met: 2 faults in 1 check"
    assert row(page, "2.1.1") == "Met: no fault in 1 check"
    assert row(page, "1.2.1") == "Does not apply"
    assert row(page, "2.5.8") == "Not checked by a test that day"
