from dataclasses import replace

import pytest
from fingerpost.documents import PROMPT
from fingerpost.extracting import extract
from fingerpost.meanings import Meaning
from fingerpost.strategies import Role

from tests.support.headings import meanings
from tests.support.outline import document, roles, texts, told


def read(outline, **answers):
    return extract(document(outline), meanings(**answers))


def test_a_paragraph_that_advises_below_a_strategies_heading_is_one_strategy():
    found = read("""
        # Strategies
        Sit beside the learner. Say little and wait.
        - Use a timer.
    """)
    assert texts(found) == ["Sit beside the learner. Say little and wait.", "Use a timer."]


def test_a_paragraph_that_only_talks_about_the_list_is_context():
    found = read("""
        # Strategies
        The ideas below come from schools in the city.
        - Use a timer.
    """)
    assert texts(found) == ["Use a timer."]
    assert roles(found)["The ideas below come from schools in the city."] == "context"


def test_alone_below_a_strategies_heading_anything_is_proposed_with_a_doubt():
    found = read("""
        # Strategies
        Visual timetable
    """)
    assert told(found) == ["Strategies: Visual timetable !may-not-be-strategy"]


def test_a_paragraph_that_only_leads_to_something_is_not_whole():
    found = read("""
        # Strategies
        Avoid the following:
        | Shouting across the room | Talking fast |
    """)
    assert told(found)[0] == "Strategies: Avoid the following: !not-whole-alone"


def test_what_introduces_further_headings_is_context():
    found = read("""
        # Strategies
        Every room differs.
        ## Classroom
        - Face the class.
    """)
    assert texts(found) == ["Face the class."]


def test_advice_in_running_text_of_a_known_area_is_proposed_with_a_doubt():
    found = read("""
        # Hearing
        Hearing loss can come and go.
        Seat the learner near the front.
    """)
    assert told(found) == ["Hearing: Seat the learner near the front. !may-not-be-strategy"]
    assert roles(found)["Hearing loss can come and go."] == "context"


def test_advice_under_headings_that_name_nothing_is_context():
    found = read("""
        # Our story
        Take a look around you.
    """)
    assert texts(found) == []


def test_a_file_name_can_make_the_area_known():
    outline = "Seat the learner near the front."
    known = extract(document(outline, source="areas/Hearing.docx"), meanings())
    unknown = extract(document(outline, source="areas/Notes.docx"), meanings())
    assert (texts(known), texts(unknown)) == ([outline], [])


@pytest.mark.parametrize(
    "text",
    [
        "Schools must tell parents when support begins.",
        "Governors must publish a report each year.",
        "Settings have a statutory duty to plan.",
    ],
)
def test_what_settings_must_do_is_a_duty(text):
    found = read(f"""
        # Hearing
        {text}
        - Face the class.
    """)
    assert roles(found)[text] == "duty"


def test_reasons_in_running_text_are_rationale():
    found = read("""
        # Strategies
        This is because tired ears miss words.
        - Face the class.
    """)
    assert roles(found)["This is because tired ears miss words."] == "rationale"


@pytest.mark.parametrize("colon", ["Classroom:", "**Classroom:**"])
def test_a_run_in_label_heads_all_until_the_next_label_or_heading(colon):
    found = read(f"""
        # Strategies
        {colon}
        - One thing.
        Whole school:
        - Two things.
        # Provision
        - Three things.
    """)
    assert told(found) == [
        "Strategies > Classroom: One thing.",
        "Strategies > Whole school: Two things.",
        "Provision: Three things.",
    ]


def test_a_label_before_items_that_go_on_in_small_letters_is_a_sentence_begun():
    found = read("""
        # Strategies
        Teachers:
        - use a timer;
        - share the plan.
    """)
    assert [s.lead_in for s in found.strategies] == ["Teachers:", "Teachers:"]


def test_a_bold_label_on_the_line_of_its_text_is_taken_off():
    found = read("""
        # Strategies
        **In the moment:** Lower your voice.
    """)
    assert told(found) == ["Strategies > In the moment: Lower your voice."]
    assert [(row.role, row.text) for row in found.ledger[1:]] == [
        ("heading", "In the moment:"),
        ("strategy", "Lower your voice."),
    ]


def test_a_known_label_need_not_be_bold():
    found = read("""
        # Strategies
        Classroom: Lower your voice.
        Remember: Lower your voice again.
    """)
    assert told(found)[0] == "Strategies > Classroom: Lower your voice."
    assert texts(found)[1] == "Remember: Lower your voice again."


def test_a_list_made_with_line_breaks_is_one_strategy_a_line():
    found = read("""
        # Strategies
        • Write homework down.⏎• Give a task strip.⏎that can be ticked⏎• Cut copying.
    """)
    assert [(s.part, s.text) for s in found.strategies] == [
        (1, "Write homework down."),
        (2, "Give a task strip. that can be ticked"),
        (3, "Cut copying."),
    ]
    assert len({s.locator for s in found.strategies}) == 1
    assert [row.item for row in found.ledger[1:]] == ["0", "1", "2"]


def test_short_lines_after_a_lead_in_in_the_same_paragraph_are_a_list():
    found = read("""
        # Reading
        It helps to have the following:⏎A reading ruler⏎A quiet place
    """)
    assert [(s.lead_in, s.text) for s in found.strategies] == [
        ("It helps to have the following:", "A reading ruler"),
        ("It helps to have the following:", "A quiet place"),
    ]


def test_line_breaks_for_looks_do_not_divide_a_statement():
    found = read("""
        # Strategies
        - Give the learner time to think⏎before they answer.
    """)
    assert texts(found) == ["Give the learner time to think before they answer."]


def test_short_paragraphs_after_a_lead_in_are_a_list_without_marks():
    found = read("""
        # Reading
        This includes:
        a reading ruler
        a quiet place
        Reading is a joy, and the joy grows when every child in the room can join in, whatever their speed or wish.
    """)
    assert texts(found) == ["a reading ruler", "a quiet place"]


def test_a_text_box_stands_below_its_own_headings_or_those_of_its_anchor():
    found = read("""
        # Hearing
        ## Strategies
        [box] ## Top tips // - Face the class.
        [box] - Use captions.
        - Sit near.
    """)
    assert told(found) == [
        "Hearing > Top tips: Face the class.",
        "Hearing > Strategies: Use captions. !may-not-be-strategy",
        "Hearing > Strategies: Sit near.",
    ]


def test_a_text_box_does_not_break_the_list_around_it():
    found = read("""
        # Strategies
        Staff will:
        - face the class;
        [box] The ideas below come from schools.
        - repeat questions.
    """)
    assert [s.lead_in for s in found.strategies] == ["Staff will:", "Staff will:"]


def test_an_inferred_heading_counts_and_raises_a_doubt():
    found = read("""
        ##? Strategies
        - Face the class.
    """)
    assert told(found) == ["Strategies: Face the class. !inferred-heading"]
    assert found.heads[0].inferred == "bold and short"


def test_a_bold_line_that_ends_in_a_colon_is_a_label_and_no_heading():
    found = read("""
        # Strategies
        ##? Whole school:
        - Face the class.
        ##? Staff will:
        - wait.
    """)
    assert told(found) == [
        "Strategies > Whole school: Face the class.",
        "Strategies > Whole school: [Staff will:] wait.",
    ]


def test_a_heading_that_a_person_called_none_is_an_ordinary_paragraph():
    outline = """
        # Strategies
        ## Wait for an answer
        - Count to ten.
    """
    no_heading = Meaning(demoted=True, answered_by="Mere")
    assert told(read(outline)) == ["Strategies > Wait for an answer: Count to ten."]
    found = read(outline, wait_for_an_answer=no_heading)
    assert told(found) == ["Strategies: Wait for an answer", "Strategies: Count to ten."]


SCHOOL_DAY = """
    % The school day
    # Corridors
    - Walk on the left.
    # Strategies
    - Use a timer.
"""


@pytest.mark.parametrize("role", [Role.CONTEXT, Role.INDICATOR])
def test_below_a_title_that_a_person_called_no_advice_only_promised_advice_is_proposed(role):
    answer = Meaning(role=role, answered_by="Mere", whole=True)
    found = read(SCHOOL_DAY, the_school_day=answer)
    assert told(found) == ["Strategies: Use a timer."]
    assert roles(found)["Walk on the left."] == role


def test_a_title_that_a_person_called_advice_leaves_headings_their_say():
    answer = Meaning(role=Role.STRATEGY, answered_by="Mere", whole=True)
    assert told(read(SCHOOL_DAY, the_school_day=answer)) == told(read(SCHOOL_DAY))


def test_deleted_and_hidden_words_are_accounted_for_and_not_published():
    found = read("""
        # Strategies
        - Keep a box of {-toys-}objects.{? Ask the lead.?}
        - {-Send the learner out.-}
        - {+Plan a calm start.+}
    """)
    assert told(found) == [
        "Strategies: Keep a box of objects. !tracked-change not-whole-alone",
        "Strategies: Plan a calm start. !tracked-change",
    ]
    kinds = [(str(row.kind), row.text) for row in found.ledger[1:]]
    assert kinds == [
        ("list-item", "Keep a box of objects."),
        ("deleted", "toys"),
        ("hidden", "Ask the lead."),
        ("deleted", "Send the learner out."),
        ("list-item", "Plan a calm start."),
    ]


def test_struck_text_is_doubted():
    found = read("""
        # Strategies
        - ~~Use a bell.~~
    """)
    assert told(found) == ["Strategies: Use a bell. !struck-out"]


def test_notes_headers_footers_comments_and_pictures_have_their_rows():
    found = read("""
        # Strategies
        - Face the class. {@comment[1]}
        ![A class in a ring]
        @header Guidance
        @footer Page 2
        @footnote See the teacher of the deaf.
        @comment Is this enough?
    """)
    rows = [(str(row.kind), str(row.role), row.text) for row in found.ledger[2:]]
    assert rows == [
        ("alt-text", "context", "A class in a ring"),
        ("header", "boilerplate", "Guidance"),
        ("footer", "boilerplate", "Page 2"),
        ("footnote", "note", "See the teacher of the deaf."),
        ("comment", "note", "Is this enough?"),
    ]
    assert found.strategies[0].comments == ("Is this enough?",)


def test_contents_lines_are_no_headings():
    found = read("""
        @contents Hearing 4
        # Strategies
        - Face the class.
    """)
    assert told(found) == ["Strategies: Face the class."]
    assert roles(found)["Hearing 4"] == "contents-list"


def test_a_box_of_bullets_without_a_heading_is_doubted():
    found = read("""
        # Strategies
        - Welcome the learner in.
        [box] - Crying at the gate
    """)
    assert told(found) == [
        "Strategies: Welcome the learner in.",
        "Strategies: Crying at the gate !may-not-be-strategy",
    ]


def test_what_a_form_asks_for_is_no_statement():
    outline = document("""
        # Strategies
        - Choose an item.
        - Use a timer.
    """)
    (body,) = outline.stories
    heading, asked, said = body.blocks
    asked = replace(asked, spans=tuple(replace(s, field=PROMPT) for s in asked.spans))
    story = replace(body, blocks=(heading, asked, said))
    found = extract(replace(outline, stories=(story,)), meanings())
    assert told(found) == ["Strategies: Use a timer."]
    assert roles(found)["Choose an item."] == "boilerplate"


@pytest.mark.parametrize(
    ("notice", "role"),
    [
        ("Contact the support team on 01234 567890.", "contact"),
        ("Copyright Dale Council 2023. All rights reserved.", "boilerplate"),
    ],
)
def test_a_notice_set_below_an_item_is_no_part_of_it(notice, role):
    found = read(f"""
        # Strategies
        - Use a timer.
        > {notice}
        - Face the class.
    """)
    assert texts(found) == ["Use a timer.", "Face the class."]
    assert roles(found)[notice] == role
