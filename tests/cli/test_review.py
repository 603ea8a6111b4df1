"""What a person is told of answers taken in and taken back."""

from fingerpost.cli.review import taken_in, whose
from fingerpost.running.reviewing.merging import Taken


def test_answers_of_somebody_who_gave_no_name_are_said_to_be_so():
    assert whose(("Ann", "")) == "Ann and somebody who gave no name"
    assert whose(("Ann", "Bea")) == "Ann and Bea"
    assert whose(("",)) == "somebody who gave no name"


def test_a_row_that_could_not_count_ends_like_a_file_that_was_refused():
    aside = Taken(file="one.xlsx", answers=3, set_aside=("Queue, row 4: this statement is gone.",))

    assert (taken_in([aside]).code, taken_in([Taken(file="two.xlsx", answers=3)]).code) == (1, 0)
    assert "  set aside: Queue, row 4: this statement is gone." in taken_in([aside]).lines
    assert taken_in([Taken(file="three.xlsx", answers=1, undecided=("Queue, row 2",))]).code == 0
