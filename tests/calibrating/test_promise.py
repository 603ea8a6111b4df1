"""What the program may accept by itself: as much as answers picked by lot bear out, and no more."""

from dataclasses import replace

import numpy as np
import pytest
from fingerpost.calibrating.intervals import most_wrong
from fingerpost.calibrating.promising import Candidate, Terms, kept, promise
from fingerpost.intervals import wilson
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.acceptance.judging import fate, naive, promised, tally
from benchmarks.acceptance.populations import KINDS, at_the_edge, drawn, made

TERMS = Terms(risk=0.05, assurance=0.9)
DRAWS = 200


def candidates(count, answered=0, wrong=(), on_trial=lambda place: place % 2 == 0):
    """Return candidates in the order of their lots; the first few on trial are answered."""
    asked = [place for place in range(count) if on_trial(place)][:answered]
    return [
        Candidate(
            id=f"s-{place:04}",
            lot=f"{place:04}",
            score=1 - place % 10 / 100,
            on_trial=on_trial(place),
            wrong=place in wrong if place in asked else None,
        )
        for place in range(count)
    ]


def test_without_an_answer_it_accepts_nothing_and_says_how_many_it_takes():
    found = promise(candidates(1000), TERMS)
    assert (found.threshold, found.accepted) == (None, 0)
    assert 60 <= found.needed <= 150
    assert len(found.asked) == found.needed
    assert found.gain > 500


def test_after_just_so_many_more_answers_as_proposed_it_keeps_its_word():
    before = promise(candidates(1000, 40), TERMS)
    enough, few = (promise(candidates(1000, 40 + before.needed - less), TERMS) for less in (0, 1))
    assert (enough.threshold is not None, few.threshold) == (True, None)
    assert few.needed == 1
    assert enough.accepted == before.gain


def test_the_next_asked_about_are_the_next_by_lot_and_on_trial():
    found = promise(candidates(1000, 10), TERMS)
    assert found.asked[:3] == ("s-0020", "s-0022", "s-0024")


def test_a_wrong_one_makes_more_answers_necessary():
    flawless, flawed = (promise(candidates(1000, 40, wrong), TERMS) for wrong in ((), (0, 4)))
    assert flawed.needed > flawless.needed


def test_what_is_hardly_believed_is_never_accepted_however_many_others_are_right():
    unsure = [replace(one, score=one.score * 0.5) for one in candidates(2000, 1000)]
    assert kept(unsure, TERMS).threshold is None
    sure = candidates(2000, 1000)
    some = [replace(one, score=0.4) if place % 4 == 1 else one for place, one in enumerate(sure)]
    assert kept(some, TERMS).threshold >= 0.5


def test_of_too_few_it_says_that_nothing_can_be_promised():
    found = promise(candidates(20), TERMS)
    assert (found.threshold, found.needed, found.eligible) == (None, None, 20)
    assert found.asked == ()


def test_answers_beyond_the_first_open_one_prove_nothing():
    all_answered = candidates(1000, 200)
    first_open = [replace(all_answered[0], wrong=None), *all_answered[1:]]
    assert kept(all_answered, TERMS).threshold is not None
    assert kept(first_open, TERMS).threshold is None


def test_answers_from_which_the_program_learns_prove_nothing():
    learned = [replace(one, on_trial=False) for one in candidates(1000, 200)]
    assert kept(learned, TERMS).drawn == 0
    assert kept(learned, TERMS).threshold is None


def test_wrong_ones_that_somebody_found_are_no_danger_any_more():
    """They are decided, and fewer of those still open can be wrong."""
    some = candidates(400, 100, on_trial=lambda place: place < 150)
    found = [
        replace(one, wrong=True) if place in (300, 310) else one for place, one in enumerate(some)
    ]
    plain, better = kept(some, TERMS), kept(found, TERMS)
    assert better.at_most == plain.at_most - 2


@given(st.randoms(use_true_random=False), st.integers(0, 150), st.integers(0, 4))
@settings(max_examples=25)
def test_the_order_of_documents_does_not_matter(chance, answered, wrong):
    some = candidates(300, answered, tuple(range(0, 20 * wrong, 20)))
    mixed = some.copy()
    chance.shuffle(mixed)
    assert promise(mixed, TERMS) == promise(some, TERMS)


@given(st.integers(1, 400), st.data())
@settings(max_examples=60)
def test_the_bound_lies_between_what_was_found_and_what_can_be(whole, data):
    drawn_ones = data.draw(st.integers(0, whole))
    wrong = data.draw(st.integers(0, drawn_ones))
    bound = most_wrong(whole, drawn_ones, wrong, 0.1, 0.05)
    assert wrong <= bound <= whole - (drawn_ones - wrong)
    assert bound <= most_wrong(whole, drawn_ones, wrong, 0.01, 0.05)


def test_the_bound_holds_at_every_moment_while_lots_are_drawn():
    """Of 500 orders in which to draw 200 statements, 12 of them wrong, at most one in ten misleads."""
    chance = np.random.default_rng(3)
    misled = 0
    for _ in range(500):
        found = np.cumsum(chance.permutation(200) < 12)
        bounds = (most_wrong(200, n, int(found[n - 1]), 0.1, 0.05) for n in range(5, 200, 5))
        misled += any(bound < 12 for bound in bounds)
    assert misled <= 50


def test_an_interval_is_wilsons():
    low, high = wilson(37, 40)
    assert (round(low, 4), round(high, 4)) == (0.8014, 0.9742)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("risk", [0.02, 0.05, 0.10])
def test_the_promise_holds_in_nine_of_ten_draws_whatever_the_population(risk):
    terms = Terms(risk, 0.9)
    for seed, kind in enumerate(KINDS):
        chance = np.random.default_rng(seed)
        fates = []
        for _ in range(DRAWS // 4):
            drawing = drawn(made(kind, 600, chance), chance)
            fates.append(fate(drawing, drawing.trial_order[:200], promised, terms))
        assert tally(fates, risk).held >= 0.9, kind


def test_where_a_plain_threshold_breaks_it_every_other_time():
    chance = np.random.default_rng(9)
    drawings = [drawn(at_the_edge(600, 0.05, chance), chance) for _ in range(DRAWS)]
    ours, plain = (
        tally((fate(one, one.trial_order[:200], rule, TERMS) for one in drawings), 0.05)
        for rule in (promised, naive)
    )
    assert ours.held >= 0.9
    assert plain.held <= 0.6
