"""The learned matcher says why: the words of the statement and the example it is like."""

from dataclasses import replace

import numpy as np
import pytest
from fingerpost.classifying import classify, lessons
from fingerpost.classifying.beliefs import Believer
from fingerpost.classifying.statements import prepare
from fingerpost.learned import Judgement, product
from fingerpost.learning import digest_of, train
from fingerpost.meanings import Meanings
from fingerpost.strategies import Strategy
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import meanings, rulebook
from tests.classifying.rulebooks import strategy as placed
from tests.learning.exemplars import CI, SP, advice, some

NEEDS = {CI: "ci-receptive", SP: "sp-hearing"}
KITES = {"label": "Kites", "core_label": "Kites"}

TEXTS = (
    "Check each hearing aid before the first lesson.",
    "Use fewer words in an instruction.",
    "Zyzzyva quokka.",
    "Show me the board, so that I can find the words.",
)


def strategy(text, lead_in=""):
    return Strategy(text=text, source_text=text, digest="", source="", locator="", lead_in=lead_in)


@pytest.fixture(scope="module")
def learned():
    return train(lessons(some()), {}, "none", digest_of(some(), ""))


def beliefs(learned, *texts):
    statements = prepare([strategy(text) for text in texts], Meanings(()))
    return Believer(learned, None).beliefs(statements)


def told(one):
    return one.facets, one.advice, one.votes()


def test_a_label_that_was_given_always_has_its_vote(learned):
    (found,) = beliefs(learned, TEXTS[1])
    least = list(found.facets[Facet.AREA])[-1]
    assert least not in {vote.concept for vote in found.votes()}
    assert least in {vote.concept for vote in found.votes({least})}


def test_a_statement_is_judged_by_itself(learned):
    alone = [told(beliefs(learned, text)[0]) for text in TEXTS]
    assert [told(one) for one in beliefs(learned, *TEXTS)] == alone
    assert [told(one) for one in beliefs(learned, *reversed(TEXTS))] == alone[::-1]


def test_no_digit_of_a_belief_depends_on_how_many_statements_stand_beside_it():
    chance = np.random.default_rng(5)
    rows, columns = (
        chance.standard_normal(shape).astype("float32") for shape in ((90, 384), (384, 300))
    )
    alone = np.vstack([product(row[None], columns) for row in rows])
    assert np.array_equal(product(rows, columns), alone)


def test_every_vote_quotes_the_statement_and_names_an_example(learned):
    (found,) = beliefs(learned, TEXTS[1])
    best = found.votes()[0]
    assert (best.concept, best.evidence.matcher) == (CI, "learned")
    assert best.evidence.quote == "words … instruction"
    assert best.evidence.rule.startswith("like “Give one instruction at a time.”")


def test_probabilities_of_a_facet_add_up(learned):
    for one in beliefs(learned, *TEXTS):
        for shares in one.facets.values():
            assert sum(shares.values()) == pytest.approx(1.0, abs=1e-4)


def test_words_of_the_purpose_do_not_count(learned):
    whole, action = beliefs(learned, TEXTS[3], "Show me the board.")
    assert whole.facets[Facet.AREA] == action.facets[Facet.AREA]


def test_a_word_that_speaks_for_no_label_is_not_quoted(learned):
    (found,) = beliefs(learned, "Zyzzyva quokka.")
    assert all(vote.evidence.quote == "Zyzzyva quokka." for vote in found.votes())


def test_learned_labels_reach_the_classified_statement_with_their_votes(learned):
    (found,) = classify([strategy(TEXTS[1])], rulebook(), Meanings(()), Judgement(learned))
    assert found.concepts(Facet.AREA) == (CI,)
    area = next(one for one in found.assignments if one.facet is Facet.AREA)
    assert area.ranked[0].concept == CI
    assert any(vote.evidence.matcher == "learned" for vote in found.suggestions)
    assert not area.settled


def test_without_a_matcher_nothing_is_learned_and_nothing_guessed():
    (found,) = classify([strategy("Use fewer words.")], rulebook(), Meanings(()))
    assert found.concepts(Facet.AREA) == ()
    assert all(vote.evidence.matcher != "learned" for vote in found.suggestions)


def test_what_the_examples_do_not_say_is_not_learned(learned):
    assert learned.questions.get(Facet.NEED.value) is None  # the examples name no need
    assert 0.0 <= beliefs(learned, TEXTS[0])[0].advice <= 1.0


def test_a_councils_own_category_that_nobody_taught_is_given_to_nothing_by_itself():
    taught = tuple(
        replace(one, labels={**one.labels, Facet.NEED: (NEEDS[one.labels[Facet.AREA][0]],)})
        if one.labels
        else one
        for one in some()
    )
    taught = (*taught, advice("Tell families about the fair.", CI))
    book = rulebook(cues=())
    own = replace(book.taxonomy["sp-hearing"], id="own", parent="semh", **KITES)
    book = replace(book, taxonomy=replace(book.taxonomy, concepts=(*book.taxonomy.concepts, own)))
    known = train(lessons(taught), {}, "none", digest_of(taught, ""))
    for text in TEXTS:
        one = placed(text, "SEMH > Strategies")
        (found,) = classify([one], book, meanings(), Judgement(known))
        voted = {vote.concept for vote in found.suggestions}
        assert {label for a in found.assignments for label in a.concepts} <= voted
        assert "own" not in found.concepts(Facet.NEED)
