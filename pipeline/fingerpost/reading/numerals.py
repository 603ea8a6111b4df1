"""A number and the name of a format in; the numeral as Word writes it out."""

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_IN_WORDS: Final = range(100)
_IN_ROMAN: Final = range(1, 4000)
# Thirty letters in a row; what is beyond is no label that anyone reads.
_IN_LETTERS: Final = range(1, 26 * 30 + 1)
_TEENS: Final = (11, 12, 13)


def numeral(number: int, kind: str) -> str:
    """Formats that Word has and English guidance does not use come out as decimals."""
    return _FORMATS.get(kind, str)(number)


def _roman(number: int) -> str:
    if number not in _IN_ROMAN:
        return str(number)
    written = ""
    for amount, letters in _ROMAN:
        count, number = divmod(number, amount)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """After z comes aa, then bb (ISO/IEC 29500-1, 17.18.59)."""
    if number not in _IN_LETTERS:
        return str(number)
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeats + 1)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def _words(number: int) -> str:
    if number not in _IN_WORDS:
        return str(number)
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")


def _ordinal_words(number: int) -> str:
    if number not in _IN_WORDS:
        return _ordinal(number)
    start, dash, last = _words(number).rpartition("-")
    ending = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return (start + dash + _ORDINALS.get(last, ending)).capitalize()


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": _ordinal_words,
    "none": lambda _number: "",
}
