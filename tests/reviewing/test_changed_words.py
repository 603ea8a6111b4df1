"""A new edition of the Word text brings a row back, with the difference and the team's wording."""

import json

import pytest
from fingerpost.curating import fold, settle
from fingerpost.decisions import Action, Verdict
from fingerpost.pages import Change
from fingerpost.reviewing import triage
from fingerpost.suggestions import Reason

from tests.curating.lines import TEXT
from tests.support.log import answer, log_of
from tests.support.outcomes import outcome, statement
from tests.support.workbooks import columns, decided, edited, opened, saved, sent, told

OLD, NEW = "Show the small clock before lunch", "Show the large clock before lunch"
THEIRS = "Point to the clock before lunch"


def before(action=Action.APPROVED, wording="", seen=OLD):
    return Verdict(
        action=action,
        reviewer="Ann",
        decided_on="2026-01-01T00:00:00+00:00",
        text_seen=seen,
        digest="0",
        wording=wording,
    )


def back(text=NEW, **more):
    return outcome(
        statement(text, reasons=[Reason.REWORDED], verdict=before(**more), standard=(), one="s-1")
    )


def row(made):
    sheet = opened(sent(made))["Queue"]
    return {name: sheet.cell(2, place).value or "" for name, place in columns(sheet).items()}


@pytest.mark.parametrize(
    ("action", "did"),
    [
        (Action.APPROVED, "kept it"),
        (Action.REJECTED, "rejected it"),
        (Action.UNFITTING, "found that no category fits"),
    ],
)
def test_the_row_says_word_by_word_what_word_says_now(action, did):
    assert row(back(action=action))["Why it is here"] == (
        f"The words in Word changed since Ann {did}. Word now says: “Show the [taken out: small] "
        "[added: large] clock before lunch”"
    )


def test_the_difference_is_there_for_the_page():
    (found,) = triage(back()).queue
    assert found.changes == (
        Change("kept", "Show the"),
        Change("taken out", " small"),
        Change("added", " large"),
        Change("kept", " clock before lunch"),
    )


def test_where_only_words_that_belong_to_it_changed_there_is_no_difference_to_show():
    made = back(seen=NEW)
    assert triage(made).queue[0].changes == ()
    assert row(made)["Why it is here"] == (
        f"Words that belong to it changed in Word since Ann decided about: “{NEW}”"
    )


def test_what_a_person_wrote_is_offered_again_beside_the_new_words():
    found = row(back(wording=THEIRS))
    assert (found["Wording"], found["In Word"]) == (THEIRS, NEW)
    assert found["Why it is here"].startswith(
        "The words in Word changed since Ann reworded it. Word now says: “"
    )
    assert found["Why it is here"].endswith("Wording holds what Ann wrote; Keep lets that stand.")


def test_words_of_one_who_rejected_it_are_not_offered():
    assert row(back(action=Action.REJECTED, wording=THEIRS))["Wording"] == NEW


@pytest.mark.parametrize("decision", ["Keep", "Change"])
def test_to_keep_the_wording_that_is_offered_gives_it_to_the_new_words(decision):
    made = back(wording=THEIRS)
    lines = told(decided(edited(sent(made), "Queue", 2, decision=decision), made))
    assert ("seen", "text", "areas/Hearing 2025.docx", NEW) in lines
    assert ("reworded", "text", NEW, THEIRS) in lines
    assert lines[-1] == ("approved", "status", "review", "approved")


def test_to_type_the_new_words_of_word_lets_the_old_wording_go():
    made = back(wording=THEIRS)
    lines = told(decided(edited(sent(made), "Queue", 2, decision="Keep", wording=NEW), made))
    assert ("reworded", "text", NEW, NEW) in lines


def test_a_statement_that_was_parted_is_offered_in_its_parts():
    parts = "Point to the clock\nTell what comes after lunch"
    made = back(wording=parts)
    assert row(made)["Wording"] == parts
    lines = told(decided(edited(sent(made), "Queue", 2, decision="Keep"), made))
    assert ("parted", "text", NEW, parts) in lines


def test_without_the_hidden_sheet_the_wording_that_is_offered_still_counts_as_sent():
    made = back(wording=THEIRS)
    book = opened(edited(sent(made), "Queue", 2, decision="Keep"))
    del book["Sent"]
    assert ("reworded", "text", NEW, THEIRS) in told(decided(saved(book), made))


def test_to_keep_it_on_the_page_gives_the_wording_that_was_offered_too():
    made = back(wording=THEIRS)
    said = {"ref": row(made)["Ref"], "decision": "Keep", "sent": {"Wording": THEIRS}}
    data = json.dumps({"fingerpost_decisions": 1, "decisions": [said]}).encode()
    assert ("reworded", "text", NEW, THEIRS) in told(decided(data, made, name="a.json"))


def test_from_the_log_to_the_row_nothing_that_was_written_is_lost():
    log = log_of(answer("s-1", wording=THEIRS, note="Clearer", digest="old"))
    made = outcome(statement(NEW, standard=(), one="s-1"))
    items = settle([item.classified for item in made.items], fold(log))
    found = row(outcome(*items))
    assert (found["Wording"], found["In Word"]) == (THEIRS, NEW)
    assert f"[added: {NEW}]" in found["Why it is here"]  # TEXT has no words in common with it
    assert TEXT in found["Why it is here"]


def test_a_row_that_came_back_unanswered_changes_nothing():
    made = back(wording=THEIRS)
    assert decided(sent(made), made).lines == ()
