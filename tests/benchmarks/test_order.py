"""Wrong labels are counted where the queue puts them."""

from fingerpost.classifying.evaluating import GoldRow, Prediction
from fingerpost.suggestions import Assignment, Classified, Ranked
from fingerpost.taxonomy import CORE_FACETS

from benchmarks.review.order import Queue, any_label, first_area, rivals, tell
from tests.support.outcomes import statement

AREA, NEED = CORE_FACETS[:2]


def judged(text, *, belief, right="semh", need="semh-anxiety", strategy=True):
    """Return a statement judged to be about feelings, and what gold says of it."""
    ranked = (Ranked("semh", belief), Ranked("cognition-and-learning", round(1 - belief, 2)))
    found = Classified(
        strategy=statement(text).classified.strategy,
        assignments=(
            Assignment(AREA, ("semh",), ranked=ranked),
            Assignment(NEED, ("semh-anxiety",)),
        ),
        suggestions=(),
    )
    labels = {AREA: (right,), NEED: (need,)}
    return Prediction(GoldRow(text=text, labels=labels, strategy=strategy), found)


SURE = judged("Sure", belief=0.9)
MOVED = judged("Moved", belief=0.6, right="cognition-and-learning")
OTHER_NEED = judged("Other need", belief=0.8, need="semh-regulation")
NO_ADVICE = judged("No advice", belief=0.7, strategy=False)
ROWS = (SURE, MOVED, OTHER_NEED, NO_ADVICE)


def test_wrong_is_another_first_area_or_no_advice():
    assert list(map(first_area, ROWS)) == [False, True, False, True]


def test_of_any_kind_of_label_another_need_is_wrong_too():
    assert list(map(any_label, ROWS)) == [False, True, True, True]


def test_rivals_put_the_least_sure_first():
    found = rivals(Queue("some", ROWS, (0, 1, 2, 3), (0, 1, 2, 3), 0))
    assert set(found.values()) == {(1, 3, 2, 0)}
    assert list(found) == ["least confidence", "margin", "entropy"]


def test_the_share_found_is_of_all_wrong_ones_also_of_those_outside_the_queue(capsys):
    tell(Queue("some", ROWS, (1, 0), (0, 1), 1), share=0.5)
    lines = capsys.readouterr().out.splitlines()
    figures = {line[:36].strip(): line[36:].split() for line in lines[4:]}
    assert figures["the queue"][::2] == ["0.500", "0.333"]
    assert figures["the same, nothing by lot"][::2] == ["0.000", "0.000"]
    assert figures["by chance"][0].startswith("0.2")
