"""An answer that all else speaks against is pointed out, and stays what it is."""

from dataclasses import replace

import pytest
from fingerpost.decisions import Action, Verdict
from fingerpost.learning import second_looks
from fingerpost.pages import looks, looks_title
from fingerpost.suggestions import Ranked
from fingerpost.taxonomy import Facet

from tests.support.outcomes import TAXONOMY, statement, vote

TEXT = "Check the hearing aid each morning"
SURE = (Ranked("sensory-and-physical", 0.97), Ranked("semh", 0.02), Ranked("", 0.005))


def item(ranked=SURE, advice=0.9, chosen=("semh",), **said):
    given = {"action": Action.APPROVED, "reviewer": "Ann", "decided_on": "2026", **said}
    verdict = Verdict(text_seen=TEXT, digest="d", labels={Facet.AREA: chosen}, **given)
    words = vote(Facet.AREA, "sensory-and-physical", "hearing aid")
    made = statement(TEXT, verdict=verdict, suggestions=(words,), one="s-aid")
    known = tuple(replace(one, ranked=ranked) for one in made.classified.assignments)
    classified = replace(made.classified, assignments=known, strategy_probability=advice)
    return replace(made, classified=classified)


def test_a_label_nearly_ruled_out_beside_one_nearly_sure_is_worth_a_second_look():
    found = looks(second_looks([item()]), TAXONOMY)
    assert looks_title(found) == "1 answer worth a second look"
    assert [str(one) for one in found] == [
        f"“{TEXT}”: Ann chose Social, emotional and mental health; "
        "the words “hearing aid” say Sensory and physical."
    ]


def test_a_kept_statement_that_hardly_reads_like_advice_is_one_too():
    (found,) = looks(second_looks([item(chosen=("sensory-and-physical",), advice=0.1)]), TAXONOMY)
    assert str(found) == f"“{TEXT}”: Ann chose to keep it; it hardly reads like advice."


def test_what_was_made_advice_by_other_words_is_left_alone():
    kept = item(chosen=("sensory-and-physical",), advice=0.1, wording="Do check it.")
    assert second_looks([kept]) == ()


@pytest.mark.parametrize(
    "settled",
    [
        {"reviewer": "Ann, Bob"},
        {"action": Action.REJECTED},
        {"chosen": ("sensory-and-physical",)},
        {"chosen": ("semh", "sensory-and-physical")},
        {"ranked": (Ranked("sensory-and-physical", 0.89), Ranked("semh", 0.02))},
        {"ranked": (Ranked("sensory-and-physical", 0.9), Ranked("semh", 0.04))},
        {"ranked": ()},
        {"disagreement": "They differ."},
    ],
    ids=lambda settled: str(settled)[:40],
)
def test_what_two_agreed_on_or_little_speaks_against_is_left_alone(settled):
    assert second_looks([item(**settled)]) == ()


def test_an_answer_is_never_overruled():
    one = item()
    before = (one.verdict, one.labels, one.status)
    second_looks([one])
    assert (one.verdict, one.labels, one.status) == before
