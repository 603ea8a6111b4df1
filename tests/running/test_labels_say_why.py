"""Every label of every sample item names a rule or an example, and words that stand in the item."""

from functools import cache
from pathlib import Path

import pytest
from fingerpost.classifying import classify
from fingerpost.decisions import Standing
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.running.rules.learner import Learner

from tests.support.shipped import shipped_rules

CHECKOUT = Path(__file__).parents[2]
RULES, RAW = CHECKOUT / "rules", CHECKOUT / "data" / "raw"
GAP = " … "
"""Stands between words that do not stand side by side."""
pytestmark = pytest.mark.slow  # it may have to learn from the exemplars first


@cache
def samples():
    book = shipped_rules()
    known = Meanings(book.headings)
    judgement = Learner(RULES, CHECKOUT / ".fingerpost", keep=False).judgement(book, Standing())
    assert judgement.learned
    documents = [
        read(file.relative_to(RAW).as_posix(), file.read_bytes())
        for file in sorted(RAW.rglob("*.docx"))
    ]
    items = [item for one in documents for item in extract(one, known).strategies]
    return classify(items, book, known, judgement)


def labels():
    for found in samples():
        for assignment in found.assignments:
            for concept in assignment.concepts:
                votes = [vote for vote in found.suggestions if vote.concept == concept]
                yield found, concept, votes


def test_every_label_of_every_sample_item_names_a_rule_or_an_example():
    checked = [
        (concept, found.strategy.text)
        for found, concept, votes in labels()
        if not votes or any(not vote.evidence.rule or not vote.evidence.quote for vote in votes)
    ]
    assert checked == []


def test_the_words_it_quotes_stand_in_the_item_its_lead_in_or_its_headings():
    astray = [
        (concept, vote.evidence, found.strategy.text)
        for found, concept, votes in labels()
        for vote in votes
        for words in vote.evidence.quote.split(GAP)
        if not any(words in place for place in places(found.strategy))
    ]
    assert astray == []


def places(item):
    return (
        f"{item.lead_in} {item.text}",
        item.heading_path,
        item.hint,
        *item.context,
    )


def test_an_example_that_speaks_for_a_label_is_named_with_its_words_and_its_place():
    rules = {
        vote.evidence.rule
        for _, _, votes in labels()
        for vote in votes
        if vote.evidence.matcher == "learned"
    }
    unnamed = {rule for rule in rules if not (rule.startswith("like “") and " line " in rule)}
    assert rules
    assert unnamed <= {"words of its examples"}
