"""A statement and the council's list of abbreviations in, advice on plainer wording out; pure.

It is advice: nothing waits, and nothing is left out, because of it. The passive and jargon are not
told: without a parser both would often be told where they are not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from fingerpost.rulebook import Glossary

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

MOST_WORDS = 25
"""Words of a sentence, as GOV.UK's guidance on content design has it."""

OLDEST = 14
"""Years: the reading age above which a wording is said to be hard."""

FEWEST_WORDS = 50
"""A shorter text has no reading age worth telling (docs/decisions/0023)."""

_YEARS_BEFORE_SCHOOL = 5
_ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")
_CAPITALS = re.compile(r"\b(?:[A-Z](?:[a-z]?[A-Z]){1,6}[a-z]?|[A-Z]{2}\d)\b")
_PLURAL = re.compile(r"(?<=[A-Z])s$")
_SHOUTED = 0.5
"""Share of capitalised words from which a text is written in capitals altogether."""


class About(StrEnum):
    """What advice is about."""

    SENTENCE = "long sentence"
    ABBREVIATION = "abbreviation"
    READING_AGE = "reading age"


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice, in a sentence."""

    about: About
    says: str


def hints(text: str, glossary: Glossary) -> tuple[Hint, ...]:
    """Return what would make a statement plainer: shorter sentences, words for abbreviations."""
    return (
        *_long_sentences(text),
        *_abbreviations(text, glossary),
        *_hard_reading(text),
    )


def reading_age(text: str) -> float:
    """Return the age in years at which a text can be read: the Flesch-Kincaid grade plus five.

    After Kincaid, Fishburne, Rogers and Chissom (1975), as textstat computes it. Syllables are
    counted by hyphenation, which finds fewer than are spoken, so the age is rather too low.
    """
    return float(_statistics().flesch_kincaid_grade(text)) + _YEARS_BEFORE_SCHOOL


@cache
def _statistics() -> "textstatistics":
    from textstat.textstat import textstatistics

    statistics = textstatistics()
    statistics.set_lang("en-US")  # for "en_US" it would fetch a dictionary from the network
    return statistics


def _long_sentences(text: str) -> Iterator[Hint]:
    lengths = [len(_WORD.findall(sentence)) for sentence in _ENDS.split(text)]
    long = [length for length in lengths if length > MOST_WORDS]
    if len(long) == 1:
        yield Hint(About.SENTENCE, f"A sentence has {long[0]} words. Could it be two?")
    elif long:
        yield Hint(
            About.SENTENCE,
            f"{len(long)} sentences have more than {MOST_WORDS} words. Could they be shorter?",
        )


def _abbreviations(text: str, glossary: Glossary) -> Iterator[Hint]:
    if _is_shouted(text):
        return
    found = dict.fromkeys(_PLURAL.sub("", one) for one in _CAPITALS.findall(text))
    for short in found:
        words = glossary.words_for(short)
        if glossary.is_known(short) or _is_explained(short, text):
            continue
        if words:
            yield Hint(About.ABBREVIATION, f"“{short}” could be written out: {words}.")
        elif short.isalpha() and not _is_a_word(short):
            yield Hint(About.ABBREVIATION, f"“{short}”: what is it short for?")


def _is_shouted(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    capitals = [word for word in words if word.isupper()]
    return len(capitals) > _SHOUTED * len(words)


def _is_explained(short: str, text: str) -> bool:
    """Whether words in brackets stand beside it, or it stands in brackets beside words."""
    name = re.escape(short)
    return bool(re.search(rf"\w\s+\({name}s?\)|\b{name}s?\s+\(\w", text))


def _is_a_word(capitals: str) -> bool:
    """Whether it is only stressed: "do NOT"."""
    from simplemma import is_known

    return bool(is_known(capitals.lower(), "en"))


def _hard_reading(text: str) -> Iterator[Hint]:
    if len(_WORD.findall(text)) < FEWEST_WORDS:
        return
    age = round(reading_age(text))
    if age > OLDEST:
        yield Hint(
            About.READING_AGE,
            f"Reads like a text for age {age} (Flesch-Kincaid grade plus 5, by textstat). Shorter "
            "words and sentences would help.",
        )
