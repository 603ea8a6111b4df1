"""What is proposed as one whole, and what the layout makes one."""

import pytest
from fingerpost.extracting import extract

from tests.support.headings import meanings
from tests.support.outline import document, texts


def read(outline):
    return extract(document(outline), meanings())


def joined(*lines: str) -> str:
    """The whole that two items of a list are proposed to be; empty where they are two."""
    items = "\n".join(f"        - {line}" for line in lines)
    first = read(f"\n        # Strategies\n{items}\n").strategies[0]
    return first.join.text if first.join else ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Give time to process what was said before the", "next question is asked."),
        ("Use symbols on every door", "so that each room is easy to find."),
        ("Use symbols on every door", "and on the trays."),
        ("Use symbols (on every door", "Trays too) all day."),
    ],
)
def test_an_item_that_breaks_off_is_proposed_as_one_with_the_next(first, second):
    assert joined(first, second) == f"{first} {second}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Use symbols on every door.", "and on the trays."),
        ("a sand timer", "or a clock"),
        ("using a sand timer", "giving thinking time"),
        ("Offer a choice of seats", "Use symbols on every door"),
        ("Give time before the", "Next question is asked"),
    ],
)
def test_items_that_each_end_are_two(first, second):
    assert joined(first, second) == ""


def test_neither_piece_of_a_proposed_whole_is_settled_by_itself():
    found = read("""
        # Strategies
        - Avoid asking the learner to
        - read aloud in class.
        - Use a timer.
    """)
    doubts = [strategy.doubts for strategy in found.strategies]
    assert doubts == [("not-whole-alone",), ("not-whole-alone",), ()]


def test_an_item_that_breaks_off_before_another_is_doubted():
    found = read("""
        # Strategies
        - Encourage the learner to
        - Use a timer.
        - A place to sit in
    """)
    assert [s.doubts for s in found.strategies] == [("not-whole-alone",), (), ()]


def test_the_pieces_of_a_whole_give_it_back_and_name_their_places():
    found = read("""
        # Strategies
        - Give time to process what was said before the
        - next question is asked.
    """)
    join = found.strategies[0].join
    assert join
    assert not join.done
    assert "".join(join.pieces) == "\n".join(s.source_text for s in found.strategies)
    assert join.locators == tuple(s.locator for s in found.strategies)


def test_a_proposal_to_join_leaves_two_statements():
    found = read("""
        # Strategies
        - Use symbols on every door
        - and on the trays.
    """)
    assert texts(found) == ["Use symbols on every door", "and on the trays."]


def test_nothing_is_joined_over_what_stands_between():
    found = read("""
        # Strategies
        - Use symbols on every door
        - See page 4.
        - and on the trays.
    """)
    assert texts(found) == ["Use symbols on every door", "and on the trays."]
    assert all(s.join is None for s in found.strategies)


def test_a_continued_item_keeps_its_pieces_and_where_they_stand():
    found = read("""
        # Strategies
        - Use symbols on every door
        and on the trays
        of each class.
    """)
    (one,) = found.strategies
    assert one.join
    assert one.join.done
    assert "".join(one.join.pieces) == one.source_text
    assert one.join.locators == ("body/p[2]", "body/p[3]", "body/p[4]")
    assert one.join.text == one.text == "Use symbols on every door and on the trays of each class."


def test_the_sentences_of_a_cell_give_its_paragraph_back():
    found = read("""
        | Need | Strategies |
        | Talk | Face the class.  Speak in short sentences. Wait ten seconds. |
    """)
    assert texts(found) == ["Face the class.", "Speak in short sentences.", "Wait ten seconds."]
    for strategy in found.strategies:
        assert strategy.join
        assert not strategy.join.done
        assert "".join(strategy.join.pieces) == (
            "Face the class.  Speak in short sentences. Wait ten seconds."
        )
