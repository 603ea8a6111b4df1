import pytest
from fingerpost.extracting import extract

from tests.support.headings import meanings
from tests.support.outline import document, roles, texts, told


def read(outline):
    return extract(document(outline), meanings())


def test_a_lead_in_goes_with_each_item_and_is_none_itself():
    found = read("""
        # Strategies
        Visual supports are used to:
        - show the order of the day;
        - mark where things live.
    """)
    assert told(found) == [
        "Strategies: [Visual supports are used to:] show the order of the day;",
        "Strategies: [Visual supports are used to:] mark where things live.",
    ]
    assert roles(found)["Visual supports are used to:"] == "lead-in"


@pytest.mark.parametrize("lead", ["This includes:", "Support such as", "Use aids including"])
def test_words_that_call_for_more_lead_in_with_or_without_a_colon(lead):
    found = read(f"""
        # Reading
        {lead}
        - a reading ruler
    """)
    assert [s.lead_in for s in found.strategies] == [lead]


def test_a_lead_in_to_signs_of_need_bars_its_items():
    found = read("""
        # Reading
        Learners may:
        - lose the place;
        - guess words.
        Staff can help by:
        - giving time.
    """)
    assert texts(found) == ["giving time."]
    assert roles(found)["guess words."] == "indicator"


def test_help_below_signs_of_need_is_let_in_by_its_lead_in():
    found = read("""
        # Hearing
        ## What you may notice
        - Mishears words.
        Adults can help by:
        - facing the learner.
    """)
    assert texts(found) == ["facing the learner."]


def test_a_parent_that_ends_in_a_colon_leads_in_its_children():
    found = read("""
        # Strategies
        - Give out role cards:
          - a summariser;
          - a questioner.
        - Limit groups to three.
    """)
    assert [(s.lead_in, s.text) for s in found.strategies] == [
        ("Give out role cards:", "a summariser;"),
        ("Give out role cards:", "a questioner."),
        ("", "Limit groups to three."),
    ]


def test_a_parent_that_is_whole_is_a_statement_and_leads_in_nothing():
    found = read("""
        # Strategies
        Every day, staff will:
        - Plan sensory breaks.
          - wall presses
    """)
    assert [(s.lead_in, s.text) for s in found.strategies] == [
        ("Every day, staff will:", "Plan sensory breaks."),
        ("", "wall presses"),
    ]


def test_a_lead_in_ends_with_the_list_it_introduces():
    found = read("""
        # Strategies
        Before writing, give the learner:
        - a picture plan;
        - a bank of words.
        - Accept drawings where writing is not the point.
    """)
    assert found.strategies[-1].lead_in == ""


def test_a_plain_line_that_names_the_list_below_it_is_a_label_with_a_doubt():
    found = read("""
        # Hearing
        What you may notice
        - Mishears words.
        Strategies
        - Face the class.
        Seating and position
        - Sit near.
    """)
    assert told(found) == [
        "Hearing > Strategies: Face the class. !inferred-heading",
        "Hearing > Seating and position: Sit near. !inferred-heading",
    ]


def test_a_known_question_as_plain_text_bars_the_signs_below_it():
    found = read("""
        # Reading
        What you may notice?
        - Reads slowly
        Strategies
        Give time.
        Some learners
        - Teach in a small group
    """)
    assert told(found) == [
        "Reading > Strategies: Give time. !inferred-heading",
        "Reading > Some learners: Teach in a small group !inferred-heading",
    ]


def test_a_sentence_that_breaks_off_before_a_list_leads_it_in():
    found = read("""
        # Strategies
        Every teacher will
        - face the class
        - wait
    """)
    assert [s.lead_in for s in found.strategies] == ["Every teacher will", "Every teacher will"]


def test_this_includes_opens_no_list_of_signs():
    found = read("""
        # Hearing
        ## What you may notice
        This includes:
        - mishearing words
    """)
    assert texts(found) == []
    assert roles(found)["mishearing words"] == "indicator"


def test_a_known_name_as_parent_item_leads_in_its_children():
    found = read("""
        # Hearing
        - What you may notice
          - Mishears words.
        - Strategies
          - Face the class.
    """)
    assert [(s.lead_in, s.text) for s in found.strategies] == [("Strategies", "Face the class.")]
    assert roles(found)["Mishears words."] == "indicator"


def test_help_among_signs_is_let_in_by_the_item_that_introduces_it():
    found = read("""
        # Hearing
        ## What you may notice
        - Mishears words.
        - Staff can help by:
          - facing the learner
        - Watches others.
    """)
    assert texts(found) == ["facing the learner"]
    assert roles(found)["Watches others."] == "indicator"


def test_a_list_inside_an_item_leaves_the_list_around_it_whole():
    found = read("""
        # Strategies
        Staff will:
        - offer one of:⏎• a pencil⏎• a pen
        - wait.
    """)
    assert [(s.lead_in, s.text) for s in found.strategies] == [
        ("offer one of:", "a pencil"),
        ("offer one of:", "a pen"),
        ("Staff will:", "wait."),
    ]


def test_a_list_left_empty_by_its_links_is_none():
    found = read("""
        # Reading
        For example:
        - [Reading audit](https://example.org/a)
        - https://example.org/b
    """)
    assert texts(found) == []
    assert roles(found)["https://example.org/b"] == "resource"
