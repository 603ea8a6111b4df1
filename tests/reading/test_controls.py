"""Content controls that nobody filled in."""

import pytest
from fingerpost.documents import PROMPT
from fingerpost.reading import read

from tests.support.word import control, docx, p, r

ASKS = "<w:showingPlcHdr/>"


def lines(*body):
    return read("a.docx", docx(*body)).stories[0].blocks


def test_what_an_unfilled_control_asks_for_is_told_apart():
    (line,) = lines(p("Use ", control(r("Choose an item."), props=ASKS), " daily"))
    assert [(s.text, s.field) for s in line.spans] == [
        ("Use ", ""), ("Choose an item.", PROMPT), (" daily", ""),
    ]  # fmt: skip


def test_an_unfilled_control_round_paragraphs_is_told_apart():
    asked, said = lines(control(p("Click here."), props=ASKS), p("Wait."))
    assert [s.field for s in asked.spans] == [PROMPT]
    assert [s.field for s in said.spans] == [""]


@pytest.mark.parametrize("props", ["", '<w:showingPlcHdr w:val="0"/>'])
def test_a_control_that_was_filled_in_holds_ordinary_words(props):
    (line,) = lines(p(control(r("Offer a seat."), props=props)))
    assert [s.field for s in line.spans] == [""]
