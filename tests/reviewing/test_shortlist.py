"""Where two labels are near, a reviewer sees both, the likelier first, with what speaks for each."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fingerpost.classifying import read_gold
from fingerpost.classifying.evaluating import predict
from fingerpost.decisions import Standing
from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.shortlist import near, shortlist
from fingerpost.running.rules.learner import Learner
from fingerpost.suggestions import Assignment, Ranked, Reason
from fingerpost.taxonomy import Facet

from tests.support.outcomes import TAXONOMY, outcome, statement, vote
from tests.support.shipped import shipped_rules
from tests.support.workbooks import columns, opened, sent

CHECKOUT = Path(__file__).parents[2]
GOLD = (
    CHECKOUT / "tests" / "gold" / "strategies.csv",
    CHECKOUT.parent / "shared" / "gold" / "labelled_dev.csv",
)
BOTH = (Ranked("sp-hearing", 0.58), Ranked("ci-receptive", 0.31), Ranked("", 0.1))
WORDS = (
    vote(Facet.NEED, "sp-hearing", "lip-read"),
    vote(Facet.NEED, "ci-receptive", "instructions"),
)
ASKED = (
    "Need: Hearing (6 chances in 10, for its words “lip-read”) or Understanding language (3 chances "
    "in 10, for its words “instructions”)?"
)


def item(ranked=BOTH, words=WORDS, settled=False, reasons=(Reason.LOW_CONFIDENCE,)):
    made = statement(
        "Let pupils lip-read instructions", reasons=reasons, need=("sp-hearing",), suggestions=words
    )
    known = tuple(
        replace(one, ranked=ranked, settled=settled) if one.facet is Facet.NEED else one
        for one in made.classified.assignments
    )
    return replace(made, classified=replace(made.classified, assignments=known))


def test_both_are_named_in_the_councils_labels_with_their_words():
    assert shortlist(item(), TAXONOMY) == ASKED


def test_without_telling_words_only_how_likely_each_is_is_said():
    asked = "Need: Hearing (6 chances in 10) or Understanding language (3 chances in 10)?"
    assert shortlist(item(words=()), TAXONOMY) == asked


def test_the_workbook_asks_and_keeps_the_first_as_its_proposal():
    sheet = opened(sent(outcome(item())))["Queue"]
    places = columns(sheet)
    assert ASKED in sheet.cell(2, places["Why it is here"]).value
    assert sheet.cell(2, places["Need"]).value == "Hearing"


def test_a_row_that_waits_for_a_heading_only_asks_for_the_heading():
    (row,) = triage(outcome(item(reasons=(Reason.HEADING_NOT_SETTLED,)))).queue
    assert row.headings
    assert "in 10" not in row.why


@pytest.mark.parametrize(
    "ranked",
    [
        (Ranked("sp-hearing", 0.7), Ranked("ci-receptive", 0.2)),
        (Ranked("sp-hearing", 0.86), Ranked("ci-receptive", 0.3)),
        (Ranked("sp-hearing", 0.5), Ranked("", 0.4)),
        (Ranked("sp-hearing", 0.5),),
        (),
    ],
)
def test_what_is_clear_or_has_no_rival_is_not_asked(ranked):
    assert near(Assignment(Facet.NEED, ("sp-hearing",), ranked=ranked)) is None


def test_what_a_heading_settles_is_not_asked():
    assert shortlist(item(settled=True), TAXONOMY) == ""


@cache
def judged(book_folder):
    book = shipped_rules()
    learner = Learner(book_folder, book_folder / "no state", keep=False)
    return book, learner.judgement(book, Standing())


@pytest.mark.slow
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_the_right_area_is_one_of_the_two_likeliest_nine_times_in_ten(gold):
    if not gold.exists():
        pytest.skip("there is no folder `shared` with gold beside the checkout")
    book, judgement = judged(CHECKOUT / "rules")
    rows = [replace(row, heading_path="") for row in read_gold(gold, book.taxonomy) if row.strategy]
    found = [
        {one.concept for one in assignment.ranked[:2]} & set(prediction.row.labels[Facet.AREA])
        for prediction in predict(rows, book, judgement)
        for assignment in prediction.classified.assignments
        if assignment.facet is Facet.AREA and prediction.row.labels.get(Facet.AREA)
    ]
    share = sum(map(bool, found)) / len(found)
    print(f"{gold.stem}: the right area among two in {share:.3f} of {len(found)}")
    assert share >= 0.9
