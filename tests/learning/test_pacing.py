"""Answers teach once many have come together; an edit before then changes what was edited only."""

from itertools import accumulate, pairwise

from fingerpost.curating import undo_item
from fingerpost.decisions import PRODUCT, Action, Decision, Resource
from fingerpost.learning import teaching_lines
from fingerpost.logbook import chain
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times

SIZES = st.lists(st.integers(0, 12), max_size=8)
"""How many statements each apply decides."""


def decided(item, at, action=Action.APPROVED, by="Ann"):
    return Decision(
        seq=0,
        resource_id=item,
        resource_type=Resource.STRATEGY,
        last_action_date=f"2026-05-{at + 1:02d}T09:00:00+00:00",
        last_action_type=action,
        field_name="status",
        updated_by=by,
        source_digest="d",
    )


def applied(log, count, at):
    """Take in answers about so many statements, and note what the product found out meanwhile."""
    lines = (decided(f"s-{at}-{n}", at) for n in range(count))
    return (*log, *chain(log, [*lines, decided("s-0-0", at, Action.REVIVED, PRODUCT)]))


def logs(sizes):
    """Return the log after each apply, the empty one first."""
    numbered = enumerate(sizes)
    return tuple(accumulate(numbered, lambda log, one: applied(log, one[1], one[0]), initial=()))


def people_s(lines):
    return [line for line in lines if line.updated_by != PRODUCT]


@given(SIZES)
@settings(max_examples=times(100))
def test_an_apply_changes_nothing_for_others_or_teaches_all_that_waited(sizes):
    every = logs(sizes)
    for before, after in pairwise(every):
        taught = people_s(teaching_lines(after))
        assert taught in (people_s(teaching_lines(before)), people_s(after))


@given(SIZES)
@settings(max_examples=times(100))
def test_less_than_a_quarter_of_what_was_learned_waits(sizes):
    log = logs(sizes)[-1]
    taught = len(people_s(teaching_lines(log)))
    assert (len(people_s(log)) - taught) * 4 < max(taught, 1)


@given(SIZES, st.data())
@settings(max_examples=times(100))
def test_taking_an_answer_back_takes_back_that_answer_and_nothing_else(sizes, data):
    log = logs(sizes)[-1]
    if not people_s(log):
        return
    item = data.draw(st.sampled_from(people_s(log))).resource_id
    undone = (*log, *chain(log, undo_item(log, item, by="Bob", at="2026-06-01T09:00:00+00:00")))
    kept = [line for line in people_s(teaching_lines(log)) if line.resource_id != item]
    assert people_s(teaching_lines(undone)) == kept


def test_an_answer_of_many_lines_is_one_answer():
    log = applied((), 8, 0)
    lines = [decided("s-9", 1, Action.SEEN)] * 9 + [decided("s-9", 1)] * 2
    assert people_s(teaching_lines((*log, *chain(log, lines)))) == people_s(log)
