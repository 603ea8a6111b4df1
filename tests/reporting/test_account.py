from dataclasses import replace
from itertools import pairwise

import pytest
from fingerpost.errors import FingerpostError
from fingerpost.reporting.account import EXPLAINED, PARTS, accounts, part_of, totals
from fingerpost.reporting.bars import WIDTH, bar
from fingerpost.strategies import Kind, LedgerRow, Role
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import outcome, statement


def row(text, role=Role.CONTEXT, kind=Kind.PARAGRAPH):
    return LedgerRow(source="a.docx", locator="body/p[1]", kind=kind, role=role, text=text)


def made():
    extra = (
        row("Looks away when spoken to", Role.INDICATOR),
        row("Deleted words here", kind=Kind.DELETED),
        row("Page 1 of 3", Role.BOILERPLATE, Kind.FOOTER),
    )
    return outcome(statement("Face the pupil", "Hearing", source="a.docx"), extra=extra)


def test_the_parts_of_a_document_add_up_to_its_words():
    (account,) = accounts(made())
    words = {part.name: part.words for part in account.parts if part.words}
    assert words == {
        "Statements": 3,
        "Headings and introductions": 1,
        "Signs of need": 5,
        "Everything round it": 4,
        "Deleted or hidden in Word": 3,
    }
    assert sum(words.values()) == account.words == sum(totals([account]))


def test_a_document_whose_words_do_not_add_up_is_named():
    found = made()
    wrong = replace(found, documents=(replace(found.documents[0], words=99),))
    with pytest.raises(FingerpostError) as raised:
        accounts(wrong)
    assert str(raised.value) == (
        "a.docx: its parts hold 16 words and the document 99. "
        "This is a fault of Fingerpost's; please report it."
    )


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", Kind)
def test_every_line_belongs_to_one_explained_part(kind, role):
    assert part_of(row("x", role, kind)) in PARTS
    assert set(EXPLAINED) == set(PARTS)


@given(st.lists(st.integers(0, 5_000), max_size=7))
def test_a_bars_pieces_follow_each_other_and_fill_it(numbers):
    pieces = bar(numbers, sum(numbers))
    assert sum(piece.width for piece in pieces) == pytest.approx(
        WIDTH if sum(numbers) else 0, abs=0.1
    )
    for one, other in pairwise(pieces):
        assert one.x + one.width == pytest.approx(other.x, abs=0.02)
