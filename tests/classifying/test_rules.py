"""The rules that come with the product, on the sample documents: evidence, gate and speed of load."""

from functools import cache
from pathlib import Path

import pytest
from fingerpost.classifying import check_cues, classify
from fingerpost.cues import Target
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.rulebook import councils
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet

from tests.support.shipped import shipped_rules

CHECKOUT = Path(__file__).parents[2]
RULES, RAW = CHECKOUT / "rules", CHECKOUT / "data" / "raw"


@cache
def book(council="leeds"):
    return shipped_rules(council)


@cache
def samples():
    known = Meanings(book().headings)
    files = sorted(RAW.rglob("*.docx"))
    documents = [read(str(f.relative_to(RAW).as_posix()), f.read_bytes()) for f in files]
    items = [item for document in documents for item in extract(document, known).strategies]
    return classify(items, book(), known)


def test_every_cue_holds_to_its_own_examples():
    assert check_cues(book()) == ()


@pytest.mark.parametrize("council", councils(RULES))
def test_every_concept_has_a_cue(council):
    loaded = book(council)
    served = {cue.value for cue in loaded.cues if cue.target is Target.CONCEPT}
    needs = {c.id for c in loaded.taxonomy.concepts if c.facet in (Facet.NEED, Facet.UNIVERSAL)}
    assert needs <= served


def test_every_label_of_every_sample_item_rests_on_its_own_words():
    for found in samples():
        item = found.strategy
        places = (
            item.text,
            item.lead_in,
            f"{item.lead_in} {item.text}",
            item.heading_path,
            *item.context,
        )
        for assignment in found.assignments:
            for concept in assignment.concepts:
                quotes = [v.evidence.quote for v in found.suggestions if v.concept == concept]
                assert quotes, (concept, item.text)
                assert all(any(quote in place for place in places) for quote in quotes), item.text


def test_every_reason_of_the_layout_is_one_that_people_are_told():
    assert {doubt for found in samples() for doubt in found.strategy.doubts} <= set(Reason)


def test_nothing_the_samples_leave_open_is_accepted():
    accepted = [found for found in samples() if not found.reasons]
    print(f"{len(accepted)} of {len(samples())} items of the samples are accepted")
    assert accepted
    for found in accepted:
        assert found.assignments[0].settled
        assert found.tier in ("universal", "targeted")
        assert found.strategy_probability >= 0.5


def test_most_of_the_samples_strategies_pass_the_gate():
    doubted = [f for f in samples() if f.strategy_probability < 0.5]
    print(f"{len(doubted)} of {len(samples())} are held to be no advice")
    assert len(doubted) <= 0.05 * len(samples()), [f.strategy.text for f in doubted]
