"""What edits move is counted among the statements that nobody edited."""

from fingerpost.taxonomy import Facet

from benchmarks.review.edits import moved

NEED = Facet.NEED


def test_other_labels_and_another_order_of_the_same_ones_are_counted_apart():
    before = {"s-1": {NEED: ("a",)}, "s-2": {NEED: ("a", "b")}, "s-3": {NEED: ("a",)}, "s-4": {}}
    after = {"s-1": {NEED: ("b",)}, "s-2": {NEED: ("b", "a")}, "s-3": {NEED: ("b",)}, "s-5": {}}
    assert moved(before, after, frozenset({"s-3"})) == (1, 1)
