"""What a person is told of answers taken back."""

from fingerpost.cli.review import whose


def test_answers_of_somebody_who_gave_no_name_are_said_to_be_so():
    assert whose(("Ann", "")) == "Ann and somebody who gave no name"
    assert whose(("Ann", "Bea")) == "Ann and Bea"
    assert whose(("",)) == "somebody who gave no name"
