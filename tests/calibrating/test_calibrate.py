"""From settled items with answers to confidence and acceptance, as a run composes them."""

from dataclasses import replace
from itertools import chain, combinations

import numpy as np
import pytest
from fingerpost.calibrating import apply, calibrate
from fingerpost.calibrating.answers import Answer, candidates_of, is_eligible, score_of
from fingerpost.calibrating.reliability import guarantees
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.strategies import Role
from fingerpost.suggestions import Evidence, Reason
from fingerpost.taxonomy import Facet
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calibrating.answered import HEARING, LEARNING, item, texts
from tests.support.outcomes import LEEDS

HARMLESS = {Reason.HEADING_NOT_SETTLED, Reason.LOW_CONFIDENCE, Reason.INFERRED_HEADING}


def many(count, answers):
    """Return items; the first on trial, by lot, are answered as proposed or as told."""
    open_ones = [item(text) for text in texts(count)]
    order = sorted(candidates_of(open_ones, ()), key=lambda one: one.lot)
    asked = [one.id for one in order if one.on_trial][: len(answers)]
    by_id = dict(zip(asked, answers, strict=True))
    return [item(one.text, answer=by_id.get(one.id)) for one in open_ones]


def run(items, council=LEEDS, taken=()):
    calibration = calibrate(items, taken, council)
    return calibration, apply(items, calibration)


def accepted(items):
    return [one for one in items if one.status is Status.ACCEPTED]


def test_answers_as_proposed_let_the_program_accept_the_others():
    calibration, items = run(many(400, [HEARING] * 150))
    done = accepted(items)
    assert len(done) == calibration.promise.accepted > 100
    assert all(one.by_model and one.reasons == () and one.verdict is None for one in done)


def test_wrong_answers_take_the_acceptance_back():
    _, before = run(many(400, [HEARING] * 150))
    _, after = run(many(400, [HEARING] * 130 + [LEARNING] * 20))
    assert accepted(before)
    assert accepted(after) == []


@pytest.mark.parametrize("answer", [Action.REJECTED, Action.NOT_SURE, LEARNING])
def test_what_a_person_rejected_moved_or_was_unsure_of_counts_as_wrong(answer):
    promise = calibrate(many(400, [HEARING] * 9 + [answer]), (), LEEDS).promise
    assert (promise.drawn, promise.wrong) == (10, 1)


def test_what_is_wanted_no_longer_is_no_error_and_does_not_end_the_draw():
    items = many(400, [HEARING] * 5 + [Action.WITHDRAWN] + [HEARING] * 4)
    calibration = calibrate(items, (), LEEDS)
    assert (calibration.promise.drawn, calibration.promise.wrong) == (9, 0)
    retired = {one.id for one in items if one.verdict and one.verdict.action is Action.WITHDRAWN}
    assert retired.isdisjoint(calibration.promise.asked)


def test_what_reviewers_disagree_about_counts_as_wrong():
    items = many(400, [HEARING] * 10)
    torn = next(one for one in items if one.verdict)
    verdict = replace(torn.verdict, disagreement="Ann says keep and Bob says reject.")
    items[items.index(torn)] = replace(torn, verdict=verdict, status=Status.REVIEW)
    assert calibrate(items, (), LEEDS).promise.wrong == 1


def test_what_people_joined_to_another_is_no_statement_of_its_own_and_counts_as_wrong():
    items = many(400, [HEARING] * 10)
    first = min(candidates_of(items, ()), key=lambda one: (not one.on_trial, one.lot))
    assert calibrate(items, {first.id}, LEEDS).promise.wrong == 1


def test_an_answer_about_other_words_counts_for_nothing():
    items = many(400, [HEARING] * 10)
    first = min(candidates_of(items, ()), key=lambda one: (not one.on_trial, one.lot))
    stale = next(one for one in items if one.id == first.id)
    place = items.index(stale)
    items[place] = replace(stale, verdict=replace(stale.verdict, digest="another"))
    assert calibrate(items, (), LEEDS).promise.drawn == 0


def test_an_answered_statement_keeps_its_place_among_the_lots():
    """Whether it may be accepted is judged as if nobody had answered."""
    opened, answered = many(50, []), many(50, [HEARING] * 15)
    places = [(one.id, one.lot, one.score) for one in candidates_of(opened, ())]
    assert places == [(one.id, one.lot, one.score) for one in candidates_of(answered, ())]


@pytest.mark.parametrize("council", [{"acceptance": "nobody"}, {"risk": 0.0}])
def test_a_council_that_wants_it_shows_everything_to_people(council):
    calibration, items = run(many(400, [HEARING] * 150), replace(LEEDS, **council))
    assert calibration.promise is None
    assert accepted(items) == []


def test_the_risk_is_the_councils():
    items = many(400, [HEARING] * 60)
    strict, lax = (
        calibrate(items, (), replace(LEEDS, risk=risk)).promise.threshold for risk in (0.02, 0.10)
    )
    assert (strict, lax is not None) == (None, True)


@given(st.sets(st.sampled_from(Reason), min_size=1))
@settings(max_examples=200)
def test_only_a_doubt_of_where_to_file_it_may_ever_be_accepted(reasons):
    one = item("Face the class", reasons=sorted(reasons, key=list(Reason).index))
    assert is_eligible(one.classified) is (reasons <= HARMLESS)


def test_no_statement_with_another_doubt_is_accepted_however_sure_the_program_is():
    doubts = chain.from_iterable(combinations(Reason, size) for size in (1, 2))
    others = [
        item(f"Other {n}", 1.0, reasons=reasons)
        for n, reasons in enumerate(doubts)
        if not set(reasons) <= HARMLESS
    ]
    calibration, items = run([*many(400, [HEARING] * 150), *others])
    assert calibration.promise.threshold is not None
    assert not {one.id for one in others} & {one.id for one in accepted(items)}


def test_words_that_speak_of_more_than_what_is_for_all_are_left_to_people():
    one = item("Face the class").classified
    told = (("targeted tier", Evidence("patterns", "a few pupils", "targeted")),)
    assert is_eligible(one)
    assert not is_eligible(replace(one, field_evidence=told))


@pytest.mark.parametrize("matcher", ["headings", "patterns"])
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.STRATEGY])
def test_what_stands_under_signs_of_need_or_the_like_is_left_to_people(role, matcher):
    """However much it reads like advice: "Ask for help often" is none below "What you might see"."""
    one = item("Ask for help often").classified
    told = ((role.value, Evidence(matcher, "What you might see", "rule")),)
    assert not is_eligible(replace(one, field_evidence=told))
    below_advice = ((Role.STRATEGY.value, Evidence(matcher, "Strategies", "rule")),)
    assert is_eligible(replace(one, field_evidence=below_advice))


def test_the_program_never_counts_on_statements_that_it_may_not_accept():
    """Reworded in Word after a person had decided, they wait; the promise is for the others alone."""
    items = many(400, [HEARING] * 150)
    stale = {one.id for one in items if one.verdict is None}
    stale = set(sorted(stale)[:100])
    mixed = [_decided_in_other_words(one) if one.id in stale else one for one in items]
    calibration, after = run(mixed)
    assert len(accepted(after)) == calibration.promise.accepted > 0
    assert not stale & {one.id for one in accepted(after)}


def _decided_in_other_words(one):
    before = item(one.text, answer=HEARING).verdict
    return replace(one, verdict=replace(before, digest="other words"))


def test_a_belief_in_an_area_is_one_in_advice_too():
    one = replace(item("Face the class", 0.9).classified, strategy_probability=0.5)
    assert score_of(one) == 0.45


def test_a_label_that_is_none_of_the_likeliest_has_no_belief_and_is_not_accepted():
    one = item("Face the class")
    odd = tuple(replace(a, ranked=()) for a in one.classified.assignments)
    one = replace(one, classified=replace(one.classified, assignments=odd))
    assert score_of(one.classified) is None
    assert list(candidates_of([one], ())) == []


def test_confidence_stays_empty_until_thirty_answers_were_kept_apart():
    kept, learned = texts(30, on_trial=True), texts(80, on_trial=False)
    for count, is_there in ((29, False), (30, True)):
        items = [item(text, answer=HEARING) for text in (*kept[:count], *learned)]
        _, done = run([*items, item("Another")])
        assert (done[-1].confidence is not None) is is_there


def test_confidence_is_of_the_label_that_stands():
    items = [item(text, answer=HEARING) for text in texts(40, on_trial=True)]
    _, done = run([*items, item("Moved", answer=LEARNING), item("Out", answer=Action.REJECTED)])
    moved, out = (
        replace(one, labels=((Facet.AREA, (LEARNING,)),)) if one.text == "Moved" else one
        for one in done[-2:]
    )
    _, again = run([*items, moved, out])
    assert done[0].confidence > 0.8
    assert [one.confidence for one in again[-2:]] == [None, None]


def test_what_headings_settle_is_measured_apart():
    items = [item(text, answer=HEARING) for text in texts(40, on_trial=True)]
    settled = item("Face the class", reasons=(), settled=True)
    _, done = run([*items, settled])
    assert (done[0].confidence is not None, done[-1].confidence) == (True, None)


@pytest.mark.slow
def test_of_those_nine_tenths_sure_nine_in_ten_are_right():
    """Measured on one half of the answers, held against the other."""
    chance = np.random.default_rng(5)
    beliefs = np.round(chance.beta(4, 1, 1200), 4)
    right = chance.random(1200) < 0.25 + 0.7 * beliefs
    made = [
        item(text, float(belief), HEARING if good else LEARNING)
        for text, belief, good in zip(texts(1200, on_trial=True), beliefs, right, strict=True)
    ]
    calibration, _ = run(made[:600])
    worths = [
        (calibration.worth(Facet.AREA, by_headings=False, belief=float(b)), good)
        for b, good in zip(beliefs[600:], right[600:], strict=True)
    ]
    for middle in (0.7, 0.8, 0.9):
        near = [(worth, good) for worth, good in worths if abs(worth - middle) <= 0.05]
        assert len(near) >= 60
        shown = sum(worth for worth, _ in near) / len(near)
        assert abs(sum(good for _, good in near) / len(near) - shown) < 0.08
    raw_gap = np.mean(beliefs[600:]) - np.mean(right[600:])
    gap = np.mean([worth for worth, _ in worths]) - np.mean(right[600:])
    assert abs(gap) < 0.03 or abs(gap) < abs(raw_gap)


@pytest.mark.slow
def test_every_share_shown_lies_in_its_interval_and_the_answers_add_up():
    chance = np.random.default_rng(6)
    made = [
        item(text, float(belief), HEARING if chance.random() < belief else LEARNING)
        for text, belief in zip(
            texts(400, on_trial=True), chance.beta(4, 1, 400).round(4), strict=True
        )
    ]
    (area, *_others) = calibrate(made, (), LEEDS).reliabilities
    assert area.facet is Facet.AREA
    assert sum(band.reviewed for band in area.bands) == area.reviewed == 400
    for band in area.bands:
        assert band.low <= band.right / band.reviewed <= band.high
        if band.reviewed >= 30:
            assert band.low <= band.sure <= band.high


def test_a_category_has_a_guarantee_from_forty_answers_on():
    few, enough = (
        {one.concept: one for one in calibrate(made, (), LEEDS).guarantees}
        for made in (
            [item(text, 0.8, HEARING) for text in texts(39, on_trial=True)],
            [item(text, n / 100, HEARING) for n, text in enumerate(texts(99, on_trial=True), 1)],
        )
    )
    assert few[HEARING].least is None
    assert enough[HEARING].least == 0.10


def test_a_guarantee_holds_for_nine_in_ten_of_others():
    chance = np.random.default_rng(7)
    covered = []
    for _ in range(200):
        seen, others = chance.beta(3, 1, 60).round(4), chance.beta(3, 1, 200).round(4)
        answers = [
            Answer(
                facet=Facet.AREA,
                by_headings=False,
                lot="",
                belief=float(belief),
                right=True,
                chosen=HEARING,
                ranked=((HEARING, float(belief)),),
            )
            for belief in seen
        ]
        (found,) = guarantees(answers)
        covered.append(np.mean(others >= found.least))
    assert np.mean(covered) >= 0.88


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_items_changes_nothing(chance):
    items = many(120, [HEARING, LEARNING, HEARING] * 15)
    mixed = items.copy()
    chance.shuffle(mixed)
    assert calibrate(mixed, (), LEEDS) == calibrate(items, (), LEEDS)


def test_a_settled_statement_stays_accepted_by_its_headings():
    (one,) = run([item("Face the class", reasons=())])[1]
    assert one.status is Status.ACCEPTED
    assert not one.by_model
