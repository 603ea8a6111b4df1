"""A name typed under what is accepted, from the workbook into the log, and what it is worth later."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold, undo_last
from fingerpost.decisions import Action, Resource
from fingerpost.directory import accepted_marks
from fingerpost.logbook import chain
from fingerpost.reporting import summary_page
from fingerpost.reviewing import describe_status, holds_unfinished_answers, status, triage
from fingerpost.reviewing.columns import SIGN_OFF
from fingerpost.signing import SignedOff, digest_of, mark
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.html import words
from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, edited, logged, opened, read, saved, sent


def some(*more, log=()):
    made = outcome(
        statement("Face the pupil"),
        statement("Keep noise low"),
        statement("Ring home", reasons=[Reason.NO_LABEL]),
        *more,
    )
    return replace(made, standing=fold(log))


def signed(data, name="Ann Example"):
    book = opened(data)
    sheet = book["Start here"]
    (place,) = (row[0].row for row in sheet.iter_rows() if row[0].value == SIGN_OFF)
    sheet.cell(place, 2).value = name
    return saved(book)


def test_a_name_on_the_first_sheet_signs_off_all_that_is_accepted():
    (line,) = decided(signed(sent(some())), some()).lines
    assert (line.resource_type, line.last_action_type) == (Resource.RELEASE, Action.SIGNED_OFF)
    assert (line.updated_by, line.source_digest) == ("Ann Example", triage_digest(some()))
    assert len(line.replacement_value.split("|")) == 2


def triage_digest(made):
    return digest_of(accepted_marks(made.items))


def test_without_a_name_nothing_is_signed_off():
    assert decided(sent(some()), some()).lines == ()
    assert decided(signed(sent(some()), "  "), some()).lines == ()


def test_where_nothing_is_accepted_nobody_is_asked_to_sign_off():
    sheet = opened(sent(outcome(statement("Ring home", reasons=[Reason.NO_LABEL]))))["Start here"]
    assert SIGN_OFF not in [row[0].value for row in sheet.iter_rows()]


def test_what_changed_since_it_was_sent_is_not_signed_off_and_the_rest_is_taken_in():
    data = edited(signed(sent(some())), "Queue", 2, decision="Keep", reviewer="Ann")
    found = read(data, some(statement("Give time")))
    assert len(found.answers) == 1
    assert found.set_aside == (
        "Start here: what is accepted has changed since this was sent, so Ann Example's sign-off is "
        "not taken in. Sign off in the next workbook.",
    )


def told(made):
    return next((ln for ln in describe_status(status(made)) if ln.startswith("Signed off")), "")


def test_the_status_and_the_summary_say_who_signed_off_and_what_changed_since():
    log = logged((), decided(signed(sent(some())), some()))
    assert told(some(log=log)) == "Signed off by Ann Example on 2026-03-01."
    more = some(statement("Give time"), statement("Sit near"), log=log)
    late = "Signed off by Ann Example on 2026-03-01 before 2 changes of accepted statements."
    assert told(more) == late
    assert late in words(summary_page(more, triage(more)))


def test_what_a_person_took_out_or_answered_since_needs_no_new_sign_off():
    log = logged((), decided(signed(sent(some())), some()))
    fewer = replace(some(log=log), items=some().items[1:])
    assert told(fewer) == "Signed off by Ann Example on 2026-03-01."


def test_a_sign_off_can_be_taken_back():
    log = logged((), decided(signed(sent(some())), some()))
    log = (*log, *chain(log, undo_last(log, by="Bob", at="2026-03-02T10:00:00+00:00")))
    assert told(some(log=log)) == ""


def test_a_name_not_taken_in_yet_keeps_the_workbook():
    data = signed(sent(some()))
    assert holds_unfinished_answers(data, fold(()))
    assert not holds_unfinished_answers(data, fold(logged((), decided(data, some()))))


@pytest.mark.parametrize("changed", [{"text": "Face them"}, {"area": ("semh",)}])
def test_other_words_or_labels_are_a_change(changed):
    one = {"text": "Face the pupil", "one": "s-1", **changed}
    before, after = (
        accepted_marks([statement(**each)])
        for each in ({"text": "Face the pupil", "one": "s-1"}, one)
    )
    assert not SignedOff(by="Ann", marks=frozenset(before)).covers(after)


def test_where_too_many_were_accepted_to_keep_a_mark_of_each_a_change_still_shows():
    marks = [mark(f"s-{n}", "text", ()) for n in range(3)]
    by = SignedOff(by="Ann", on="2026-03-01T00:00:00+00:00", digest=digest_of(marks))
    assert by.told(marks) == "Signed off by Ann on 2026-03-01."
    assert by.told(marks[1:]).endswith("before later changes of accepted statements.")


@given(st.sets(st.text("abcdef", min_size=6, max_size=6)), st.data())
def test_a_sign_off_covers_what_it_was_given_for_and_any_part_of_it_and_nothing_else(marks, data):
    given = SignedOff(by="Ann", digest=digest_of(marks), marks=frozenset(marks))
    part = data.draw(st.sets(st.sampled_from(sorted(marks)))) if marks else set()
    assert given.covers(marks)
    assert given.covers(part)
    assert not given.covers({*marks, "new"})
