"""The fewest questions about headings that settle what headings can settle, one answer a heading."""

from itertools import product

from fingerpost.meanings import ADVICE
from fingerpost.reviewing.asking.doubts import LATER_DOUBTS
from fingerpost.reviewing.asking.fewest import fewest_questions
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import statement, way

NOT_SETTLED = (Reason.HEADING_NOT_SETTLED,)
HEADINGS = ("One", "Two", "Three", "Four")


def waits(number, *ways, reasons=NOT_SETTLED):
    return statement(f"Advice {number}", "Mystery", reasons=reasons, openings=ways)


def asked(items):
    """Return the headings asked about, by the text of the statement that they settle."""
    texts = {item.id: item.text for item in items}
    found = fewest_questions(items)
    return {texts[one]: tuple(way.head.text for way in ways) for one, ways in found.items()}


def questions(items):
    return {heading for headings in asked(items).values() for heading in headings}


def test_a_title_that_settles_twenty_statements_beats_ten_headings_that_settle_two_each():
    title = way(("A fine guide", "semh"))
    items = [waits(n, way((f"Heading {n % 10}", ADVICE)), title) for n in range(20)]
    assert questions(items) == {"A fine guide"}
    assert len(asked(items)) == 20


def test_two_headings_that_settle_a_statement_together_are_both_asked_about():
    items = [waits(0, way(("One", ADVICE), ("Two", "semh")))]
    assert asked(items) == {"Advice 0": ("One", "Two")}


def test_a_heading_asked_about_anyway_is_used_again_before_a_new_one():
    items = [
        *(waits(n, way(("One", ADVICE))) for n in range(3)),
        waits(8, way(("Two", ADVICE)), way(("One", ADVICE), ("Three", "semh"))),
        waits(9, way(("Three", "semh"))),
    ]
    assert questions(items) == {"One", "Three"}


def test_of_two_answers_that_settle_as_much_the_one_that_says_less_is_supposed():
    items = [
        waits(0, way(("One", "semh")), way(("Two", ADVICE))),
        waits(1, way(("One", "semh")), way(("Two", ADVICE))),
    ]
    assert questions(items) == {"Two"}


def test_a_heading_has_one_answer_and_counts_only_where_that_answer_settles():
    items = [
        waits(0, way(("One", "semh"))),
        waits(1, way(("One", "semh"))),
        waits(2, way(("One", "universal"))),
    ]
    assert asked(items) == {"Advice 0": ("One",), "Advice 1": ("One",)}


def test_the_same_heading_written_otherwise_is_one_question():
    items = [
        waits(0, way(("One", ADVICE)), way(("Two", ADVICE))),
        waits(1, way(("1. ONE", ADVICE)), way(("Three", ADVICE))),
    ]
    assert asked(items) == {"Advice 0": ("One",), "Advice 1": ("1. ONE",)}


def test_a_statement_with_a_doubt_that_no_answer_takes_away_is_left_out():
    for doubt in LATER_DOUBTS:
        assert asked([waits(0, way(("One", ADVICE)), reasons=(doubt, *NOT_SETTLED))]) == {}


def test_a_statement_that_no_answer_settles_is_left_out():
    assert asked([waits(0)]) == {}


def ways(answers):
    chosen = st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=2, unique=True)
    one = chosen.flatmap(
        lambda names: st.tuples(*(st.sampled_from(answers(name)) for name in names)).map(
            lambda given: way(*zip(names, given, strict=True))
        )
    )
    return st.lists(st.lists(one, max_size=3), min_size=1, max_size=6).map(
        lambda items: [waits(n, *found) for n, found in enumerate(items)]
    )


AGREEING = ways(lambda name: (ADVICE if name == "One" else "semh",))
DIFFERING = ways(lambda name: (ADVICE, "semh"))


@given(AGREEING)
def test_every_statement_that_answers_settle_is_settled_where_the_answers_agree(items):
    assert set(asked(items)) == {item.text for item in items if item.classified.openings}


@given(DIFFERING)
def test_one_answer_to_each_heading_settles_all_that_is_promised(items):
    found = asked(items)
    names = sorted(questions(items))
    supposed = (
        dict(zip(names, given, strict=True))
        for given in product((ADVICE, "semh"), repeat=len(names))
    )
    assert any(
        all(_is_settled(i, found[i.text], given) for i in items if i.text in found)
        for given in supposed
    )


def _is_settled(item, headings, given):
    return any(
        tuple(one.head.text for one in found) == headings
        and all(given[one.head.text] == one.answer for one in found)
        for found in item.classified.openings
    )


@given(DIFFERING)
def test_what_is_left_out_needs_another_answer_to_a_heading_asked_about(items):
    found = asked(items)
    for item in items:
        if item.text not in found:
            for one in item.classified.openings:
                assert not {opening.head.text for opening in one}.isdisjoint(questions(items))


@given(DIFFERING, st.randoms(use_true_random=False))
def test_the_order_of_the_statements_does_not_matter(items, random):
    before = asked(items)
    random.shuffle(items)
    assert asked(items) == before
