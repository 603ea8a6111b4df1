"""Numerals as Word writes them."""

import pytest
from fingerpost.reading.numerals import numeral


@pytest.mark.parametrize(
    ("kind", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalZero", 12, "12"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 0, "0"),
        ("lowerLetter", 10**6, "1000000"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 4000, "4000"),
        ("lowerRoman", -1, "-1"),
        ("ordinal", 1, "1st"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 3, "3rd"),
        ("ordinal", 11, "11th"),
        ("ordinal", 122, "122nd"),
        ("cardinalText", 7, "Seven"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 100, "100"),
        ("ordinalText", 3, "Third"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 21, "Twenty-first"),
        ("ordinalText", 14, "Fourteenth"),
        ("ordinalText", 101, "101st"),
        ("none", 5, ""),
        ("chicago", 5, "5"),
    ],
)
def test_numbers_are_written_as_word_writes_them(kind, number, written):
    assert numeral(number, kind) == written
