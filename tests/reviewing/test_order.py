"""The order of the queue: what harms first, then what one decision mends most of."""

from fingerpost.decisions import Action, Verdict
from fingerpost.reviewing.asking.order import HARMFUL, Sought, in_order
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import statement

UNSURE = (Reason.LOW_CONFIDENCE,)
TIMERS = [
    statement(text, "Timers", reasons=UNSURE)
    for text in ("Use a visual timer.", "Visual timers are used", "We use visual timers.")
]


def advice(name, reasons=UNSURE, path="Mystery"):
    return statement(name, path, reasons=reasons)


def texts(placed):
    return [one.item.text for one in placed]


def sure_of(**chances):
    """Return what is sought, with chances by the first word of a statement."""
    return lambda items: Sought(
        chances={item.id: chances[item.text.split()[0].lower()] for item in items}
    )


def test_every_harmful_doubt_stands_before_the_likeliest_mistake():
    likely = advice("Likely wrong")
    for reason in HARMFUL:
        harmful = advice("Harmful", [reason])
        placed = in_order([likely, harmful], Sought(chances={likely.id: 0.99}))
        assert texts(placed) == ["Harmful", "Likely wrong"]


def test_of_the_others_the_likeliest_mistake_comes_first():
    items = [advice("Small risk"), advice("Great risk"), advice("Middling risk")]
    placed = in_order(items, sure_of(small=0.1, great=0.8, middling=0.4)(items))
    assert texts(placed) == ["Great risk", "Middling risk", "Small risk"]


def test_a_decision_that_settles_many_comes_before_a_likelier_mistake_alone():
    alone = advice("Seat the pupil near a friend")
    chances = {item.id: 0.25 for item in TIMERS} | {alone.id: 0.6}
    placed = in_order([alone, *TIMERS], Sought(chances=chances))
    assert texts(placed)[-1] == alone.text


def test_statements_alike_stand_together_and_the_first_says_how_many_follow():
    others = [advice(f"{word} something {word}") for word in ("Build", "Paint")]
    placed = in_order([TIMERS[0], others[0], TIMERS[1], others[1], TIMERS[2]], Sought())
    together = [one for one in placed if one.cluster]
    assert {one.item.id for one in together} == {item.id for item in TIMERS}
    assert len({one.group for one in together}) == len({one.cluster for one in together}) == 1
    assert [one.others for one in together] == [2, 0, 0]


def test_a_harmful_statement_takes_those_like_it_along():
    harmful = statement("Visual timers", reasons=[Reason.SPECIALIST_TIER])
    likely = advice("Seat the pupil near a friend")
    placed = in_order([likely, TIMERS[0], harmful], Sought(chances={likely.id: 0.9}))
    assert texts(placed) == [harmful.text, TIMERS[0].text, likely.text]


def test_what_was_picked_by_lot_stands_in_the_order_of_the_lots_where_its_average_does():
    items = [advice(name) for name in ("Great", "Middling", "Small", "Sure")]
    great, middling, small, sure = (item.id for item in items)
    sought = Sought(
        chances={great: 0.8, middling: 0.3, small: 0.2, sure: 0.1},
        picked={sure: 0, small: 1, great: 2},
    )
    assert texts(in_order(items, sought)) == ["Great", "Sure", "Small", "Middling"]


def test_what_was_picked_by_lot_stands_alone_whatever_is_like_it():
    sought = Sought(picked={TIMERS[1].id: 0})
    picked = next(one for one in in_order(TIMERS, sought) if one.item is TIMERS[1])
    assert (picked.cluster, picked.others) == ("", 0)


def test_what_waits_for_a_heading_and_then_for_the_meeting_comes_last():
    verdict = Verdict(
        action=Action.PARKED, reviewer="Ann", decided_on="2026-01-01", text_seen="", digest=""
    )
    parked = statement("Parked", reasons=[Reason.PARKED, Reason.MAY_BE_INDICATOR], verdict=verdict)
    unfitting = statement("Unfitting", reasons=[Reason.UNFITTING], verdict=verdict)
    heading, plain = advice("Waits for its heading"), advice("Plain")
    sought = Sought(by_heading=frozenset({heading.id}))
    placed = in_order([parked, heading, unfitting, plain], sought)
    assert texts(placed) == ["Plain", "Waits for its heading", "Parked", "Unfitting"]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=12))
def test_everything_that_waits_is_placed_once_and_each_group_is_in_one_piece(rows):
    items = [
        statement(f"Advice number {n} about {risk}", f"Heading {path}", reasons=UNSURE)
        for n, (path, risk) in enumerate(rows)
    ]
    sought = Sought(chances={i.id: risk / 10 for i, (_, risk) in zip(items, rows, strict=True)})
    placed = in_order(items, sought)
    assert sorted(one.item.id for one in placed) == sorted(item.id for item in items)
    groups = [one.group for one in placed]
    assert groups == sorted(groups)
    for cluster in {one.cluster for one in placed} - {""}:
        assert len({one.group for one in placed if one.cluster == cluster}) == 1
