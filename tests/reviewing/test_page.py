import re

from fingerpost.reviewing import review_page, triage
from fingerpost.suggestions import Reason

from tests.support.html import assert_sound, parsed, words
from tests.support.outcomes import LEEDS, TAXONOMY, outcome, statement


def some():
    return outcome(
        statement("Face the pupil"),
        statement("Sit <near> the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement(
            "Ring home", "Radio", reasons=[Reason.PERSONAL_DATA, Reason.NO_LABEL], before="Ask"
        ),
        statement("Ring twice", "Radio", reasons=[Reason.PERSONAL_DATA], source="b.docx"),
    )


def page(made=None):
    return review_page(triage(made or some()), TAXONOMY, LEEDS)


def test_the_page_is_sound_and_speaks_plainly():
    assert_sound(page())


def test_everything_that_waits_is_there_to_read_without_a_script():
    soup = parsed(page())
    assert [card.select_one(".words").text for card in soup.select("[data-card]")] == [
        "Ring home",
        "Ring twice",
        "Sit <near> the front",
    ]
    assert not soup.select("[data-card][hidden]")
    assert soup.select_one("#filters").has_attr("hidden")  # the script shows it


def test_questions_about_headings_come_before_statements():
    titles = [re.sub(r"\s+", " ", h.text) for h in parsed(page()).select("h2")]
    assert titles == [
        "On this page",
        "Questions about headings",
        "May hold personal details: 2 statements",
        "Only waits for the answer about its heading: 1 statement",
    ]


def test_a_card_says_why_and_what_is_proposed_in_the_councils_words():
    card = parsed(page()).select_one("[data-card]")
    assert card.select_one(".why").text == (
        "Why it is here: This may hold personal details, which must not be published. "
        "Also: no category found."
    )
    assert [tag.text for tag in card.select(".tags li")] == [
        "Area: Sensory and physical",
        "Standard: TS5 Adapt teaching",
    ]


def test_every_row_carries_its_key_so_that_answers_can_be_saved_one_day():
    made = some()
    review = triage(made)
    refs = {tag["data-ref"] for tag in parsed(page(made)).select("[data-ref]")}
    asked = {str(q.ref) for q in review.headings if q.waiting}
    assert refs == {str(row.ref) for row in review.queue} | asked


def test_the_filters_offer_just_what_there_is():
    soup = parsed(page())
    offered = {s["id"]: [o.text for o in s.select("option")] for s in soup.select("select")}
    assert offered == {
        "doubt": [
            "Any reason",
            "may hold personal details (2)",
            "only waits for the answer about its heading (1)",
        ],
        "heading": ["Any heading", "Mystery", "Radio"],
        "document": ["Any document", "areas/Hearing 2025.docx", "b.docx"],
    }


def test_where_nothing_waits_the_page_says_so():
    empty = page(outcome(statement("Face the pupil")))
    assert_sound(empty)
    assert "Nothing waits." in words(empty)
