"""What somebody typed into the workbook of a directory comes back as lines of the log, and no more."""

import string
from dataclasses import replace
from datetime import date

import pytest
from fingerpost.cells import clean
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.labels import tidy
from fingerpost.upkeep import resource_id
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reviewing.live.directories import (
    BOOKS,
    CALMS,
    GAMES,
    HEARS,
    LOOKS,
    rows,
    sent,
    some,
    typed,
    usual,
)
from tests.support.outcomes import LEEDS, outcome, statement
from tests.support.workbooks import decided, logged, opened, read, saved, without_sheet

ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("=+-@'\t\"“”’_x;|\u00ad\u200b\u00a0é😀\x07<>&"),
        st.sampled_from(string.ascii_letters + " 0123/"),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(tidy(clean(text))))
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lines(data, made=None):
    """Return what an answer adds, but for what goes with every answer."""
    found = decided(data, made or some()).lines
    return [
        (line.resource_id, line.last_action_type.value, line.field_name, line.replacement_value)
        for line in found
        if line.last_action_type not in ("seen", "given", "confirmed")
    ]


def edit(which, **cells):
    names = {name.replace("_", " ").capitalize(): value for name, value in cells.items()}
    return typed(usual(), ("Statements", which, names))


def faults(data, made=None):
    with pytest.raises(ReturnRefused) as refused:
        read(data, made or some())
    return refused.value.problems


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


def test_an_address_that_begins_with_www_is_one():
    assert lines(edit("Face the pupil", resource_1="www.example.org/aids"))[0][2:] == (
        "url",
        "https://www.example.org/aids",
    )


@pytest.mark.parametrize(
    ("typed_as", "kept"),
    [("Primary", "ks1|ks2"), ("secondary; Post-16", "ks3|ks4|post-16"), ("KS1, KS 2", "ks1|ks2")],
)
def test_phases_are_understood_as_schools_call_them(typed_as, kept):
    assert lines(typed(usual(), ("Resources", "Hearing aids", {"Phase": typed_as})))[-1][2:] == (
        "phase",
        kept,
    )


def test_all_that_is_wrong_with_a_resource_is_told_at_once():
    cells = {"Title": "X", "Address": "htps://x.example.org", "Phase": "Y9", "Date checked": "soon"}
    assert len(faults(typed(usual(), ("Resources", "", cells)))) == 3


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


def add(**cells):
    names = {name.replace("_", " ").capitalize(): value for name, value in cells.items()}
    return typed(usual(), ("Add", "", names))


def test_an_added_statement_has_the_labels_that_somebody_gave_it_and_no_others():
    found = lines(add(statement="Agree a signal", what_introduces_it="Staff:", need="Hearing"))
    assert [line[1:] for line in found] == [
        ("added", "text", "Agree a signal"),
        ("added", "lead_in", "Staff:"),
        ("relabelled", "area_of_need", "sensory-and-physical"),
        ("relabelled", "need", "sp-hearing"),
        ("relabelled", "universal", ""),
        ("relabelled", "teachers_standards", ""),
        ("approved", "status", "approved"),
    ]


def test_the_same_words_are_the_same_statement_whoever_adds_them():
    first = lines(add(statement="Agree a signal", area="Sensory and physical"))
    other = add(statement=" Agree a  signal ", area="Cognition and learning", reviewer="Ben")
    assert {line[0] for line in first} == {line[0] for line in lines(other)}


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"area": "Sensory and physical"}, "there are no words under “Statement”"),
        ({"statement": "Agree a signal"}, "it has no category. Choose at least one"),
        (
            {"statement": "• face the pupil.", "area": "Every area of need"},
            "stand in the directory",
        ),
        ({"statement": "One thing\nAnother", "area": "Every area of need"}, "several lines"),
        ({"statement": "Face the pupil", "area": "Every area of need"}, "stand in the directory"),
    ],
)
def test_an_addition_that_cannot_count_is_set_aside_with_what_to_do(cells, says):
    found = decided(add(**cells), some())
    assert found.lines == ()
    assert found.set_aside[0].startswith("Add, row 2: ")
    assert says in found.set_aside[0]


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
    ],
)
def test_a_cell_that_cannot_be_understood_refuses_the_file_and_says_how_to_mend_it(
    sheet, which, cells, says
):
    (fault,) = faults(typed(usual(), (sheet, which, cells)))
    assert says in fault


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


def test_a_workbook_that_lacks_a_sheet_or_its_memory_is_refused_in_words():
    assert faults(without_sheet(usual(), "Add"))[0].startswith("The sheet “Add” is missing.")
    assert "The hidden sheet is missing" in faults(without_sheet(usual(), "Sent"))[0]


def test_taken_in_twice_it_counts_once_and_sent_again_with_more_in_it_only_the_rest_is_new():
    data = add(statement="Agree a signal", area="Sensory and physical", reviewer="Ada")
    log = logged((), decided(data, some()))
    assert decided(data, some(), log=log).lines == ()
    more = typed(data, ("Statements", "Face the pupil", {"Owner": "Ada", "Reviewer": "Ada"}))
    found = decided(more, some(), log=log, name="again.xlsx", at="2026-03-02T09:00:00+00:00")
    assert (found.answers, found.repeated) == (1, 1)


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


def test_the_rows_to_type_into_are_there():
    data = usual()
    assert rows(data, "Add") == []
    assert opened(data)["Add"]["A2"].style == "fingerpost answer"
