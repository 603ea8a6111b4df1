"""Advice on wording and what readers said stand in the Queue, out of the way of who answers."""

from dataclasses import replace

from fingerpost.decisions import Comment
from fingerpost.reviewing import triage
from fingerpost.rulebook import Glossary
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement
from tests.support.workbooks import columns, decided, edited, opened, sent

PLAIN = "Plain English"


def comment(text, person, day, personal=()):
    return Comment(text=text, person=person, given_on=day, personal=personal)


def waiting(text, **more):
    return statement(text, reasons=[Reason.TRACKED_CHANGE], one="s-1", **more)


def some(*items, comments=(), glossary=None):
    made = outcome(*items)
    return replace(
        made,
        rulebook=replace(made.rulebook, glossary=glossary or Glossary()),
        standing=replace(made.standing, comments={"s-1": tuple(comments)} if comments else {}),
    )


def cells(made, column):
    sheet = opened(sent(made))["Queue"]
    place = columns(sheet).get(column)
    return place and [sheet.cell(n, place).value for n in range(2, sheet.max_row + 1)]


def test_advice_stands_in_the_last_column_after_all_that_programs_rely_on():
    glossary = Glossary(words={"EP": "educational psychologist"})
    made = some(waiting("Ask the EP or the XQZ"), glossary=glossary)
    sheet = opened(sent(made))["Queue"]
    assert [*columns(sheet)][-2:] == ["Ref", PLAIN]
    assert cells(made, PLAIN) == [
        "“EP” could be written out: educational psychologist.\n“XQZ”: what is it short for?"
    ]


def test_without_advice_there_is_no_such_column():
    assert cells(some(waiting("Ask the class")), PLAIN) is None


def test_the_first_sheet_says_what_the_column_is_for_where_there_is_one():
    def steps(made):
        return " ".join(str(cell.value) for (cell, *_) in opened(sent(made))["Start here"])

    assert "Plain English, gives advice on wording" in steps(some(waiting("Ask the XQZ")))
    assert PLAIN not in steps(some(waiting("Ask the class")))


def test_advice_holds_nothing_back_and_what_is_typed_there_counts_for_nothing():
    made = some(waiting("Ask the XQZ"), statement("Ring the XQZ"))
    assert [row.item.text for row in triage(made).queue] == ["Ask the XQZ"]
    assert decided(edited(sent(made), "Queue", 2, plain_english="Done"), made).lines == ()


def test_comments_in_word_and_of_readers_stand_beside_the_statement():
    said = (
        comment("My son  needs\nthis at lunch too", "a parent", "2026-02-01"),
        comment("Why only lunch?", "", "2026-02-02"),
    )
    made = some(
        waiting("Ring before lunch", comments=("Is this ours?",), before="Greet the pupil"),
        comments=said,
    )
    assert cells(made, "Before and after") == [
        "Before: Greet the pupil\n"
        "A comment in Word: “Is this ours?”\n"
        "A parent says: “My son needs this at lunch too”\n"
        "Somebody says: “Why only lunch?”"
    ]
    assert triage(made).queue[0].remarks[1] == "A parent says: “My son needs this at lunch too”"


def test_a_comment_that_may_name_somebody_says_so():
    said = comment("Tom needs this", "a parent", "2026-02-01", personal=("Tom",))
    assert triage(some(waiting("Ring"), comments=[said])).queue[0].remarks == (
        "A parent says: “Tom needs this” (May hold personal details: “Tom”. Leave them out of the "
        "wording.)",
    )


def test_a_comment_on_a_settled_statement_asks_nobody_again():
    said = comment("Lovely", "a parent", "2026-02-01")
    assert triage(some(statement("Ring", one="s-1"), comments=[said])).queue == ()


def test_what_people_said_of_a_settled_statement_stands_on_the_skim_sheet():
    said = comment("Lovely", "a parent", "2026-02-01")
    made = some(statement("Ring home", one="s-1", comments=("Ours?",)), comments=[said])
    sheet = opened(sent(made))["Skim"]
    place = columns(sheet)["Statement"]
    shown = [sheet.cell(n, place).value for n in range(2, sheet.max_row + 1)]
    assert any(
        cell.startswith("Ring home")
        and cell.endswith("A comment in Word: “Ours?”\nA parent says: “Lovely”")
        for cell in shown
    )
    assert decided(sent(made), made).lines == ()
