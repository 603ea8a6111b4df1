"""Where two people differ, whoever is asked again sees what each of them said."""

from dataclasses import replace

import pytest
from fingerpost.curating import arrange, fold, settle
from fingerpost.decisions import Action
from fingerpost.opinions import CHILD_VOICE
from fingerpost.reviewing import triage
from fingerpost.reviewing.columns import Sheet
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.page.page_data import _heading
from fingerpost.reviewing.workbook.sheets import grids

from tests.curating.lines import TUESDAY, answer, heading, log_of
from tests.reviewing.coming_back import CLASSIFIED, EXTRACTIONS
from tests.support.outcomes import AREA, NEED, TAXONOMY, outcome

DIGEST = next(one.strategy.digest for one in CLASSIFIED if one.strategy.id == "s-radio")


def asked_again(log):
    standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle(CLASSIFIED, standing))
    made = replace(outcome(*items, replaced=replaced), standing=standing, extractions=EXTRACTIONS)
    return triage(made)


def told(review, sheet, column, ref):
    (grid,) = (one for one in grids(review, TAXONOMY) if one.sheet is sheet)
    return next(row[column] for row in grid.rows if str(row["Ref"]).startswith(ref))


def said(by, action=Action.APPROVED, **more):
    at = {"at": TUESDAY} if by == "Bob" else {}
    return answer("s-radio", action, by=by, digest=DIGEST, **at, **more)


@pytest.mark.parametrize(
    ("ann", "bob", "words"),
    [
        ({}, {"action": Action.REJECTED}, ("Ann: keep", "Bob: reject")),
        ({"wording": "Wear it"}, {"wording": "Use it"}, ("Ann: “Wear it”", "Bob: “Use it”")),
        (
            {"labels": {NEED: ("sp-hearing",)}},
            {"labels": {NEED: ()}},
            ("the need", "Ann: Hearing", "Bob: none"),
        ),
        (
            {"labels": {AREA: ("semh",)}},
            {"labels": {AREA: ("universal",)}},
            ("Ann: Social, emotional and mental health", "Bob: Every area of need"),
        ),
    ],
)
def test_the_queue_says_what_each_said_of_a_statement(ann, bob, words):
    why = told(
        asked_again(log_of(said("Ann", **ann), said("Bob", **bob))),
        Sheet.QUEUE,
        "Why it is here",
        "s-radio",
    )
    assert all(one in why for one in words)


def test_the_queue_says_what_each_wrote_in_a_childs_words():
    def voiced(by, words):
        lines = said(by)
        line = next(one for one in lines if one.last_action_type is Action.APPROVED)
        return (
            *lines,
            replace(
                line,
                last_action_type=Action.VOICED,
                field_name=CHILD_VOICE,
                replacement_value=words,
                reason="Year 4",
            ),
        )

    log = log_of(voiced("Ann", "I wear my aid"), voiced("Bob", "My aid helps"))
    why = told(asked_again(log), Sheet.QUEUE, "Why it is here", "s-radio")
    assert "Ann: “I wear my aid”; Bob: “My aid helps”" in why


def test_headings_say_what_each_said_in_the_workbook_and_on_the_page():
    review = asked_again(
        log_of(heading("mystery", "semh"), heading("mystery", "advice", by="Bob", at=TUESDAY))
    )
    (question,) = (one for one in review.headings if one.contested)
    words = "Ann: Social, emotional and mental health; Bob: "
    assert words in told(review, Sheet.HEADINGS, "We think it means", str(question.ref))
    assert words in str(_heading(question, labels_of(TAXONOMY))["thought"])
