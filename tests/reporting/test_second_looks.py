"""The summary points out answers worth a second look, and is silent where there are none."""

from fingerpost.reporting import summary_page
from fingerpost.reviewing import triage
from fingerpost.taught import SecondLook
from fingerpost.taxonomy import Facet

from tests.support.outcomes import outcome, statement

FOUND = SecondLook(
    item="s-aid",
    text="Check the aid",
    reviewer="Ann",
    facet=Facet.AREA,
    chosen=("semh",),
    likely="sensory-and-physical",
    quote="aid",
)


def page(*looks):
    made = outcome(statement("Sit"), second_looks=looks)
    return summary_page(made, triage(made))


def test_the_summary_names_statement_person_choice_and_words():
    said = page(FOUND)
    assert "1 answer worth a second look" in said
    assert "“Check the aid”: Ann chose Social, emotional and mental health" in said
    assert "the words “aid” say Sensory and physical." in said


def test_without_any_the_summary_is_silent():
    assert "second look" not in page()
