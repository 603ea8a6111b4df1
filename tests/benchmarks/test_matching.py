"""Series of texts in, which is which out."""

import pytest

from benchmarks.extraction.matching import out_of_order, pairs


def split(*texts: str) -> list[tuple[str, ...]]:
    return [tuple(text.split()) for text in texts]


def test_the_same_words_match_whatever_their_order() -> None:
    assert pairs(split("wait first", "look up"), split("look up", "wait first")) == [(0, 1), (1, 0)]


def test_equal_texts_are_matched_once_each_and_in_order() -> None:
    assert pairs(split("wait", "wait", "wait"), split("wait", "wait")) == [(0, 0), (1, 1)]


def test_a_label_in_front_is_forgiven() -> None:
    assert pairs(split("offer a choice"), split("1 2 a offer a choice")) == [(0, 0)]
    assert pairs(split("offer a choice"), split("1 2 3 4 5 offer a choice")) == []


def test_an_unlabelled_twin_is_taken_before_a_labelled_one() -> None:
    assert pairs(split("wait"), split("1 wait", "wait")) == [(0, 1)]


def test_four_fifths_alike_is_the_same_and_less_is_not() -> None:
    wanted = split("give time to think and then ask again")
    assert pairs(wanted, split("give time to think and then ask")) == [(0, 0)]
    assert pairs(wanted, split("give time to think")) == []


def test_the_most_alike_are_matched_first() -> None:
    wanted = split("a b c d e f g h i", "a b c d e f g h i j")
    assert pairs(wanted, split("a b c d e f g h i j k")) == [(1, 0)]


def test_nothing_matches_nothing() -> None:
    assert pairs([], split("wait")) == pairs(split("wait"), []) == []


@pytest.mark.parametrize(
    ("places", "moved"),
    [([], 0), ([1, 2, 3], 0), ([3, 1, 2], 1), ([3, 2, 1], 2), ([2, 1, 4, 3], 2)],
)
def test_order_errors_are_what_would_have_to_be_moved(places: list[int], moved: int) -> None:
    assert out_of_order(places) == moved
