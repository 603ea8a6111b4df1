"""Shares of a review: nothing is lost, nothing goes to two people, and nobody has much more."""

from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.pace import ESTIMATED
from fingerpost.reviewing.packs.shares import (
    TOGETHER,
    asked_ids,
    divided,
    minutes_of,
    within,
    without,
)
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import outcome, statement

REASONS = (Reason.NO_LABEL, Reason.TRACKED_CHANGE, Reason.HEADING_NOT_SETTLED)
AREAS = ("semh", "sensory-and-physical", "cognition-and-learning")


@st.composite
def reviews(draw):
    """Draw a review of up to forty statements under a few headings."""
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(REASONS), st.integers(0, 5), st.sampled_from(AREAS)),
            max_size=30,
        )
    )
    items = [
        statement(f"Do this {n}", f"Mystery {under}", reasons=[reason], area=(area,))
        for n, (reason, under, area) in enumerate(drawn)
    ]
    return triage(outcome(*items))


@given(reviews(), st.integers(1, 4))
def test_over_all_shares_no_question_is_lost_or_asked_twice(review, people):
    shares = divided(review, people)
    asked = [one for share in shares for one in asked_ids(share)]
    assert sorted(asked) == sorted(asked_ids(review))
    assert len(asked) == len(set(asked))


@given(reviews(), st.integers(1, 4))
def test_shares_differ_by_no_more_than_one_piece(review, people):
    seconds = [
        ESTIMATED.heading * len(one.headings) + ESTIMATED.statement * len(one.queue)
        for one in divided(review, people)
    ]
    assert max(seconds) - min(seconds) <= TOGETHER * ESTIMATED.statement


@given(reviews(), st.integers(1, 4), st.integers(1, 20))
def test_nobody_gets_more_than_the_minutes_asked_for(review, people, minutes):
    for share in divided(review, people, minutes):
        assert minutes_of(share) <= minutes


@given(reviews(), st.integers(1, 4), st.integers(1, 20))
def test_a_share_keeps_the_order_of_work_with_headings_first(review, people, minutes):
    order = list(asked_ids(review))
    for share in divided(review, people, minutes):
        asked = [order.index(one) for one in asked_ids(share)]
        assert asked == sorted(asked)


@given(reviews(), st.integers(1, 30))
def test_one_persons_minutes_go_to_what_comes_first(review, minutes):
    (share,) = divided(review, 1, minutes)
    asked = asked_ids(share)
    assert asked == asked_ids(review)[: len(asked)]
    if len(asked) < len(asked_ids(review)):
        assert minutes_of(share) >= minutes - 1


@given(reviews(), st.sampled_from(AREAS))
def test_an_area_holds_its_statements_and_the_headings_they_wait_for(review, area):
    part = within(review, area)
    wanted = {row.ref.id for row in review.queue if row.item.labels[0][1] == (area,)}
    assert {row.ref.id for row in part.queue} == wanted
    named = {name for row in part.queue for name in row.headings}
    assert {one.text for one in part.headings} == named


@given(reviews(), st.data())
def test_what_somebody_has_already_is_left_out(review, data):
    ids = asked_ids(review)
    gone = set(data.draw(st.lists(st.sampled_from(ids)))) if ids else set()
    assert set(asked_ids(without(review, gone))) == set(ids) - gone


@given(reviews(), st.integers(1, 4))
def test_statements_that_stand_together_stay_with_one_person(review, people):
    owners = {
        one: place
        for place, share in enumerate(divided(review, people))
        for one in asked_ids(share)
    }
    groups: dict[int, list[str]] = {}
    for row in review.queue:
        groups.setdefault(row.group, []).append(row.ref.id)
    for members in groups.values():
        asked = [one for one in members if one in owners]
        if len(asked) <= TOGETHER:
            assert len({owners[one] for one in asked}) <= 1


def test_a_share_asks_nothing_but_headings_and_statements():
    settled = statement("Face the pupil")
    waits = statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=())
    (share,) = divided(triage(outcome(settled, waits)), 1)
    assert (share.skim, share.rules, share.by_lot, share.queue) == ((), (), (), ())
    assert [one.text for one in share.headings] == ["Mystery"]
    assert str(share.lever) == (
        "Answering the first question can settle the one statement that waits."
    )
