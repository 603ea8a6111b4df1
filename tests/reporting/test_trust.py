"""How sure the program is, and how often that was right, as the summary tells it."""

import re

from fingerpost.calibration import (
    Band,
    Calibration,
    Curve,
    Guarantee,
    Promise,
    Reliability,
)
from fingerpost.directory import Status
from fingerpost.reporting import summary_page
from fingerpost.reporting.trust import promise_told
from fingerpost.reviewing import triage
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet

from tests.support.html import assert_sound, words
from tests.support.outcomes import outcome, statement

MANY = Band(least=0.9, most=0.95, sure=0.9, reviewed=40, right=37, low=0.80, high=0.97)
FEW = Band(least=0.75, most=0.9, sure=0.8, reviewed=29, right=29, low=0.88, high=1.0)


def page(calibration, *items):
    made = outcome(*(items or (statement("Face the pupil"),)), calibration=calibration)
    return summary_page(made, triage(made))


def text(calibration, *items):
    return re.sub(r"\s+", " ", words(page(calibration, *items)))


def reliability(*bands, reviewed=69):
    curve = Curve() if bands else None
    return Calibration(
        reliabilities=(
            Reliability(
                facet=Facet.AREA, by_headings=False, reviewed=reviewed, curve=curve, bands=bands
            ),
        )
    )


def test_reliability_is_told_in_words_with_what_is_likely_of_others():
    found = text(reliability(MANY))
    assert "Of 40 we were about 90 % sure of, 37 were right" in found
    assert "80 % to 97 %" in found
    assert_sound(page(reliability(MANY)))


def test_of_fewer_than_thirty_answers_no_number_is_shown():
    found = text(reliability(FEW))
    assert "too few to give a number" in found
    assert "29" not in found.partition("How sure the program is")[2].partition("What people")[0]


def test_too_few_answers_for_any_confidence_are_said_to_be():
    assert "Too few answers to say (12 of the 30 it takes" in text(reliability(reviewed=12))


def test_it_says_how_many_more_answers_it_takes():
    promise = Promise(
        risk=0.05, assurance=0.9, eligible=600, alike=600, drawn=40, wrong=1, needed=37, gain=400
    )
    told = promise_told(promise)
    assert "39 of 40 answers by lot were as proposed" in told
    assert "37 more answers, picked by lot" in told
    assert "at most 5 % of them are wrong" in told


def test_of_too_few_statements_it_says_that_people_decide_them():
    assert "people decide them all" in promise_told(Promise(risk=0.05, assurance=0.9, eligible=12))


def test_a_council_that_wants_no_promise_is_told_so():
    assert "accept nothing" in promise_told(None)


def test_what_the_program_accepted_is_counted_apart_and_the_promise_told():
    promise = Promise(
        risk=0.05,
        assurance=0.9,
        eligible=300,
        threshold=0.8,
        alike=270,
        drawn=90,
        wrong=1,
        at_most=6,
        accepted=1,
    )
    trusted = statement(
        "Sit near the front", reasons=[Reason.HEADING_NOT_SETTLED], status=Status.ACCEPTED
    )
    found = text(Calibration(promise=promise), statement("Face the pupil"), trusted)
    assert "2 statements = 1 settled by its heading + 1 accepted by the program" in found
    assert "Of 90 statements like these, picked by lot and answered by people, 89 were" in found
    assert "no guess of the machine's was accepted" not in found


def test_a_category_with_few_answers_has_no_guarantee_yet():
    told = text(
        Calibration(
            guarantees=(
                Guarantee(concept="semh", facet=Facet.AREA, reviewed=39),
                Guarantee(concept="sp-hearing", facet=Facet.NEED, reviewed=52, least=0.3),
            )
        )
    )
    assert "Social, emotional and mental health: no guarantee yet (39 of 40 answers)." in told
    assert "Hearing: named wherever our belief in it is 30 % or more" in told
