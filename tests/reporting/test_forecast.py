"""What is said of each document before a migration."""

from dataclasses import replace

from fingerpost.reporting import Fitness, forecast, summary_page
from fingerpost.reviewing import triage
from fingerpost.strategies import Kind, LedgerRow, Role

from tests.support.html import words
from tests.support.outcomes import outcome, statement

CONVERTED = "The document is of the old kind. Compare it with the document in Word."
EMPTY = "The document holds no words, but a picture. Ask for the document it was made from."


def read(*texts: str, warnings: tuple[str, ...] = ()):
    """An outcome of one document that holds these words and no statement."""
    rows = [
        LedgerRow(
            source="a.doc",
            locator="body/p[1]",
            kind=Kind.PARAGRAPH,
            role=Role.CONTEXT,
            item="",
            reason="",
            text=text,
        )
        for text in texts
    ]
    made = outcome(extra=rows)
    return replace(made, documents=(replace(made.documents[0], warnings=warnings),))


def test_that_a_document_is_empty_is_said_first_whatever_else_is():
    [verdict] = forecast(read("", warnings=(CONVERTED, EMPTY)), {})
    assert verdict.fitness is Fitness.EMPTY
    assert verdict.found == "The document holds no words, but a picture."
    assert verdict.next_step == "Ask for the document it was made from."
    assert verdict.notes == (CONVERTED,)


def test_the_summary_says_what_to_do_about_a_document_without_statements():
    said = words(summary_page(read("Only words"), triage(read("Only words"))))
    assert "No statement was found in its 2 words. Look at it in Word" in said


def test_of_a_document_with_statements_the_summary_says_no_such_thing():
    made = outcome(statement("Face the pupil"))
    assert "No statement was found" not in words(summary_page(made, triage(made)))
