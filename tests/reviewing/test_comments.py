"""Parents and young people comment without deciding; their words come back and reach the team."""

import json
from dataclasses import replace

import openpyxl
import pytest
from fingerpost.decisions import Action
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing import holds_unfinished_answers, triage
from fingerpost.reviewing.refs import item_ref
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, logged, read, saved, standing

COLUMNS = ("Statement", "Under", "Comment", "Your name (optional)", "Ref")
RING, CLOCK = "Ring home", "Show the clock"


def some(**more):
    return outcome(
        statement(RING, one="s-ring", reasons=[Reason.TRACKED_CHANGE]),
        statement(CLOCK, one="s-clock"),
        **more,
    )


def ref(made, one):
    return str(item_ref(next(item for item in made.items if item.id == one)))


def form(*rows, columns=COLUMNS, person="a parent"):
    """A workbook with nothing but comments, as it was sent to one person."""
    book = openpyxl.Workbook()
    start = book.active
    start.title = "Start here"
    sheet = book.create_sheet("Comments")
    for row in (columns, *rows):
        sheet.append(row)
    hidden = book.create_sheet("Sent")
    refs = [row[-1] for row in rows]
    for line in (("Ref", "About", "Value"), (refs[0], "council", "leeds"), ("", "person", person)):
        hidden.append(line)
    for one in refs[1:]:
        hidden.append((one,))
    return saved(book)


def row(made, one, comment="", name=""):
    return ("", "", comment, name, ref(made, one))


def lines(found):
    return [
        (line.resource_id, line.updated_by, line.replacement_value)
        for line in found.lines
        if line.last_action_type is Action.COMMENTED
    ]


def export(made, *comments, **more):
    return json.dumps(
        {
            "fingerpost_decisions": 1,
            "kind": "comments",
            "decisions": [
                {"ref": ref(made, one), "decision": "", "note": words, "reviewer": name}
                for one, words, name in comments
            ],
            **more,
        }
    ).encode()


def test_a_comment_comes_back_with_who_gave_it_and_decides_nothing():
    made = some()
    found = decided(
        form(row(made, "s-ring", "Ours  never\nrings", "Year 9"), row(made, "s-clock", "Good")),
        made,
    )
    assert lines(found) == [
        ("s-ring", "Year 9", "Ours never rings"),
        ("s-clock", "a parent", "Good"),
    ]
    assert {line.last_action_type for line in found.lines} == {Action.GIVEN, Action.COMMENTED}
    assert found.answers == 2
    stands = standing(logged((), found))
    assert stands.verdicts == {}
    assert [one.text for one in stands.comments["s-ring"]] == ["Ours never rings"]


def test_rows_without_a_comment_say_nothing():
    made = some()
    assert (
        decided(form(row(made, "s-ring"), row(made, "s-clock", "  ", "Year 9")), made).lines == ()
    )


def test_several_people_may_comment_on_one_statement_in_one_file():
    made = some()
    data = form(row(made, "s-ring", "Yes", "A"), row(made, "s-ring", "No", "B"))
    assert lines(decided(data, made)) == [("s-ring", "A", "Yes"), ("s-ring", "B", "No")]


def test_the_same_comment_sent_twice_is_heard_once():
    made = some()
    once = decided(form(row(made, "s-ring", "Yes", "A")), made)
    log = logged((), once)
    again = decided(
        form(row(made, "s-ring", "Yes", "A"), row(made, "s-clock", "And this", "A")),
        made,
        log=log,
        at="2026-03-02T09:00:00+00:00",
        name="again.xlsx",
    )
    assert again.answers == 1
    comments = standing(logged(log, again)).comments
    assert {one: len(said) for one, said in comments.items()} == {"s-ring": 1, "s-clock": 1}


def test_a_comment_counts_also_where_word_changed_since():
    data = form(row(some(), "s-ring", "Why?"))
    made = outcome(statement("Ring home first", one="s-ring"), statement(CLOCK, one="s-clock"))
    said = decided(data, made).lines[-1]
    assert (said.replacement_value, said.source_digest) == ("Why?", "")


def test_a_comment_on_what_is_gone_is_set_aside_by_name():
    data = form(row(some(), "s-ring", "Why?"))
    found = decided(data, outcome(statement(CLOCK, one="s-clock")))
    assert found.lines == ()
    assert found.set_aside == ("Comments, row 2: this is in none of the documents any more.",)


def test_an_invented_key_is_refused_by_its_place():
    made = some()
    with pytest.raises(ReturnRefused) as refused:
        read(form(row(made, "s-clock", "Fine"), ("", "", "Why?", "", "")), made)
    assert refused.value.problems[0].startswith("Comments, row 3, column Ref: it is empty")


def test_a_sheet_of_comments_that_a_page_made_is_read_by_its_shorter_column_name():
    made = some()
    data = form(row(made, "s-ring", "Yes", "A"), columns=(*COLUMNS[:3], "Your name", "Ref"))
    assert lines(decided(data, made)) == [("s-ring", "A", "Yes")]


def test_comments_saved_on_the_page_come_back_as_comments():
    made = some()
    data = export(made, ("s-ring", "Why?", ""), ("s-clock", "", ""), reviewer="Year 9")
    found = decided(data, made, name="comments.json")
    assert lines(found) == [("s-ring", "Year 9", "Why?")]


def test_comments_reach_the_queue_and_settle_nothing():
    made = some()
    log = logged((), decided(form(row(made, "s-ring", "Why?", "a parent")), made))
    (asked,) = triage(replace(made, standing=standing(log))).queue
    assert asked.remarks == ("A parent says: “Why?”",)
    assert asked.ref.id == "s-ring"


def test_a_file_of_comments_is_unfinished_until_they_are_in_the_log():
    made = some()
    data = form(row(made, "s-ring", "Why?"))
    assert holds_unfinished_answers(data, standing(()))
    assert not holds_unfinished_answers(data, standing(logged((), decided(data, made))))
    assert not holds_unfinished_answers(form(row(made, "s-ring", "", "A")), standing(()))
