import pytest
from fingerpost.extracting import extract

from tests.support.guidance import guidance
from tests.support.headings import meanings
from tests.support.outline import document, roles, told
from tests.support.word import docx, level, lists, p

HEADS = (p("Communication and interaction", outline=0), p("Strategies", outline=1))


def read(outline):
    return extract(document(outline), meanings())


@pytest.mark.parametrize(
    "stem", ["Avoid:", "Never use:", "Don’t:", "Do not allow:", "Stop:", "Staff never say:"]
)
def test_a_stem_beside_its_items_leads_them_in_until_the_next_stem(stem):
    found = read(f"""
        # Strategies
        - Greet each learner.
        - {stem}
        - loud bells
        - sarcasm in class
        - Plan for:
        - school trips
    """)
    assert told(found) == [
        "Strategies: Greet each learner.",
        f"Strategies: [{stem}] loud bells !not-whole-alone",
        f"Strategies: [{stem}] sarcasm in class !not-whole-alone",
        "Strategies: [Plan for:] school trips !not-whole-alone",
    ]
    assert roles(found)[stem] == "lead-in"


def test_a_stem_in_a_cell_is_never_lost():
    found = read("""
        |! Need | Strategies |
        | Anger | - Give a choice. // - Never: // - block the doorway |
    """)
    assert [s.lead_in for s in found.strategies] == ["", "Never:"]


@pytest.mark.parametrize(
    "heading", ["Don’t", "Do not", "Avoid", "Things to avoid", "What not to say", "Unhelpful words"]
)
def test_what_stands_below_a_heading_that_forbids_is_never_whole_alone(heading):
    found = read(f"""
        # Strategies
        ## {heading}
        - Shout across the room.
        ### In class
        - Cover your mouth.
        ## Do
        - Face the class.
        | Need | {heading} |
        | Hearing | - Whisper. |
    """)
    doubted = {s.text: "not-whole-alone" in s.doubts for s in found.strategies}
    assert doubted == {
        "Shout across the room.": True,
        "Cover your mouth.": True,
        "Face the class.": False,
        "Whisper.": True,
    }


@pytest.mark.parametrize(
    "heading", ["Learners who do not speak", "Why not try these?", "Avoidance", "Helping at lunch"]
)
def test_a_heading_with_a_not_that_forbids_nothing_doubts_nothing(heading):
    found = read(f"""
        # Strategies
        ## {heading}
        - Face the class.
    """)
    assert found.strategies[0].doubts == ()


@pytest.mark.parametrize("stem", ["Avoid:", "Never:", "**Don’t:**", "Try not to:", "Do not"])
def test_a_plain_line_that_ends_in_a_not_leads_in_and_is_no_label(stem):
    found = read(f"""
        # Strategies
        {stem}
        - Raise your voice
        Whole school:
        - Open a den.
    """)
    bare = stem.strip("*")
    assert told(found) == [
        f"Strategies: [{bare}] Raise your voice",
        "Strategies > Whole school: Open a den.",
    ]


def test_a_not_holds_for_lines_without_marks_however_long():
    line = "Send the learner out of the room " + "and along the corridor " * 7
    found = read(f"""
        # Strategies
        Never:
        {line}
    """)
    assert [s.lead_in for s in found.strategies] == ["Never:"]


def test_a_not_holds_for_lines_below_a_list_item():
    found = read("""
        # Strategies
        - Never:
        Block the doorway.
    """)
    assert told(found) == ["Strategies: [Never:] Block the doorway. !not-whole-alone"]


def test_a_not_holds_for_what_is_deeper_than_its_items():
    found = read("""
        # Strategies
        Avoid:
        - sudden noise
          - bells in the hall
          - in lessons:
            - shouting
    """)
    assert [s.lead_in for s in found.strategies] == ["Avoid:", "Avoid:", "Avoid: in lessons:"]


def test_a_not_is_doubted_but_kept_where_its_list_may_be_over():
    found = read("""
        # Strategies
        Do not:
        - raise your voice.
        - Offer a seat.
    """)
    assert told(found) == [
        "Strategies: [Do not:] raise your voice.",
        "Strategies: [Do not:] Offer a seat. !not-whole-alone",
    ]


def test_a_not_among_lines_broken_by_hand_leads_in_the_next_ones():
    found = read("""
        # Strategies
        • Offer a seat by the door⏎• Never use:⏎• threats about home
    """)
    assert told(found) == [
        "Strategies: Offer a seat by the door",
        "Strategies: [Never use:] threats about home !not-whole-alone",
    ]


def test_a_bold_not_at_the_start_of_a_line_stays_with_it():
    found = read("""
        # Strategies
        **Avoid:** ask the learner to read aloud.
    """)
    assert "Avoid: ask the learner to read aloud." in {row.text for row in found.ledger}
    assert all("Avoid" in s.text for s in found.strategies)


def test_visible_words_with_hidden_ones_among_them_are_doubted():
    found = read("""
        # Strategies
        - Do {?not ?}raise your voice.
    """)
    assert told(found) == ["Strategies: Do raise your voice. !not-whole-alone"]


@pytest.mark.parametrize(
    "stem",
    [
        "Watch for:",
        "Be alert to:",
        "Be aware that a deaf child:",
        "Deaf pupils usually:",
        "Common difficulties:",
        "It can look like:",
        "Red flags:",
        "Remember that these pupils:",
        "Look out for:",
        "Staff report the following:",
    ],
)
def test_what_may_be_signs_of_need_by_its_stem_is_doubted(stem):
    found = read(f"""
        # Strategies
        {stem}
        - copying from neighbours
    """)
    doubts = [s.doubts for s in found.strategies]
    assert doubts in ([], [("may-be-indicator",)])


@pytest.mark.parametrize("stem", ["Avoid:", "Staff on duty will now:"])
def test_a_later_lead_in_ends_a_label_that_held_no_advice(stem):
    found = read(f"""
        # Strategies
        Why:
        - Eyes tire.
        {stem}
        - shouting
    """)
    assert told(found) == [f"Strategies: [{stem}] shouting !may-not-be-strategy"]
    assert roles(found)["Eyes tire."] == "rationale"


def test_signs_go_on_below_a_lead_in_that_says_no_more():
    found = read("""
        # Strategies
        What you may notice:
        - Loses the place.
        When reading a book:
        - Skips lines.
    """)
    assert roles(found)["Skips lines."] == "indicator"


@pytest.mark.parametrize("cross", ["✗ ", "✘ ", "❌ ", "✖\ufe0f ", "🚫 ", "\uf0fb\t"])
def test_a_cross_before_words_says_the_opposite_of_advice(cross):
    ticked, crossed = (p(mark, "Rush the learner.") for mark in ("✓ ", cross))
    found = guidance(docx(*HEADS, ticked, crossed))
    assert [s.doubts for s in found.extraction.strategies] == [(), ("not-whole-alone",)]
    assert found.texts == ["Rush the learner."] * 2


def test_a_cross_as_the_mark_of_a_list_says_the_opposite_too():
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    marks = (level(0, code, "bullet").replace("</w:lvl>", font) for code in ("\uf0fc", "\uf0fb"))
    items = (p("Rush the learner.", num=(series, 0)) for series in (1, 2))
    found = guidance(docx(*HEADS, *items, numbering=lists(*marks)))
    assert [s.doubts for s in found.extraction.strategies] == [(), ("not-whole-alone",)]
