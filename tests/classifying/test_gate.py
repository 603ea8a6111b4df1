"""Signs of need, reasons, duties and page furniture are told from advice by words and form alone."""

from functools import cache

import pytest
from fingerpost.classifying import classify
from fingerpost.meanings import Meanings
from fingerpost.suggestions import Reason

from tests.classifying.rulebooks import meanings, rulebook, strategy
from tests.support.shipped import shipped_rules

SIGNS = (
    "May struggle to follow instructions.",
    "Finds it hard to sit still.",
    "Difficulties with handwriting",
    "Difficulty in making friends.",
    "Limited vocabulary for their age",
    "Poor balance",
    "Avoids eye contact.",
    "Withdraws from group work.",
    "Refuses to enter the hall.",
    "Rarely joins in with play.",
    "Becomes upset when plans change.",
    "Is often tired by noon.",
    "Appears not to listen.",
    "Has trouble remembering what was said.",
    "Struggles to copy from the board.",
    "Cannot hold a pencil with comfort.",
    "Pupils may find it difficult to wait.",
    "The child might seem anxious at the start of the day.",
    "They may have a short attention span.",
    "Some learners have difficulty with change.",
    "Reluctance to speak in class",
    "Easily distracted by noise.",
    "Unable to recall number facts.",
    "Forgets equipment and homework.",
    "Lack of confidence in new places",
    "Anxiety about tests",
    "A pupil may avoid reading aloud.",
    "Does not respond to their name.",
    "Seeks out strong smells or textures.",
    "Children can be slow to start a task.",
    "Shows distress at loud sounds.",
)
ADVICE = (
    "Use visual timetables.",
    "Give extra time to answer.",
    "Staff should face the class when they speak.",
    "Providing a quiet place to work.",
    "We share plans with families each term.",
    "Visual timetable",
    "Now and next boards",
    "Quiet area in every classroom",
    "Show me a picture so that I can follow.",
    "Check hearing aids each morning.",
    "Do not insist on eye contact.",
    "Teach learners to ask for help when they struggle.",
    "Offer a break when a pupil finds it hard to sit still.",
    "Notice when a child withdraws and check in with them.",
    "Seat pupils who are easily distracted near the teacher.",
    "Pre-teach the words of the topic.",
    "Agreed signals for help",
    "Regular movement breaks",
    "All staff know who wears a hearing aid.",
    "Lessons begin with a review of what was learnt before.",
    "Leaders check that plans are carried out.",
    "Adults model calm voices.",
)


@cache
def known():
    book = shipped_rules()
    return book, Meanings(book.headings)


def judged(text, path=""):
    return classify([strategy(text, path)], *known())[0]


def doubts(found):
    return {Reason.MAY_BE_INDICATOR, Reason.MAY_NOT_BE_STRATEGY} & set(found.reasons)


@pytest.mark.parametrize("text", SIGNS)
def test_a_sign_of_need_is_doubted(text):
    assert doubts(judged(text)), judged(text).strategy_probability


@pytest.mark.parametrize("text", SIGNS)
def test_a_sign_of_need_is_doubted_even_below_a_heading_that_promises_advice(text):
    assert doubts(judged(text, "Communication and interaction > Strategies"))


@pytest.mark.parametrize("text", ADVICE)
def test_advice_below_a_heading_that_promises_it_is_not_doubted(text):
    assert not doubts(judged(text, "Communication and interaction > Strategies"))


def test_most_advice_is_told_by_its_words_alone():
    doubted = [text for text in ADVICE if doubts(judged(text))]
    assert len(doubted) <= 0.2 * len(ADVICE), doubted


def test_signs_come_below_advice_in_probability():
    highest = max(judged(text).strategy_probability for text in SIGNS)
    below = [text for text in ADVICE if judged(text).strategy_probability <= highest]
    assert len(below) <= 0.25 * len(ADVICE), below


def test_a_lead_in_that_tells_of_need_makes_signs_of_its_items():
    item = strategy("sit still for long", lead_in="Pupils may struggle to:")
    assert doubts(classify([item], rulebook(), meanings())[0])


def test_a_lead_in_that_asks_makes_advice_of_its_items():
    item = strategy("a bank of words", lead_in="Before writing, give the learner:")
    found = classify([item], rulebook(), meanings())[0]
    assert not doubts(found)


def test_a_heading_that_means_something_else_outweighs_the_form():
    assert doubts(judged("Use visual timetables.", "What you may notice"))
