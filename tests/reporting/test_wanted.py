import random
import re

import pytest
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.reporting import proposals_page, wanted
from fingerpost.reporting.taking_part import MOST_EXAMPLES
from fingerpost.reporting.wanted import name_in
from fingerpost.suggestions import Evidence, Reason

from tests.curating.lines import MONDAY, TUESDAY
from tests.support.html import assert_sound, parsed, words
from tests.support.log import answer, log_of
from tests.support.outcomes import outcome, statement

TEXTS = {
    "s-1": "Plan the move to the next school early",
    "s-2": "Visit the new school before the summer",
    "s-3": "Keep one folder for each trip outside",
    "s-4": "Plan the move to the next school early in spring",
}


def nobody(_):
    return ()


def made(**texts):
    return outcome(
        *(
            statement(text, one=one.replace("_", "-"), reasons=[Reason.UNFITTING])
            for one, text in (texts or TEXTS).items()
        )
    )


def unfitting(one, note="", by="Ann"):
    return answer(one, Action.UNFITTING, note=note, by=by)


def groups(log, suspects=nobody, where=None):
    return wanted(where or made(), log, suspects)


def ids(group):
    return [example.id for example in group.examples]


def test_a_name_in_the_category_that_somebody_wishes_for_is_left_out():
    def suspects(text):
        return [Evidence(matcher="", rule="name", quote="Oliver")] if "Oliver" in text else []

    notes = ("New category: routines that help Oliver.", "New category: Oliver.")
    for note, name in zip(notes, ("routines that help [left out]", ""), strict=True):
        (group,) = groups(log_of(unfitting("s-1", note)), suspects)
        assert (group.name, group.other_names) == (name, ())


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("New category: moving on.", "moving on"),
        ("I'd like a new category called “Trips and visits” for these", "Trips and visits"),
        ("needs its own category - risk outside school; ask Jo", "risk outside school"),
        ("Category: moving on", "moving on"),
        ("There is no category that fits", ""),
        ("Not sure", ""),
        ("", ""),
    ],
)
def test_the_name_that_a_note_asks_for_is_found(note, name):
    assert name_in(note) == name


def test_proposals_of_one_name_are_one_however_it_is_typed():
    log = log_of(
        unfitting("s-1", "New category: Moving on"),
        unfitting("s-2", "new category moving-on", by="Ben"),
        unfitting("s-3", "New category: trips"),
    )
    moving, trips = groups(log)
    assert (moving.name, ids(moving), moving.people) == (
        "Moving on",
        ["s-1", "s-2"],
        ("Ann", "Ben"),
    )
    assert moving.other_names == ("moving-on",)
    assert (trips.name, ids(trips)) == ("trips", ["s-3"])


def test_like_statements_without_a_name_are_one_proposal():
    log = log_of(*(unfitting(one) for one in TEXTS))
    first, *others = groups(log)
    assert (first.name, ids(first)) == ("", ["s-1", "s-4"])
    assert [ids(one) for one in others] == [["s-2"], ["s-3"]]


def test_a_like_statement_joins_those_that_have_a_name():
    log = log_of(unfitting("s-1", "New category: moving on"), unfitting("s-4"))
    (found,) = groups(log)
    assert (found.name, ids(found)) == ("moving on", ["s-1", "s-4"])


def test_who_files_a_statement_and_wishes_for_a_category_is_heard_too():
    (found,) = groups(log_of(answer("s-1", note="New category: moving on")))
    assert found.name == "moving on"


def test_an_answer_that_replaced_the_proposal_ends_it():
    log = log_of(unfitting("s-1"), answer("s-1", by="Ben", at=TUESDAY, saw=MONDAY, given=TUESDAY))
    assert groups(log) == ()


def test_a_category_that_is_there_by_now_is_pointed_out():
    (found,) = groups(log_of(unfitting("s-1", "New category: anxiety, and mood")))
    assert found.there == "Anxiety and mood"
    assert found.nearest == (("Sensory and physical", 1), ("TS5 Adapt teaching", 1))


def test_the_order_in_which_answers_came_in_makes_no_difference():
    notes = ("", "New category: a b", "", "")
    said = [unfitting(one, note) for one, note in zip(TEXTS, notes, strict=True)]
    expected = groups(log_of(*said))
    for seed in range(5):
        random.Random(seed).shuffle(said)
        assert groups(log_of(*said)) == expected


def test_what_may_name_somebody_is_left_out_of_what_is_printed():
    def tom(text):
        return (Evidence("personal-data", "Tom", "name"),) if "Tom" in text else ()

    log = log_of(unfitting("s-1", "Tom asked"))
    (found,) = groups(log, tom, made(s_1="Move Tom early"))
    assert found.examples[0].text == "Move [left out] early"
    assert found.examples[0].notes == (("Ann", "[left out] asked"),)


def test_the_page_has_a_sheet_for_each_proposal_with_room_for_what_is_decided():
    log = log_of(
        unfitting("s-1", "New category: moving on"),
        unfitting("s-3", "<b>New category: trips</b>", by=""),
    )
    page = proposals_page(made(), groups(log))
    assert_sound(page)
    soup = parsed(page)
    assert [h.text for h in soup.select("h2")] == ["1. moving on", "2. trips</b>"]
    assert "Reviewers found 2 statements" in re.sub(r"\s+", " ", words(page))
    assert all("We decide" in sheet.text for sheet in soup.select(".sheet"))


def test_a_long_proposal_says_how_many_statements_are_not_shown():
    texts = {
        f"s_{n}": f"Plan the move to the next school early {n}" for n in range(MOST_EXAMPLES + 3)
    }
    log = log_of(*(unfitting(one.replace("_", "-")) for one in texts))
    page = proposals_page(made(**texts), groups(log, where=made(**texts)))
    assert len(parsed(page).select(".examples > li")) == MOST_EXAMPLES
    assert "And 3 more." in words(page)


def test_the_page_without_proposals_says_how_to_make_one():
    page = proposals_page(outcome(statement("Ring home", status=Status.APPROVED)), ())
    assert_sound(page)
    assert "Nobody has proposed a category yet" in words(page)


@pytest.mark.slow
def test_each_proposal_prints_on_one_sheet_of_a4(browser, tmp_path):
    long = "Plan the move to the next school with the family, the pupil and the new form tutor " * 3
    texts = {f"s_{n}": f"{long} {n}" for n in range(MOST_EXAMPLES + 3)} | {"s_x": TEXTS["s-3"]}
    note = "It is about moving on and nothing else, and we see it every spring. " * 4
    log = log_of(*(unfitting(one.replace("_", "-"), note) for one in texts))
    groups_now = groups(log, where=made(**texts))
    file = tmp_path / "proposals.html"
    file.write_text(proposals_page(made(**texts), groups_now), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1 + len(groups_now)
