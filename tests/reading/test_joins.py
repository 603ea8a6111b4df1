"""Paragraphs that Word shows as one, and changes that two authors made at once."""

import pytest
from fingerpost.documents import Fate
from fingerpost.reading import read

from tests.support.word import DECLARED, docx, p


def lines(*body):
    return read("a.docx", docx(*body)).stories[0].blocks


def ended(mark, text="Praise and never"):
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("mark", ['<w:del w:id="1" w:author="a"/>', "<w:vanish/>"])
def test_a_paragraph_whose_end_is_gone_touches_the_next_one_too(mark):
    found = lines(ended(mark), p("punish mistakes"), p("Wait."))
    assert [line.revised for line in found] == [True, True, False]


def test_a_hidden_end_that_is_switched_off_joins_nothing():
    found = lines(ended('<w:vanish w:val="0"/>'), p("Wait."))
    assert [line.revised for line in found] == [False, False]


def test_an_inserted_list_mark_is_a_change():
    new = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:ins w:id="1" w:author="a"/>'
    (line,) = lines(f"<w:p>{new}</w:numPr></w:pPr><w:r><w:t>Wait.</w:t></w:r></w:p>")
    assert line.revised


def test_a_conflicting_deletion_is_one_and_a_conflicting_insertion_is_a_change():
    gone = (
        '<w14:conflictDel w:id="1" w:author="a"><w:r><w:t>Hold on. </w:t></w:r></w14:conflictDel>'
    )
    new = '<w14:conflictIns w:id="2" w:author="a"><w:r><w:t>Wait.</w:t></w:r></w14:conflictIns>'
    (line,) = lines(f"<w:p {DECLARED}>{gone}{new}</w:p>")
    assert [(s.text, s.fate, s.revised) for s in line.spans] == [
        ("Hold on. ", Fate.DELETED, False), ("Wait.", Fate.VISIBLE, True),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["separate", "end"])
def test_a_field_that_begins_where_none_may_stand_does_not_stop_the_reading(kind):
    begin = '<w:r><w:rPr><w:fldChar w:fldCharType="begin"/></w:rPr></w:r>'
    rest = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (line,) = lines(f"<w:p>{begin}{rest}<w:r><w:t>Wait.</w:t></w:r></w:p>")
    assert line.text == "Wait."
