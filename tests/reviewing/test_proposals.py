"""How a proposal to part or to join is seen; it holds nothing back by itself."""

from dataclasses import replace

from fingerpost.reviewing import triage
from fingerpost.reviewing.workbook.sheets import grids
from fingerpost.strategies import Join, Part, Split
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement

SPLIT = Split(
    (Part("Face the class. ", "Face the class."), Part("Wait.", "Wait a while.")), "two sentences"
)
JOIN = Join(
    ("Give time before the\n", "next question."),
    ("body/p[3]", "body/p[4]"),
    "Give time before the next question.",
    "the second seems to go on from the first",
)


def proposed(found, **fields):
    strategy = replace(found.classified.strategy, **fields)
    return replace(found, classified=replace(found.classified, strategy=strategy))


def waiting(text, **fields):
    return proposed(statement(text, reasons=(Reason.NO_LABEL,)), **fields)


def whys(*items):
    return [row.why for row in triage(outcome(*items)).queue]


def test_a_waiting_statement_that_reads_like_two_says_so_and_how_to_part_it():
    (why,) = whys(waiting("Face the class. Wait.", split=SPLIT))
    assert why.endswith(
        "It reads like two statements: “Face the class.” / “Wait a while.”. To part them, put each "
        "on a line of its own under Wording and choose Change."
    )


def test_a_statement_that_breaks_off_and_the_one_that_goes_on_name_each_other():
    first = waiting("Give time before the", locator="body/p[3]", join=JOIN)
    second = waiting("next question.", locator="body/p[4]")
    one, other = whys(first, second)
    assert "“Give time before the next question.”" in one
    assert "write the whole under Wording here and choose Change" in one
    assert "It seems to go on from the statement above, “Give time before the”." in other
    assert "write the whole under Wording there and choose Change" in other


def test_where_the_first_does_not_wait_people_are_told_to_pull_it_out():
    first = proposed(statement("Give time before the"), locator="body/p[3]", join=JOIN)
    (why,) = whys(first, waiting("next question.", locator="body/p[4]"))
    assert "Pull out" in why


def test_a_settled_statement_with_a_proposal_stays_settled_and_shows_it_on_the_skim_sheet():
    settled = proposed(statement("Face the class. Wait."), split=SPLIT)
    found = outcome(settled)
    review = triage(found)
    assert not review.queue
    skim = next(g for g in grids(review, found.rulebook.taxonomy) if g.sheet == "Skim")
    assert str(skim.rows[1]["Statement"]).endswith(
        "(It reads like two statements: “Face the class.” / “Wait a while.”. To part them, choose "
        "Pull out.)"
    )


def test_a_statement_that_is_one_says_nothing_of_parts():
    (why,) = whys(waiting("Face the class."))
    assert "statements" not in why
    assert "Wording" not in why
