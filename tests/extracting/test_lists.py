from dataclasses import replace

import pytest
from fingerpost.extracting import extract

from tests.support.headings import meanings
from tests.support.outline import document, roles, texts, told


def read(outline):
    return extract(document(outline), meanings())


def test_each_item_of_a_list_is_a_candidate_under_its_headings():
    found = read("""
        # Communication and interaction
        ## Strategies
        - Say the learner's name first.
        - Wait ten seconds.
    """)
    assert told(found) == [
        "Communication and interaction > Strategies: Say the learner's name first.",
        "Communication and interaction > Strategies: Wait ten seconds.",
    ]


def test_a_heading_ends_those_of_its_level_and_deeper():
    found = read("""
        # One
        ## Inner
        - First thing.
        # Two
        - Second thing.
    """)
    assert told(found) == ["One > Inner: First thing.", "Two: Second thing."]


def test_the_title_is_context_and_no_step_of_the_path():
    found = read("""
        % Supporting hearing
        # Strategies
        - Face the class.
    """)
    assert told(found) == ["Strategies: Face the class."]
    assert found.title == "Supporting hearing"
    assert found.strategies[0].context == ("guidance", "Supporting hearing")


@pytest.mark.parametrize("mark", ["•", "→", "▪", "–", "✓", "o", "1."])
def test_a_typed_mark_is_no_part_of_the_statement(mark):
    found = read(f"""
        # Strategies
        {mark} Use a now and next board.
    """)
    assert texts(found) == ["Use a now and next board."]
    assert found.strategies[0].source_text == f"{mark} Use a now and next board."


def test_a_dash_inside_a_statement_stays():
    found = read("""
        # Strategies
        - Scaffolding of writing - eg task plans; word banks; frames
    """)
    assert texts(found) == ["Scaffolding of writing - eg task plans; word banks; frames"]


def test_punctuation_at_the_end_of_an_item_stays_as_it_was_written():
    found = read("""
        # Strategies
        - a visible timer;
        - a quiet corner,
        - one adult to go to.
    """)
    assert texts(found) == ["a visible timer;", "a quiet corner,", "one adult to go to."]


def test_soft_hyphens_and_zero_width_characters_do_not_show_but_are_accounted_for():
    found = read("""
        # Strategies
        - Use pic\u00adtures and sym\u200bbols.
    """)
    assert texts(found) == ["Use pictures and symbols."]
    assert found.ledger[-1].text == "Use pic\u00adtures and sym\u200bbols."


def test_signs_of_need_in_the_same_list_style_are_no_candidates():
    found = read("""
        # Hearing
        ## What you may notice
        - Watches others before starting.
        ### At playtime
        - Does not turn when called.
        ## Strategies
        - Face the class.
    """)
    assert texts(found) == ["Face the class."]
    assert roles(found)["Watches others before starting."] == "indicator"
    assert roles(found)["Does not turn when called."] == "indicator"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Why?", "rationale"),
        ("Contacts", "contact"),
        ("Document control", "document-control"),
        ("Guiding principles", "principle"),
        ("The law", "duty"),
        ("Introduction", "context"),
        ("Useful resources", "resource"),
    ],
)
def test_what_a_heading_promises_to_be_no_advice_goes_to_the_ledger_in_that_role(heading, role):
    found = read(f"""
        # {heading}
        - Something that stands in a list.
    """)
    assert texts(found) == []
    assert roles(found)["Something that stands in a list."] == role


def test_a_paragraph_indented_like_the_item_above_goes_on_from_it():
    found = read("""
        # Strategies
        - Use a timer
        > that everyone can see.
        - Wait.
    """)
    assert texts(found) == ["Use a timer that everyone can see.", "Wait."]
    assert [row.item for row in found.ledger] == ["", "0", "0", "1"]
    assert found.strategies[0].source_text == "Use a timer\nthat everyone can see."


def test_the_comma_before_a_continuation_stays():
    found = read("""
        # Strategies
        - Use the same words,
        > and write them down;
    """)
    assert texts(found) == ["Use the same words, and write them down;"]


def test_an_unfinished_item_takes_in_a_small_lettered_line():
    found = read("""
        # Strategies
        - Seat the learner away from the door
        and the radiator.
    """)
    assert texts(found) == ["Seat the learner away from the door and the radiator."]


def test_a_whole_item_leaves_the_next_paragraph_alone():
    found = read("""
        # Strategies
        - Seat the learner well.
        The room is often noisy.
    """)
    assert texts(found) == ["Seat the learner well."]
    assert roles(found)["The room is often noisy."] == "context"


def test_an_item_that_is_only_a_link_is_a_resource_of_the_item_above():
    found = read("""
        # Strategies
        - Audit the room.
        - [Sensory audit](https://example.org/audit) (opens in new window)
    """)
    assert texts(found) == ["Audit the room."]
    assert [link.href for link in found.strategies[0].links] == ["https://example.org/audit"]
    row = found.ledger[-1]
    assert (row.role, row.reason) == ("resource", "https://example.org/audit")


def test_a_link_inside_a_statement_is_kept_with_its_words():
    found = read("""
        # Strategies
        - Use the [audit](https://example.org/audit) each term.
    """)
    assert [(link.href, link.label) for link in found.strategies[0].links] == [
        ("https://example.org/audit", "audit")
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///c:/x", "data:text/html,x", "x.docx"]
)
def test_an_unsafe_link_is_dropped_and_doubted(href):
    found = read(f"""
        # Strategies
        - Use the [form]({href}) each term.
    """)
    assert found.strategies[0].links == ()
    assert found.strategies[0].doubts == ("unsafe-link",)


def test_a_sign_in_an_address_that_nobody_sees_is_written_out():
    found = read("""
        # Strategies
        - Use the [form](https://forms.example/\u202egpj\u200b) each term.
    """)
    assert found.strategies[0].links[0].href == "https://forms.example/%E2%80%AEgpj%E2%80%8B"


def test_tag_like_items_are_candidates_however_short():
    found = read("""
        # Strategies
        - Growth mindset
        - Help box
    """)
    assert texts(found) == ["Growth mindset", "Help box"]


def test_a_duty_in_law_is_no_strategy():
    found = read("""
        # Strategies
        - Schools must by law make reasonable adjustments.
        - Staff must face the learner.
    """)
    assert texts(found) == ["Staff must face the learner."]
    assert roles(found)["Schools must by law make reasonable adjustments."] == "duty"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Advice line: 0113 496 0160, weekdays", "contact"),
        ("Email: send@example.org", "contact"),
        ("Version 2.1", "document-control"),
        ("Next review: March 2027", "document-control"),
        ("© Anytown Council. All rights reserved.", "boilerplate"),
        ("This page is intentionally left blank", "boilerplate"),
        ("Please also see the section on listening.", "note"),
        ("Hearing ........ 12", "contents-list"),
    ],
)
def test_particulars_are_known_by_their_words(line, role):
    found = read(f"""
        # Hearing
        - Face the class.
        {line}
    """)
    assert texts(found) == ["Face the class."]
    assert roles(found)[line] == role


@pytest.mark.parametrize(
    "text",
    [
        "Review: check the plan each term with the family.",
        "Contact parents early and often.",
        "Ring home each week: a call builds trust.",
        "Read the page aloud before asking questions.",
        "See that worksheets fit on one page and no more.",
        "Provide letters in other languages and formats for those who need them.",
        "Teach what copyright means before research tasks.",
        "Issue a visual timetable to every learner.",
        "Refer to the educational psychologist early.",
        "Author visits give readers a reason to write.",
    ],
)
def test_advice_that_begins_like_particulars_is_still_advice(text):
    found = read(f"""
        # Strategies
        - {text}
    """)
    assert texts(found) == [text]


def test_an_empty_line_ends_an_item_but_not_its_list():
    made = document("""
        # Strategies
        Staff will:
        - face the class;
        EMPTY
        - repeat questions.
        EMPTY
        The room is often noisy.
    """)
    emptied = tuple(
        replace(block, spans=()) if block.text == "EMPTY" else block
        for block in made.stories[0].blocks
    )
    story = replace(made.stories[0], blocks=emptied)
    found = extract(replace(made, stories=(story,), letters=made.letters - 10), meanings())
    assert [(s.lead_in, s.text) for s in found.strategies] == [
        ("Staff will:", "face the class;"),
        ("Staff will:", "repeat questions."),
    ]
    assert roles(found)["The room is often noisy."] == "context"


def test_an_indented_name_below_an_item_is_a_label_and_no_part_of_it():
    found = read("""
        # Hearing
        What you may notice
        - Mishears words
        > Strategies
        - Face the class.
    """)
    assert texts(found) == ["Face the class."]


def test_a_paragraph_in_a_bullet_style_that_lost_its_mark_is_an_item():
    made = document("# Hearing\nSit near the front\nUse captions")
    styled = tuple(
        replace(block, look=replace(block.look, style="Guidance Bullet")) if number else block
        for number, block in enumerate(made.stories[0].blocks)
    )
    story = replace(made.stories[0], blocks=styled)
    found = extract(replace(made, stories=(story,)), meanings())
    assert told(found) == ["Hearing: Sit near the front", "Hearing: Use captions"]


def test_a_statement_about_reviewing_is_not_taken_for_document_control():
    found = read("""
        # Strategies
        - Review dates are agreed with parents.
        - Date each scaffold and take it away after three weeks.
        - Author visits give readers a reason to write.
    """)
    assert len(found.strategies) == 3


def test_neighbours_are_kept_for_the_reviewer():
    found = read("""
        # Strategies
        - One.
        - Two.
    """)
    assert [(s.before, s.after) for s in found.strategies] == [("Strategies", "Two."), ("One.", "")]


def test_a_scrap_below_a_whole_sentence_is_doubted():
    found = read("""
        # Strategies
        - Use a timer.
          - for reading
          - use it each day
          - Show it before you start.
    """)
    assert told(found) == [
        "Strategies: Use a timer.",
        "Strategies: for reading !not-whole-alone",
        "Strategies: use it each day",
        "Strategies: Show it before you start.",
    ]
