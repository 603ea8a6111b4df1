"""What is asked about, where words or a heading alone would have kept it from everybody."""

from dataclasses import replace

import pytest
from fingerpost.extracting import extract
from fingerpost.extracting.families import family_of
from fingerpost.meanings import HeadingRule, Meaning, Meanings
from fingerpost.strategies import Role

from tests.support.headings import meanings
from tests.support.outline import document, roles, texts, told


def read(outline, known=None):
    return extract(document(outline), known or meanings())


@pytest.mark.parametrize(
    "text",
    [
        "Also read questions aloud",
        "See part of the lesson twice",
        "Count down slowly: 5 ... 1",
        "Address: use the name the learner chose",
        "Email: send a short note home each Friday",
        "Review in March and again in July",
        "Status: use a traffic light",
        "Copyright free pictures on labels",
    ],
)
def test_advice_that_begins_like_particulars_is_asked_about_where_advice_is_promised(text):
    found = read(f"""
        # Strategies
        - {text}
    """)
    assert told(found) == [f"Strategies: {text} !may-not-be-strategy"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("See section 4", "note"),
        ("Phone: 0113 496 0000", "contact"),
        ("Reviewed in March 2024", "document-control"),
        ("Listening ........ 7", "contents-list"),
        ("© Council 2024", "boilerplate"),
        ("TBC", "boilerplate"),
        ("Table 3", "boilerplate"),
        ("Photo: the hall at noon", "boilerplate"),
        ("Insert picture here", "boilerplate"),
        ("Click or tap here to enter text.", "boilerplate"),
        ("Choose an item.", "boilerplate"),
        ("[Insert name of pupil]", "boilerplate"),
    ],
)
def test_particulars_that_prove_themselves_are_no_advice_anywhere(text, role):
    found = read(f"""
        # Strategies
        - {text}
    """)
    assert not found.strategies
    assert roles(found)[text] == role


@pytest.mark.parametrize(
    ("role", "doubt"),
    [(Role.INDICATOR, "may-be-indicator"), (Role.CONTEXT, "may-not-be-strategy")],
)
def test_a_heading_understood_in_part_bars_nothing_but_is_asked_about(role, doubt):
    rule = HeadingRule(id="part", phrases=("barriers",), meaning=Meaning(role=role), within=True)
    found = read(
        """
        # Barriers to learning and how we remove them
        - Teach in pairs.
        """,
        Meanings((rule,)),
    )
    assert [s.doubts for s in found.strategies] == [(doubt,)]


def test_a_heading_that_begins_with_signs_bars_though_not_every_word_is_known():
    rule = HeadingRule(
        id="part", phrases=("signs",), meaning=Meaning(role=Role.INDICATOR), within=True
    )
    found = read("# Signs that a learner needs more\n- Leaves early.", Meanings((rule,)))
    assert roles(found)["Leaves early."] == "indicator"


def test_a_thing_named_in_a_paragraph_is_asked_about_beside_a_list():
    found = read("""
        # Strategies
        A worry box that is emptied daily.
        - Use praise.
    """)
    assert told(found) == [
        "Strategies: A worry box that is emptied daily. !may-not-be-strategy",
        "Strategies: Use praise.",
    ]


def test_a_link_that_instructs_is_a_statement_with_a_link():
    found = read("""
        # Strategies
        - [Use a feelings fan with each child](https://example.org/fan)
    """)
    assert texts(found) == ["Use a feelings fan with each child"]
    assert [link.href for link in found.strategies[0].links] == ["https://example.org/fan"]


def test_a_link_alone_belongs_to_the_item_right_before_it_only():
    found = read("""
        # Strategies
        - Use praise.
        A paragraph that stands between them is about the whole school and its many rooms.
        - [Calm pack](https://example.org/calm)
    """)
    assert all(not s.links for s in found.strategies)


@pytest.mark.parametrize(
    ("href", "kept", "doubts"),
    [
        ("https://example.org/a\nb", "https://example.org/ab", ()),
        ("https://example.org/a b", "https://example.org/a%20b", ()),
        ("https://u:p@example.org/", "https://example.org/", ("unsafe-link",)),
    ],
)
def test_an_address_is_mended_and_holds_no_password(href, kept, doubts):

    outline = document("# Strategies\n- Use the [set](https://example.org) daily.")
    heading, item = outline.stories[0].blocks
    spans = tuple(replace(s, href=href if s.href else "") for s in item.spans)
    story = replace(outline.stories[0], blocks=(heading, replace(item, spans=spans)))
    (found,) = extract(replace(outline, stories=(story,)), meanings()).strategies
    assert ([link.href for link in found.links], found.doubts) == ([kept], doubts)


@pytest.mark.parametrize("mark", ["1)", "(a)", "(ii)", "[ ]", "☐", "a)"])
def test_marks_typed_inside_an_item_are_no_part_of_it(mark):
    found = read(f"# Strategies\n- {mark} Use a mood meter.")
    assert texts(found) == ["Use a mood meter."]


def test_a_fragment_of_the_item_above_is_not_whole():
    found = read("# Strategies\n- Use a timer.\n- which is visual and quiet")
    assert found.strategies[1].doubts == ("not-whole-alone",)


def test_names_that_differ_by_a_sign_are_two_documents_and_no_editions():
    assert family_of("a > b.docx") != family_of("a|b.docx")
    assert family_of("SEMH guide (2024).docx") == family_of("SEMH-guide 2025 v2.docx")


@pytest.mark.parametrize(
    "label", ["Calm pack (opens in new window)", "Reading for all pupils audit"]
)
def test_a_link_that_is_a_title_is_no_statement(label):
    found = read(f"# Strategies\n- Use praise.\n- [{label}](https://example.org/calm)")
    assert texts(found) == ["Use praise."]
    assert len(found.strategies[0].links) == 1
