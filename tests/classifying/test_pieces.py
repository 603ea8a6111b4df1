"""What goes on below an item is judged by itself too."""

import pytest
from fingerpost.suggestions import Reason

from tests.support.guidance import guidance
from tests.support.word import bullets, docx, lists, p


def reasons(below, item="Use a visual timetable."):
    heads = (p("Communication and interaction", outline=0), p("Strategies", outline=1))
    body = (p(item, num=(1, 0)), p(below, props='<w:ind w:left="720"/>'))
    found = guidance(docx(*heads, *body, numbering=lists(bullets())))
    assert len(found.texts) == 1
    return found.classified[0].reasons


@pytest.mark.parametrize(
    "below",
    [
        "Pupils may struggle to follow spoken instructions and become distressed.",
        "Signs: difficulty in following instructions, poor attention",
        "difficulties with attention and listening",
    ],
)
def test_signs_of_need_set_below_an_item_make_it_wait(below):
    assert Reason.MAY_BE_INDICATOR in reasons(below, "Use a visual timetable")


@pytest.mark.parametrize(
    "below", ["Point to each picture as it comes.", "This shows what comes next."]
)
def test_advice_that_goes_on_below_an_item_does_not_wait(below):
    assert reasons(below) == ()


def test_a_line_of_signs_behind_a_soft_break_makes_the_item_wait():
    heads = (p("Communication and interaction", outline=0), p("Strategies", outline=1))
    item = p("Use a visual timetable\nPupils may struggle to follow instructions", num=(1, 0))
    found = guidance(docx(*heads, item, numbering=lists(bullets())))
    assert [one.reasons for one in found.classified] == [(Reason.MAY_BE_INDICATOR,)]


def test_an_item_of_several_lines_that_waits_is_settled_by_no_heading():
    item = p("Use a visual timetable\nPupils may struggle to follow instructions", num=(1, 0))
    found = guidance(docx(p("Our ideas", outline=0), item, numbering=lists(bullets())))
    (one,) = found.classified
    assert Reason.MAY_BE_INDICATOR in one.reasons
    assert one.openings == ()
