import subprocess
import sys

import pytest
from fingerpost.reviewing.asking.hints import FEWEST_WORDS, About, hints, reading_age
from fingerpost.rulebook import Glossary
from hypothesis import given
from hypothesis import strategies as st

OURS = Glossary(
    words={"EHCP": "education, health and care plan", "KS2": "Key Stage 2"}, known=("TA",)
)
EASY = "Show the card. Wait. Say the word. Smile when the child says it too. "
HARD = (
    "Practitioners collaboratively formulate individualised multidisciplinary recommendations "
    "regarding communication difficulties and consequently differentiate organisational "
    "expectations, incorporating specialised terminology appropriately. "
)


def told(text, glossary=OURS):
    return [one.says for one in hints(text, glossary)]


def words(number):
    return " ".join(["Show", *["it"] * (number - 1)])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Show the pupil the clock.",
        f"{words(25)}.",
        "Ask the TA or the TAs.",
        "Write the plan (EHCP) with the family.",
        "Write the EHCP (education, health and care plan).",
        "Do NOT shout, and NEVER point.",
        "DO WHAT THE EHCP AND THE XYZ SAY",
        "Use PowerPoint, an iPad or A4 paper.",
    ],
)
def test_there_is_no_advice_on_plain_words(text):
    assert told(text) == []


def test_a_sentence_of_more_than_25_words_could_be_two():
    assert told(f"Look. {words(26)}. Wait.") == ["A sentence has 26 words. Could it be two?"]


def test_several_long_sentences_are_told_together():
    assert told(f"{words(30)}. {words(26)}? Wait.") == [
        "2 sentences have more than 25 words. Could they be shorter?"
    ]


def test_an_abbreviation_in_the_councils_list_comes_with_its_words():
    assert told("Read the Ehcp, then the EHCPs, in KS2.") == [
        "“EHCP” could be written out: education, health and care plan.",
        "“KS2” could be written out: Key Stage 2.",
    ]


def test_an_abbreviation_that_the_list_does_not_know_is_asked_about_once():
    assert told("Ask the XQZ, and the XQZ again, about SpXD") == [
        "“XQZ”: what is it short for?",
        "“SpXD”: what is it short for?",
    ]


def test_a_hard_text_is_told_with_its_age_and_where_the_figure_is_from():
    (found,) = [one for one in hints(HARD * 3, OURS) if one.about is About.READING_AGE]
    assert found.says.startswith("Reads like a text for age ")
    assert "Flesch-Kincaid grade plus 5, by textstat" in found.says
    assert reading_age(HARD * 3) > 20


def test_an_easy_text_and_a_short_one_have_no_reading_age():
    easy = EASY * 8
    assert reading_age(easy) < 8
    assert told(easy) == []
    assert len(HARD.split()) < FEWEST_WORDS
    assert not any(one.about is About.READING_AGE for one in hints(HARD, OURS))


def test_reading_age_is_the_flesch_kincaid_grade_plus_five():
    # 10 words in 2 sentences, all of one syllable: 0.39 * 5 + 11.8 * 1 - 15.59 = -1.84
    assert reading_age("The cat sat on it. The dog sat on her.") == pytest.approx(3.16)


def test_reading_age_asks_nothing_of_the_network():
    code = (
        "import socket, nltk\n"
        "def refuse(*_, **__): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = socket.create_connection = nltk.download = refuse\n"
        "from fingerpost.reviewing.asking.hints import reading_age\n"
        "print(reading_age('Provide visual timetables. Anticipate transitions.'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert float(done.stdout) > 10


@given(st.text(max_size=200))
def test_advice_on_any_text_is_whole_sentences_and_the_same_each_time(text):
    found = told(text)
    assert found == told(text)
    assert all(one.endswith((".", "?")) for one in found)
