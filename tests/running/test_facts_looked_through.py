"""What is typed about resources and owners is looked through, and whoever takes it in is told."""

import pytest
from fingerpost.decisions import Action, Decision, Resource
from fingerpost.reviewing.live.crossed import COLUMNS
from fingerpost.running.reviewing.facts_looked_through import personal_facts

from tests.classifying.rulebooks import NAMES


def told(**facts: str) -> tuple[str, ...]:
    lines = [
        Decision(
            seq=0,
            resource_id="r-1",
            resource_type=Resource.LINK,
            last_action_date="2027-03-01T09:00:00+00:00",
            last_action_type=Action.DESCRIBED,
            field_name=name,
            previous_value="",
            replacement_value=value,
            updated_by="Ada",
            reason="",
            source_digest="",
            pack="",
        )
        for name, value in facts.items()
    ]
    return personal_facts([("Resources, row 7", line) for line in lines], NAMES)


@pytest.mark.parametrize(
    ("fact", "words", "found"),
    [
        ("title", "Signals for Oliver", "“Oliver”"),
        ("trusted_because", "It helped Oliver last year.", "“Oliver”"),
        ("owner", "Ring 01632 960123", "01632 960123"),
        ("publisher", "help@example.org", "help@example.org"),
    ],
)
def test_personal_details_in_a_fact_are_told(fact, words, found):
    (sentence,) = told(**{fact: words})
    assert sentence.startswith(f"Resources, row 7, column {COLUMNS[fact]}: “")
    assert words in sentence.partition(" was taken in")[0]
    assert found in sentence.partition(" was taken in")[2]


def test_an_owner_and_a_publisher_may_be_people():
    assert told(owner="Oliver Example", publisher="Oliver Example") == ()


def test_plain_words_and_an_address_are_told_nothing_of():
    facts = {"title": "Visual timetables", "url": "https://help.example.org/oliver"}
    assert told(**facts, checked_on="2026-11-03", phase="ks1") == ()
