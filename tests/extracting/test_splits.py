"""What is proposed as parts, and what is left whole; nothing here changes a statement."""

import pytest
from fingerpost.extracting import extract
from fingerpost.extracting.splits import split_of
from fingerpost.extracting.wording import publishable
from hypothesis import given
from hypothesis import strategies as st

from tests.support.headings import meanings
from tests.support.outline import document, texts


def parts(text: str) -> list[str]:
    found = split_of(text, publishable(text))
    return [part.text for part in found.parts] if found else [publishable(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sit the learner near the front. Offer a quiet place to work.",
            ["Sit the learner near the front.", "Offer a quiet place to work."],
        ),
        (
            "Staff should face the class. Adults should speak one at a time.",
            ["Staff should face the class.", "Adults should speak one at a time."],
        ),
        (
            "We greet learners by name. We plan trips with families.",
            ["We greet learners by name.", "We plan trips with families."],
        ),
        (
            "I can choose where I sit. I can ask for a break.",
            ["I can choose where I sit.", "I can ask for a break."],
        ),
    ],
)
def test_two_sentences_that_are_each_advice_are_proposed_as_two(text, expected):
    assert parts(text) == expected


def test_a_list_with_semicolons_is_proposed_as_its_items():
    text = "Enlarge the font on screen; do not enlarge the paper; and offer a tinted sheet."
    assert parts(text) == [
        "Enlarge the font on screen.",
        "Do not enlarge the paper.",
        "Offer a tinted sheet.",
    ]


def test_lines_of_one_paragraph_that_are_each_advice_are_proposed_as_lines():
    assert parts("Keep a log of absence\nSend a card on the first day") == [
        "Keep a log of absence",
        "Send a card on the first day",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Keep class routines simple and explain new words with a picture.",
            ["Keep class routines simple.", "Explain new words with a picture."],
        ),
        (
            "giving praise for effort and providing time for a second try",
            ["giving praise for effort", "providing time for a second try"],
        ),
    ],
)
def test_an_and_between_two_pieces_of_advice_is_proposed_as_two(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A reason, or what speaks of the sentence before it.
        "Use a sand timer. This helps learners to see how long is left.",
        "Offer a card to ask for a break. It can be kept in a pocket.",
        "Send a photograph home. They can talk about it there.",
        "Use a word mat. Research from many schools shows that it works.",
        "Offer a break card. Keep it in reach.",
        "Let the group talk. Then ask one to report.",
        # Abbreviations, decimals, addresses, brackets and quotations.
        "Use aids, e.g. Coloured beads. i.e. Use what can be held.",
        "Ask Mrs. Bell for a copy.",
        "Read for 2.5 minutes; 3.5 at most.",
        "Use the pack at https://example.org/a;b. See page 4.",
        "Offer choices (Use two. Offer three later.) at snack time.",
        "Say “Stop here. Look at me.” in a calm voice.",
        'Say "Stop here. Look at me." in a calm voice.',
        "Say ‘It’s time. Put the pens away.’ in a calm voice.",
        # One plan: a purpose, a lead-in with its examples, one thing done in two steps.
        "Stay near me and keep your voice soft, so that I can calm down.",
        "Support for planning - eg story ladders; question cards; paragraph frames",
        "Teach in clear steps: give a model; ask for a copy; offer praise.",
        "Write a plan with the learner and share it with the family.",
        "Draw the day as a hill and talk about the steep parts.",
        "Encourage pupils to lead clubs and give talks.",
        "Do not rush the answer and finish the sentence.",
        "When a learner is upset, lower your voice and give some space.",
        "Teach and model active listening.",
        # What points back, sets up an activity, stands in brackets or speaks of something else.
        "Tell a story in parts. Choose the ending that fits.",
        "Give learners a card. Reward what they say aloud.",
        "Look at a story together. Write three words on a card.",
        "Offer a second sheet. (Use large print for some.)",
        "We greet learners by name. We know every family well.",
        "We greet learners by name. Offer a seat near a friend.",
        "Structure the task in steps. It can begin with a model; give praise at the end.",
        "Offer a choice (cards; give two at most) at snack time.",
        "Write “make a start; give me a wave” on the board.",
        "Offer a quiet corner (use the hall) and provide a timer all day.",
        "Set a clear task and give praise before lunch.",
        "Let the whole group choose and provide a seat.",
        # Not advice at all.
        "The council was founded in 1974. The office is in the town hall.",
        "Support staff are trained. Support can be booked.",
        "Giving praise works. Giving praise costs nothing.",
        "Can the learner see? Can the learner hear?",
    ],
)
def test_what_is_one_statement_is_left_whole(text):
    assert split_of(text, publishable(text)) is None


def test_a_reason_stays_with_the_advice_it_is_for():
    assert parts("Use a sand timer. This shows what is left. Offer a choice of tasks.") == [
        "Use a sand timer. This shows what is left.",
        "Offer a choice of tasks.",
    ]


def test_the_reason_for_a_proposal_is_told_in_words():
    found = split_of("Face the class. Speak in short sentences.", "")
    assert found
    assert found.reason == "two sentences, each advice by itself"


def test_a_typed_mark_is_no_part_of_the_first_part():
    source = "•\tFace the class. Speak in short sentences."
    found = split_of(source, "Face the class. Speak in short sentences.")
    assert found
    assert [part.text for part in found.parts] == [
        "Face the class.",
        "Speak in short sentences.",
    ]
    assert "".join(part.source_text for part in found.parts) == source


WORDS = st.sampled_from(
    [
        "Use",
        "Offer",
        "Give",
        "staff",
        "should",
        "a",
        "timer",
        "it",
        "This",
        "helps",
        "and",
        "do",
        "not",
        "e.g.",
        "“Stop",
        "so",
        "that",
        "I",
        "can",
        "i.e.",
        "(see",
        "praise",
        ")",
        ";",
        ".",
        ":",
        "\n",
        "?",
        "”",
        ",",
        "Keep",
        "giving",
        "providing",
        "time",
        "clear",
        "Wait",
        "ten",
        "seconds",
        "Mrs.",
        "2.5",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_the_parts_give_the_statement_back_and_are_parted_no_further(text):
    found = split_of(text, publishable(text))
    if found:
        assert "".join(part.source_text for part in found.parts) == text
        assert all(part.text for part in found.parts)
        assert all(split_of(part.source_text, part.text) is None for part in found.parts)


def test_a_proposal_changes_no_statement_of_the_document():
    found = extract(
        document("""
        # Strategies
        - Face the class. Speak in short sentences.
        - Wait ten seconds.
    """),
        meanings(),
    )
    assert texts(found) == ["Face the class. Speak in short sentences.", "Wait ten seconds."]
    first, second = found.strategies
    assert first.split
    assert len(first.split.parts) == 2
    assert second.split is None
    assert first.doubts == second.doubts


def test_what_is_too_long_for_a_statement_is_left_whole():
    text = "Use a timer in class. " * 200
    assert split_of(text, publishable(text)) is None
