"""In a child's section only what asks something of an adult is advice."""

import pytest
from fingerpost.classifying import classify
from fingerpost.suggestions import Reason

from tests.classifying.rulebooks import meanings, rulebook, strategy

BOOK = rulebook(child_sections=("strategies",), voices=())


def reasons(text):
    return classify([strategy(text, "SEMH > Strategies")], BOOK, meanings())[0].reasons


@pytest.mark.parametrize(
    "text",
    [
        "I feel sick when it is noisy",
        "I hide when I am scared",
        "I like dogs",
        "I bite so that I can get out of class",
        "Loud noises hurt my ears",
        "My teacher shouts at me",
        "People laugh at me so I hide",
        "So that I can join in",
    ],
)
def test_what_a_child_tells_of_itself_waits(text):
    assert Reason.MAY_BE_INDICATOR in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        "Let me sit by the door so that I can leave",
        "Give me a card so I can say no",
        "Tell me what is next to help me feel safe",
        "Please show me a picture first",
        "I need you to wait for my answer",
    ],
)
def test_what_a_child_asks_of_an_adult_does_not_wait(text):
    assert reasons(text) == ()
