import re

import pytest
from fingerpost.directory import Refusal, Status
from fingerpost.reporting import summary_page
from fingerpost.reviewing import triage
from fingerpost.suggestions import Reason

from tests.support.html import assert_sound, parsed, words
from tests.support.outcomes import outcome, statement


def some(**more):
    return outcome(
        statement("Face the pupil"),
        statement("Sit near the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Ring <b>Sam</b> & home", reasons=[Reason.PERSONAL_DATA], source="b/Two.docx"),
        statement("Agreed", status=Status.APPROVED),
        statement("Left out", status=Status.REJECTED),
        **more,
    )


def page(made=None):
    made = made or some()
    return summary_page(made, triage(made))


def text(made=None):
    return re.sub(r"\s+", " ", words(page(made)))


def test_the_page_is_sound_and_speaks_plainly():
    assert_sound(page())


def test_the_first_thing_is_what_to_do_next_with_commands_to_copy():
    soup = parsed(page())
    assert soup.select_one("h2").text == "What to do next"
    assert soup.select_one("pre").text.split("\n") == [
        "fingerpost review apply",
        "fingerpost migrate",
        "fingerpost load",
    ]
    assert (
        "Send review.xlsx to the SEND team: 1 question about headings, then 1 statement, about 1 minute."
        in text()
    )


def test_where_nothing_waits_the_next_step_is_to_load():
    soup = parsed(page(outcome(statement("Face the pupil"))))
    assert soup.select_one("pre").text == "fingerpost load"


def test_the_statements_add_up_and_each_number_leads_to_its_rows():
    lead = parsed(page()).select("p.lead")[1]
    assert re.sub(r"\s+", " ", lead.text).strip() == (
        "5 statements = 1 settled by their headings + 1 agreed by a person + 2 waiting + "
        "1 rejected by a person."
    )
    assert len(lead.select("a")) == 5


def test_the_words_of_every_table_add_up():
    table = parsed(page()).find(id="words-caption").parent
    numbers = [
        [int(cell.text.replace(",", "")) for cell in row.select("td")]
        for row in table.select("tbody tr, tfoot tr")
    ]
    *documents, together = numbers
    assert all(sum(row[:-1]) == row[-1] for row in numbers)
    assert [sum(column) for column in zip(*documents, strict=True)] == together


def test_refused_documents_come_first_with_what_to_do():
    refusal = Refusal(source="old.doc", code="old", reason="It is old.", remedy="Save it anew.")
    shown = text(some(refusals=[refusal]))
    assert "old.doc : It is old. What to do: Save it anew." in shown
    assert shown.index("1 document could not be read") < shown.index("Documents that were read")


def test_what_waits_is_counted_by_reason_worst_first_with_links_into_the_review_page():
    table = parsed(page()).find(id="waits-caption").parent
    rows = [
        [cell.text for cell in row.select("th, td")] for row in table.select("tbody tr, tfoot tr")
    ]
    assert rows == [
        ["may hold personal details", "1", "1"],
        ["only waits for the answer about its heading", "1", "0"],
        ["All that waits", "2", "1"],
    ]
    assert table.select_one("tbody a")["href"].startswith("review.html#at-")


def test_text_from_documents_is_never_markup():
    assert "<b>Sam</b>" not in page()
    assert "Ring &lt;b&gt;Sam&lt;/b&gt; &amp; home" in page()


@pytest.mark.parametrize("made", [outcome(), outcome(statement("x"))])
def test_a_small_or_empty_outcome_makes_a_sound_page(made):
    assert_sound(page(made))


def test_the_page_is_the_same_for_the_same_outcome():
    assert page() == page()
