"""Numbers and truths of attribute values."""

import pytest
from fingerpost.reading.measures import is_on, twentieths, value, whole
from lxml import etree

from tests.support.word import DECLARED


def element(attributes: str):
    return etree.fromstring(f"<w:b {DECLARED} {attributes}/>")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", True),
        ('w:val="1"', True),
        ('w:val="true"', True),
        ('w:val="on"', True),
        ('w:val="0"', False),
        ('w:val="false"', False),
        ('w:val="OFF"', False),
    ],
)
def test_an_element_is_on_unless_it_says_otherwise(attributes, expected):
    assert is_on(element(attributes)) is expected


def test_a_missing_element_has_no_value():
    assert value(None) == ""
    assert value(element("")) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7", 7), ("-3", -3), ("", None), (None, None), ("x", None), ("1.5", None), ("9" * 50, None)],
)
def test_whole_numbers_are_read_and_others_are_not_guessed(text, expected):
    assert whole(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("720", 720),
        ("-360", -360),
        ("12.7", 13),
        ("0.5in", 720),
        ("36pt", 720),
        ("12.7mm", 720),
        ("1.27cm", 720),
        ("3pc", 720),
        ("wide", None),
        ("", None),
        (None, None),
    ],
)
def test_lengths_are_read_with_and_without_units(text, expected):
    assert twentieths(text) == expected
