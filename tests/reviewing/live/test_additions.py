"""Statements that never stood in Word come back from the workbook as somebody typed them."""

import pytest
from fingerpost.directory import Status
from fingerpost.neutral import steady

from tests.reviewing.live.directories import add, lines, rows, some, typed, usual
from tests.support.outcomes import statement
from tests.support.workbooks import decided, logged, opened


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


def test_words_that_were_rejected_once_may_be_added():
    made = some(statement("Agree a signal", status=Status.REJECTED))
    found = decided(add(statement="Agree a signal", area="Sensory and physical"), made)
    assert (found.answers, found.set_aside) == (1, ())


def test_taken_in_twice_it_counts_once_and_sent_again_with_more_in_it_only_the_rest_is_new():
    data = add(statement="Agree a signal", area="Sensory and physical", reviewer="Ada")
    log = logged((), decided(data, some()))
    assert decided(data, some(), log=log).lines == ()
    more = typed(data, ("Statements", "Face the pupil", {"Owner": "Ada", "Reviewer": "Ada"}))
    found = decided(more, some(), log=log, name="again.xlsx", at="2026-03-02T09:00:00+00:00")
    assert (found.answers, found.repeated) == (1, 1)


def test_the_rows_to_type_into_are_there():
    data = usual()
    assert rows(data, "Add") == []
    assert opened(data)["Add"]["A2"].style == "fingerpost answer"


def test_signs_that_command_a_terminal_and_halves_of_characters_are_nobodys_words():
    words = "Keep _x001B_[31m calm_x202E_ _x0000_and_xD83D_ say_x000B__xD83D__xDE00_"
    data = typed(
        usual(),
        ("Statements", "Face the pupil", dict.fromkeys(("Owner", "Note", "Reviewer"), words)),
        (
            "Add",
            "",
            {
                "Area": "Sensory and physical",
                "Statement": "Show a clock",
                "What introduces it": words,
            },
        ),
        ("Resources", "Hearing aids", dict.fromkeys(("Title", "Owner", "Reviewer"), words)),
    )

    said = {line.replacement_value for line in decided(data, some()).lines}
    assert "Keep [31m calm and\ufffd say 😀" in said
    assert [text for text in said if steady(text) != text] == []
