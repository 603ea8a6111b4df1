import re

import pytest
from fingerpost.decisions import Action, Answer, Verdict
from fingerpost.directory import Refusal, Status
from fingerpost.reporting import summary_page
from fingerpost.reviewing import triage
from fingerpost.strategies import Kind, Known, LedgerRow, Role
from fingerpost.suggestions import Reason

from tests.support.html import assert_sound, parsed, words
from tests.support.outcomes import outcome, statement

LOAD = 'fingerpost load --signed-off-by "Name"'


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
        LOAD,
    ]
    assert (
        "Send review.xlsx to the SEND team: 1 question about headings, then 1 statement, about 1 minute by our estimate."
        in text()
    )


def test_where_nothing_waits_the_next_step_is_to_load():
    soup = parsed(page(outcome(statement("Face the pupil"))))
    assert soup.select_one("pre").text == LOAD


def test_the_statements_add_up_and_each_number_leads_to_its_rows():
    lead = parsed(page()).select("p.lead")[1]
    assert re.sub(r"\s+", " ", lead.text).strip() == (
        "5 statements = 1 settled by its heading + 1 agreed by a person + 2 waiting + "
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
        ["only waits for the answer about its heading", "1", "less than 1"],
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


def said(action, note="", text="Seen", reviewer="Ann"):
    return Verdict(
        action=action,
        reviewer=reviewer,
        decided_on="2026-03-01T09:00:00+00:00",
        text_seen=text,
        digest="0",
        note=note,
    )


def remembered(made):
    strategies = [item.classified.strategy for item in made.items]
    return tuple(
        Known(id=s.id, source=s.source, text=s.text, heading_path=s.heading_path)
        for s in strategies
    )


def decided():
    agreed, rejected = said(Action.APPROVED), said(Action.REJECTED, "Needs a plan")
    return outcome(
        statement("Better", word="In Word", status=Status.APPROVED, verdict=agreed, one="s-1"),
        statement("Shout", "Mystery", status=Status.REJECTED, verdict=rejected, one="s-2"),
        verdicts={
            "s-1": agreed,
            "s-2": rejected,
            "s-3": said(Action.REJECTED, "Old hat", "Gone now", reviewer=""),
        },
        answers={
            "mystery": Answer(
                meaning="semh",
                reviewer="Bo",
                decided_on="2026-03-01T09:00:00+00:00",
                note="All early years",
            )
        },
    )


def listed(name, made):
    found = parsed(page(made)).find(id=name)
    lines = found.find_parent("section").select("li") if name == "notes" else found.select("li")
    return [re.sub(r"\s+", " ", line.get_text(" ")).strip() for line in lines]


def test_the_numbers_of_agreed_and_rejected_statements_lead_to_them():
    lead = parsed(page(decided())).select("p.lead")[1]
    assert [link["href"] for link in lead.select("a")] == ["items.csv", "#agreed", "#rejected"]
    assert listed("agreed", decided()) == ["Better (Ann, 2026-03-01) In Word: In Word"]
    assert listed("rejected", decided()) == ["Shout (Ann, 2026-03-01)"]


def test_how_far_reviewers_agreed_is_told():
    said = "Ann and Ben each decided about 50 statements and agreed on 46 of 50."
    assert said in words(summary_page(some(), triage(some()), [said]))


def test_what_reviewers_noted_about_headings_and_statements_is_told_with_their_names():
    assert listed("notes", decided()) == [
        "Heading “Mystery”: All early years (Bo)",
        "Statement “Shout”: Needs a plan (Ann)",
        "Statement “Gone now”: Old hat (no name given)",
    ]
    assert not parsed(page()).find(id="notes")


def test_advice_of_an_older_edition_is_a_part_of_its_own():
    older = LedgerRow(
        source="Old.docx",
        locator="body/p[1]",
        kind=Kind.LIST_ITEM,
        role=Role.SUPERSEDED,
        text="Face the pupil today",
    )
    shown = text(outcome(statement("Face the pupil today"), extra=[older]))
    assert "In a newer edition too: 4 words in 1 line" in shown


def test_what_there_is_none_of_is_left_out():
    shown = text(outcome(statement("Sit", reasons=[Reason.NO_LABEL])))
    assert (
        "Send review.xlsx to the SEND team: 1 statement, about 1 minute by our estimate." in shown
    )
    assert "1 statement = 1 waiting ." in shown
    assert "questions about headings, then" not in shown
    nothing = text(outcome())
    assert "no statement was found" in nothing
    assert LOAD not in parsed(page(outcome())).find(id="next").parent.text


def test_nothing_is_promised_and_nothing_untrue_said_about_who_signed():
    assert "no guess of the machine's was accepted" in text()
    assert "There is no figure yet" not in text()
    assert "nobody has signed" not in text()


def test_where_nothing_changed_since_last_time_that_is_said():
    made = outcome(statement("Sit", one="s-1"))
    again = outcome(statement("Sit", one="s-1"), previous=remembered(made))
    assert "Nothing in the documents changed." in text(again)


def test_what_people_added_has_a_row_of_its_own_so_that_documents_and_it_add_up():
    made = some()
    added = (
        statement("Ask once", "", source="", status=Status.APPROVED),
        statement("Ring Sam", "", source="", reasons=[Reason.PERSONAL_DATA]),
    )
    both = outcome(*made.items, *added)
    soup = parsed(page(both))
    table = soup.find(id="read-caption").parent
    numbers = [
        [int(cell.text.replace(",", "")) for cell in row.select("td")]
        for row in table.select("tbody tr, tfoot tr")
    ]
    *rows, together = numbers
    assert [sum(column) for column in zip(*rows, strict=True)] == together
    assert together[:2] == [7, 3]
    assert numbers[-2][:2] == [2, 1]
    assert "Of these 2 were added in the directory and stand in no document." in text(both)


def test_where_nothing_was_added_nothing_is_said_of_it():
    assert "added" not in text()
