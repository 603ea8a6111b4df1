"""Added statements beside documents: which of two that are almost the same a person is asked about."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold
from fingerpost.decisions import Action
from fingerpost.naming import digest_of
from fingerpost.running.migrating.additions import added_strategies, compare

from tests.curating.lines import MONDAY, TUESDAY, WEDNESDAY, added, answer, log_of
from tests.support.outcomes import outcome, statement

WORDS = "Give the pupil a moment to think before an answer is expected of them."
ALIKE = "Give the child a moment to think before an answer is expected of them."
IN_WORD = outcome(statement(WORDS, one="s-word"), statement("Face the class", one="s-other"))
APPROVED_IN_WORD = answer("s-word", by="Bob", digest="d")


def compared(*lines, known=()):
    found = compare(IN_WORD.extractions, fold(log_of(*lines)), frozenset(known))
    in_word = {one.id: one for extraction in found.extractions for one in extraction.strategies}
    return in_word, found.added


def test_without_additions_documents_are_compared_as_ever():
    in_word, found = compared()
    assert found == ()
    assert [one.doubts for one in in_word.values()] == [(), ()]


def test_an_addition_is_a_statement_of_no_document():
    lines = added(WORDS, lead_in="In lessons:")
    (one,) = added_strategies(fold(log_of(lines)))
    assert one.was_added
    assert (one.text, one.lead_in, one.source, one.locator, one.source_text) == (
        WORDS,
        "In lessons:",
        "",
        "",
        "",
    )
    assert (one.id, one.digest) == (lines[0].resource_id, digest_of(WORDS, "In lessons:"))
    assert (one.document, one.heading_path) == ("Added in the directory", "")


def test_additions_come_in_the_order_they_were_made():
    young = added("Ask once", moment=TUESDAY)
    old = added("Wait a while", moment=MONDAY, by="Bob", at=WEDNESDAY)
    found = added_strategies(fold(log_of(young, old)))
    assert [one.text for one in found] == ["Wait a while", "Ask once"]


@pytest.mark.parametrize("words", [WORDS, ALIKE])
@pytest.mark.parametrize("known", [(), ("s-word", "s-other")])
def test_the_one_in_word_is_asked_about_so_that_readers_keep_the_words(words, known):
    lines = added(words)
    in_word, (one,) = compared(lines, known=known)
    assert in_word["s-word"].doubts == ("near-duplicate",)
    assert in_word["s-word"].similar == (lines[0].resource_id,)
    assert (one.doubts, in_word["s-other"].doubts) == ((), ())


def test_where_a_person_approved_the_one_in_word_the_added_one_is_asked_about_too():
    _, (one,) = compared(APPROVED_IN_WORD, added(ALIKE))
    assert (one.doubts, one.similar) == (("near-duplicate",), ("s-word",))


@pytest.mark.parametrize("action", [Action.REJECTED, Action.PARKED])
def test_one_in_word_that_nobody_approved_raises_no_doubt_about_an_addition(action):
    _, (one,) = compared(answer("s-word", action, by="Bob", digest="d"), added(ALIKE))
    assert one.doubts == ()


def test_one_in_word_about_which_people_differ_raises_no_doubt_about_an_addition():
    differ = [
        answer("s-word", by=name, digest="d", wording=words)
        for name, words in (("Bob", "Give time."), ("Cy", "Wait."))
    ]
    _, (one,) = compared(*differ, added(ALIKE))
    assert one.doubts == ()


def test_what_was_withdrawn_raises_no_doubt_about_anything():
    lines = added(ALIKE)
    gone = answer(
        lines[0].resource_id, Action.REJECTED, at=TUESDAY, saw=MONDAY, digest=digest_of(ALIKE)
    )
    in_word, (one,) = compared(lines, gone)
    assert (in_word["s-word"].doubts, one.doubts) == ((), ())


def test_of_two_additions_that_are_almost_the_same_the_later_is_asked_about():
    first, second = added(WORDS), added(ALIKE, by="Bob", moment=TUESDAY)
    bare = replace(IN_WORD, extractions=())
    found = compare(bare.extractions, fold(log_of(second, first)), frozenset())
    assert [(one.text, one.doubts) for one in found.added] == [
        (WORDS, ()),
        (ALIKE, ("near-duplicate",)),
    ]
    assert found.added[1].similar == (first[0].resource_id,)
