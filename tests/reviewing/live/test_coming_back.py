"""What somebody typed into the workbook of a directory comes back as lines of the log, and no more."""

import string
from dataclasses import replace
from datetime import date

import pytest
from fingerpost.cells import clean
from fingerpost.decisions import Standing
from fingerpost.reviewing.labels import tidy
from fingerpost.strategies import Link
from fingerpost.upkeep import ResourceFacts, Upkeep, resource_id
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reviewing.live.directories import (
    BOOKS,
    CALMS,
    GAMES,
    HEARS,
    LOOKS,
    edit,
    lines,
    sent,
    some,
    typed,
    usual,
)
from tests.support.outcomes import LEEDS, outcome, statement
from tests.support.workbooks import decided, opened, saved

ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("=+-@'\t\"“”’_x;|\u00ad\u200b\u00a0é😀\x07<>&"),
        st.sampled_from(string.ascii_letters + " 0123/"),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(tidy(clean(text))))
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(st.lists(ODD, min_size=1, max_size=5))
def test_a_workbook_that_comes_back_unedited_changes_nothing(texts):
    items = [statement(text, "Calm", one=f"s-{n:012}") for n, text in enumerate(texts)]
    made = outcome(*items)
    found = decided(sent(made), made)
    assert (found.lines, found.set_aside, found.undecided) == ((), (), ())


def test_sorted_filtered_and_hidden_and_with_smart_quotes_it_changes_nothing():
    made = outcome(*(statement(f"It's number {n}", one=f"s-{n}") for n in range(4)))
    book = opened(sent(made))
    sheet = book["Statements"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(values), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value.replace("'", "’") if value else value
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
    found = decided(saved(book), made)
    assert (found.lines, found.set_aside) == ((), ())


def test_words_typed_over_are_a_decision_without_another_word():
    assert lines(edit("Face the pupil", wording="Face the pupil always")) == [
        (LOOKS, "reworded", "text", "Face the pupil always"),
        (LOOKS, "approved", "status", "approved"),
    ]


@pytest.mark.parametrize("typed_as", ["• Face the class", "- Face the class ", "•\tFace the class"])
def test_a_bullet_that_came_along_with_pasted_words_is_no_part_of_them(typed_as):
    assert lines(edit("Face the pupil", wording=typed_as))[0][3] == "Face the class"
    added = typed(usual(), ("Add", "", {"Statement": typed_as, "Need": "Hearing"}))
    assert lines(added)[0][2:] == ("text", "Face the class")


def test_a_category_chosen_anew_is_a_decision_too():
    data = edit("Face the pupil", need="Hearing", what_to_do="Change")
    assert lines(data)[0] == (LOOKS, "relabelled", "need", "sp-hearing")


def test_retire_takes_a_statement_out_whatever_else_was_typed():
    data = edit("Face the pupil", what_to_do="retire", owner="Ada", note="too old")
    assert lines(data) == [
        (LOOKS, "noted", "note", "too old"),
        (LOOKS, "withdrawn", "status", "withdrawn"),
    ]
    (said,) = decided(data, some()).set_aside
    assert "what else was changed in the row is not taken in: Owner." in said


def test_an_owner_and_a_day_decide_nothing_about_the_words():
    data = edit("Face the pupil", owner="Ada", next_review=date(2028, 1, 5))
    assert lines(data) == [
        (LOOKS, "described", "owner", "Ada"),
        (LOOKS, "described", "next_review", "2028-01-05"),
    ]


@pytest.mark.parametrize(
    "day", ["5/1/2028", "05/01/28", "5 January 2028", "5th Jan 2028", "2028-01-05", "46757"]
)
def test_a_day_may_be_typed_as_people_type_days(day):
    assert lines(edit("Face the pupil", next_review=day))[0][3] == "2028-01-05"


def test_a_day_typed_in_another_way_is_no_change():
    standing = Standing(upkeep={LOOKS: Upkeep(next_review="2028-01-05")})
    made = replace(some(), standing=standing)
    data = typed(sent(made), ("Statements", "Face the pupil", {"Next review": "5 Jan 2028"}))
    assert lines(data, made) == []


def test_who_looks_after_a_statement_may_be_said_although_word_has_changed():
    changed = replace(some(), items=tuple(reworded(item) for item in some().items))
    assert lines(edit("Face the pupil", owner="Ada"), changed)[0][1:3] == ("described", "owner")
    aside = decided(edit("Face the pupil", wording="Look"), changed).set_aside
    assert aside[0].startswith("Statements, row 4: the words in Word have changed since")


def reworded(item):
    strategy = replace(item.classified.strategy, digest="f" * 16)
    return replace(item, classified=replace(item.classified, strategy=strategy))


@pytest.mark.parametrize("named", ["Hearing aids", "hearing AIDS", BOOKS])
def test_a_resource_is_chosen_by_its_title_or_its_address(named):
    assert lines(edit("Face the pupil", resource_1=named)) == [
        (resource_id(BOOKS), "described", "url", BOOKS),
        (LOOKS, "attached", "resource", resource_id(BOOKS)),
    ]


def test_an_emptied_cell_takes_its_resource_away_and_a_moved_one_changes_nothing():
    gone = edit("Check hearing aids daily", resource_1=None)
    assert lines(gone) == [(HEARS, "detached", "resource", resource_id(BOOKS))]
    assert lines(edit("Check hearing aids daily", resource_1=None, resource_3="Hearing aids")) == []


def test_a_fourth_resource_stands_under_more_resources_a_line_each():
    """The drop-downs hold three; whoever has more must neither lose one nor be unable to take it away."""
    links = [Link(f"https://{n}.example.org", f"Page {n}") for n in range(4)]
    made = some(statement("Sit near", one="s-near", links=links))
    data = sent(made)
    more = typed(data, ("Statements", "Sit near", {"More resources": f"Page 3\n{GAMES}"}))
    assert lines(more, made)[-1] == ("s-near", "attached", "resource", resource_id(GAMES))
    gone = typed(data, ("Statements", "Sit near", {"More resources": None}))
    third = resource_id("https://3.example.org")
    assert lines(gone, made) == [("s-near", "detached", "resource", third)]


def test_an_address_whose_capitals_were_mended_is_another_address():
    made = some(statement("Sit near", one="s-near", links=[Link(f"{GAMES}/a", "")]))
    data = typed(sent(made), ("Statements", "Sit near", {"Resource 1": f"{GAMES}/A"}))
    assert lines(data, made)[-1][1:] == ("attached", "resource", resource_id(f"{GAMES}/A"))


def test_a_need_of_another_area_is_taken_as_it_stands_and_told():
    data = edit("Use a talking frame", need="Hearing")
    assert decided(data, some()).undecided == (
        "Statements, row 5, column Need: “Hearing” belongs to “Sensory and physical”, which stands "
        "neither under Area nor under Also area. It was taken in as it stands; if that is not meant, "
        "change one of the two.",
    )
    assert decided(edit("Face the pupil", need="Hearing"), some()).undecided == ()
    both = edit("Use a talking frame", need="Hearing", also_area="Sensory and physical")
    assert decided(both, some()).undecided == ()


def test_a_resource_that_becomes_another_one_leaves_that_as_it_is_and_is_told():
    """Two rows are one resource from now on; what was known of the other must not be lost untold."""
    facts = {
        resource_id(GAMES): ResourceFacts(url=GAMES, title="Games", owner="Ben"),
        resource_id(BOOKS): ResourceFacts(url=BOOKS, title="Aids", owner="Ada", publisher="Trust"),
    }
    made = replace(some(), standing=Standing(resources=facts))
    data = typed(sent(made), ("Resources", "Aids", {"Address": GAMES}))
    found = [line for line in lines(data, made) if line[0] == resource_id(GAMES)]
    assert [line[2:] for line in found] == [("url", GAMES), ("publisher", "Trust")]
    (told,) = decided(data, made).undecided
    assert told == (
        "Resources, row 2: this address stands in row 3 already, so both are one resource from now "
        "on. What row 3 says stays: Title “Games” and not “Aids”; Owner “Ben” and not “Ada”."
    )


def test_an_address_that_begins_with_www_is_one():
    assert lines(edit("Face the pupil", resource_1="www.example.org/aids"))[0][2:] == (
        "url",
        "https://www.example.org/aids",
    )


@pytest.mark.parametrize(
    ("typed_as", "kept"),
    [("Primary", "ks1|ks2"), ("secondary; Post-16", "ks3|ks4|post-16"), ("KS1, KS 2;", "ks1|ks2")],
)
def test_phases_are_understood_as_schools_call_them(typed_as, kept):
    assert lines(typed(usual(), ("Resources", "Hearing aids", {"Phase": typed_as})))[-1][2:] == (
        "phase",
        kept,
    )


def test_what_is_new_on_the_resources_sheet_can_be_chosen_in_the_same_workbook():
    data = typed(
        usual(),
        ("Resources", "", {"Title": "Quiet games", "Address": GAMES, "Phase": "KS2; Post-16"}),
        ("Statements", "Face the pupil", {"Resource 2": "quiet games"}),
    )
    found = lines(data)
    assert (LOOKS, "attached", "resource", resource_id(GAMES)) in found
    assert (resource_id(GAMES), "described", "title", "Quiet games") in found
    assert (resource_id(GAMES), "described", "phase", "ks2|post-16") in found


def test_an_address_typed_over_takes_the_place_of_the_old_one_everywhere():
    data = typed(usual(), ("Resources", "Hearing aids", {"Address": GAMES}))
    assert lines(data) == [
        (resource_id(GAMES), "described", "url", GAMES),
        (resource_id(GAMES), "described", "title", "Hearing aids"),
        (HEARS, "detached", "resource", resource_id(BOOKS)),
        (HEARS, "attached", "resource", resource_id(GAMES)),
    ]


def test_an_address_for_what_statements_name_is_put_beside_them():
    data = typed(usual(), ("Resources", "Calm Club", {"Address": GAMES}))
    assert lines(data) == [
        (resource_id(GAMES), "described", "url", GAMES),
        (resource_id(GAMES), "described", "title", "Calm Club"),
        (CALMS, "attached", "resource", resource_id(GAMES)),
    ]


@pytest.mark.parametrize(
    ("sheet", "which", "cells", "says"),
    [
        ("Statements", "Face the pupil", {"What to do": "Change"}, "nothing was changed"),
        ("Statements", "Face the pupil", {"Note": "Hm"}, "The note says: “Hm”"),
        ("Statements", "Face the pupil", {"Wording": " "}, "choose “Retire”"),
        ("Resources", "Calm Club", {"Publisher": "X"}, "it has no address yet"),
        ("Resources", "Hearing aids", {"Address": None}, "its address is gone"),
    ],
)
def test_a_row_that_says_nothing_is_set_aside_and_the_rest_counts(sheet, which, cells, says):
    also = ("Statements", "Use a talking frame", {"Owner": "Ada"})
    found = decided(typed(usual(), (sheet, which, cells), also), some())
    assert says in " ".join(found.set_aside)
    assert found.answers == 1


def test_answers_on_a_copy_of_a_sheet_are_named_and_not_taken_in():
    book = opened(edit("Face the pupil", owner="Ada"))
    book["Statements"].title = "Statements (2)"
    book._sheets.insert(1, opened(usual())["Statements"])
    found = decided(saved(book), some())
    assert found.lines == ()
    assert "The sheet “Statements (2)” was not read" in found.undecided[0]


def test_a_childs_words_typed_over_come_back_with_who_wrote_them():
    made = some(council=replace(LEEDS, child_voice=True))
    cells = {"In the child's words": "Look at me.", "Written by": "Year 4"}
    found = decided(typed(sent(made), ("Statements", "Face the pupil", cells)), made).lines
    (line,) = [line for line in found if line.last_action_type == "voiced"]
    assert (line.replacement_value, line.reason) == ("Look at me.", "Year 4")


@FEW
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "Publisher": ODD,
            "Why it is trusted": ODD,
            "Owner": ODD,
        },
    )
)
def test_what_is_typed_about_a_resource_comes_back_as_it_was_typed(cells):
    safe = {name: clean(text) for name, text in cells.items() if not text.startswith(("=", "\t"))}
    found = lines(typed(usual(), ("Resources", "Hearing aids", safe)))
    names = {"Publisher": "publisher", "Why it is trusted": "trusted_because", "Owner": "owner"}
    wanted = {names[name]: tidy(text) for name, text in safe.items()}
    assert {line[2]: line[3] for line in found if line[2] != "url"} == wanted
