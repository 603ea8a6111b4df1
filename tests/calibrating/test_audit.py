"""Accepted statements, some of them read by lot, to what may be said of all of them."""

from dataclasses import replace
from functools import cache

import pytest
from fingerpost.calibrating import apply, calibrate
from fingerpost.calibrating.auditing import Audited, audit
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.lots import audit_lot
from fingerpost.rulebook import Aim
from fingerpost.taxonomy import Facet
from hypothesis import given
from hypothesis import strategies as st

from tests.calibrating.answered import HEARING, LEARNING, item, texts
from tests.support.outcomes import LEEDS

AIM = Aim(at_most=0.05, assurance=0.95)


def settled(count, answers=()):
    """Return items that headings settle; the first by lot are answered as told."""
    made = [item(text, reasons=(), settled=True) for text in texts(count)]
    order = sorted(made, key=lambda one: audit_lot(one.id))
    said = {one.text: answer for one, answer in zip(order, answers, strict=False)}
    return [item(one.text, reasons=(), settled=True, answer=said.get(one.text)) for one in made]


def audited(items, council=LEEDS, taken=()):
    return calibrate(items, taken, council).audit


def test_nothing_read_says_nothing_and_asks_for_some_by_lot():
    found = audited(settled(500))
    assert (found.accepted, found.drawn, found.at_most) == (500, 0, 500)
    by_lot = sorted((one.id for one in settled(500)), key=audit_lot)
    assert found.asked == tuple(by_lot[: found.needed])
    assert 60 <= found.needed <= 70


def test_answers_that_find_all_right_let_people_stop_with_no_more_wrong_than_the_aim():
    needed = audited(settled(500)).needed
    found = audited(settled(500, [HEARING] * needed))
    assert (found.drawn, found.wrong, found.accepted) == (needed, 0, 500 - needed)
    assert found.at_most <= found.allowed == 25
    assert (found.needed, found.asked) == (0, ())


def test_each_wrong_one_takes_some_more_reading():
    needed = [
        len(answers) + audited(settled(500, answers)).needed
        for answers in (
            [HEARING] * 30,
            [LEARNING] + [HEARING] * 29,
            [LEARNING] * 3 + [HEARING] * 27,
        )
    ]
    assert needed[0] < needed[1] < needed[2]


@pytest.mark.parametrize("answer", [Action.REJECTED, Action.NOT_SURE, LEARNING])
def test_what_a_person_took_out_moved_or_was_unsure_of_counts_as_wrong(answer):
    found = audited(settled(100, [HEARING, answer]))
    assert (found.drawn, found.wrong) == (2, 1)


def test_what_is_wanted_no_longer_is_no_error_and_nobody_is_asked_to_read_it():
    found = audited(settled(100, [Action.WITHDRAWN, HEARING]))
    assert (found.whole, found.drawn, found.wrong) == (99, 1, 0)
    assert all(one.verdict is None for one in settled(100) if one.id in found.asked)


def test_what_was_parted_or_joined_by_people_counts_as_wrong():
    items = settled(100, [HEARING] * 2)
    first, second = (one for one in items if one.verdict)
    parted = replace(first, verdict=replace(first.verdict, wording="One\nTwo"))
    changed = [parted if one is first else one for one in items]
    assert audited(changed, taken={second.id}).wrong == 2


def test_new_words_alone_are_no_fault_of_the_program():
    items = settled(100, [HEARING])
    first = next(one for one in items if one.verdict)
    mended = replace(first, verdict=replace(first.verdict, wording="Better words"))
    assert audited([mended if one is first else one for one in items]).wrong == 0


def test_a_first_label_of_any_kind_that_was_changed_counts_as_wrong():
    items = settled(100, [HEARING])
    first = next(one for one in items if one.verdict)
    labels = {Facet.AREA: (HEARING,), Facet.STANDARD: ("ts-7",)}
    moved = replace(first, verdict=replace(first.verdict, labels=labels))
    assert audited([moved if one is first else one for one in items]).wrong == 1


def test_a_label_that_is_only_proposed_is_held_against_what_was_shown():
    """What people answer teaches the program, which may then propose another standard than it showed."""
    items = settled(100, [HEARING])
    first = next(one for one in items if one.verdict)
    loose = tuple(replace(a, settled=False) for a in first.classified.assignments)
    first_now = replace(first, classified=replace(first.classified, assignments=loose))
    kept = {Facet.STANDARD: ("ts-7",)}
    for shown, wrong in ((kept, 0), ({Facet.STANDARD: ("ts-5",)}, 1)):
        verdict = replace(first.verdict, labels=kept, proposed=shown)
        answered = replace(first_now, verdict=verdict)
        assert audited([answered if one is first else one for one in items]).wrong == wrong


def test_an_answer_about_other_words_is_no_answer_and_what_it_was_about_stays_in_the_whole():
    items = settled(100, [HEARING] * 5)
    stale = min((one for one in items if one.verdict), key=lambda one: audit_lot(one.id))
    reworded = replace(
        stale, verdict=replace(stale.verdict, digest="another"), status=Status.REVIEW
    )
    found = audited([reworded if one is stale else one for one in items])
    assert (found.whole, found.drawn, found.asked[0]) == (100, 0, stale.id)


def test_what_people_chose_to_answer_besides_is_no_sample_but_lowers_what_is_left():
    items = settled(200, [HEARING] * 50)
    by_lot = sorted(items, key=lambda one: audit_lot(one.id))
    chosen = {one.text for one in by_lot[100:110]}
    others = [
        item(one.text, reasons=(), settled=True, answer=Action.REJECTED)
        if one.text in chosen
        else one
        for one in items
    ]
    before, after = audited(items), audited(others)
    assert (after.drawn, after.wrong, after.accepted) == (before.drawn, 0, before.accepted - 10)
    assert after.at_most == before.at_most - 10


def test_what_the_program_accepted_is_read_too_and_an_answer_leaves_it_in_the_whole():
    """Accepted on a promise, and still of the whole when it has been found right."""
    waiting = [item(text) for text in texts(400)]
    known = [item(one.text, answer=HEARING) for one in waiting]
    asked = set(calibrate(waiting, (), LEEDS).promise.asked)
    items = [k if k.id in asked else one for one, k in zip(waiting, known, strict=True)]
    calibration = calibrate(items, (), LEEDS)
    done = apply(items, calibration)
    accepted = {one.id for one in done if one.status is Status.ACCEPTED}
    assert calibration.audit.accepted == len(accepted) == calibration.promise.accepted > 0
    read = calibration.audit.asked[0]
    again = [known[n] if one.id == read else one for n, one in enumerate(items)]
    assert calibrate(again, (), LEEDS).audit.whole == calibration.audit.whole


def test_the_order_of_items_does_not_matter():
    items = settled(60, [HEARING, LEARNING, HEARING])
    assert audited(items) == audited(items[::-1])


def test_a_council_that_wants_no_reading_gets_none():
    assert audited(settled(60), replace(LEEDS, audit=Aim(at_most=0.0))) is None


def test_of_few_statements_all_are_read():
    assert audited(settled(7)).needed == 7
    assert audited([]).needed == 0


@given(st.integers(1, 80), st.data())
def test_what_is_said_of_a_whole_that_was_read_is_the_truth(whole, data):
    wrongs = data.draw(st.lists(st.booleans(), min_size=whole, max_size=whole))
    found = audit([_read(n, wrong) for n, wrong in enumerate(wrongs)], AIM)
    assert (found.drawn, found.wrong, found.at_most, found.needed) == (whole, sum(wrongs), 0, 0)


@pytest.mark.parametrize("whole", [1, 4, 10, 25, 60])
def test_however_often_one_looks_no_truth_is_denied_more_often_than_agreed(whole):
    """Every order of drawing is weighed by its chance: no simulation, the exact figure."""
    for truth in range(whole + 1):
        assert _chance_of_a_lie(whole, truth) <= 1 - AIM.assurance + 1e-9


def _chance_of_a_lie(whole, truth):
    """Sum the chances of all ways to a first look at which more are wrong than was said."""
    open_ways, lied = {0: 1.0}, 0.0
    for drawn in range(whole + 1):
        honest = {}
        for wrong, chance in open_ways.items():
            if _said(whole, drawn, wrong) < truth - wrong:
                lied += chance
            else:
                honest[wrong] = chance
        open_ways = {}
        for wrong, chance in honest.items():
            left, bad = whole - drawn, truth - wrong
            for found, share in ((1, bad), (0, left - bad)):
                if left and share:
                    more = chance * share / left
                    open_ways[wrong + found] = open_ways.get(wrong + found, 0.0) + more
    return lied


@cache
def _said(whole, drawn, wrong):
    known = [_read(n, n < wrong) for n in range(drawn)]
    others = [Audited(id=f"{n}", lot=f"{n:04}") for n in range(drawn, whole)]
    return audit([*known, *others], AIM).at_most


def _read(number, wrong):
    return Audited(id=f"{number}", lot=f"{number:04}", wrong=wrong, accepted=False)
