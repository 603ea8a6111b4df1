"""The log in, what each person said of each statement, with or without names, out."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import Decision, Resource
from fingerpost.opinions import Opinion, opinions_of, standing_lines
from fingerpost.suggestions import Evidence

Suspects = Callable[[str], Iterable[Evidence]]
"""Finds in words what may identify a person."""

LEFT_OUT = "[left out]"
"""What stands where words were that may identify a person."""

_SEVERAL = re.compile(rf"{re.escape(LEFT_OUT)}(?:\s+{re.escape(LEFT_OUT)})+")

_ROLES = {
    "parent": "A parent or carer",
    "carer": "A parent or carer",
    "mum": "A parent or carer",
    "mother": "A parent or carer",
    "dad": "A parent or carer",
    "father": "A parent or carer",
    "grandparent": "A parent or carer",
    "family": "A family",
    "pupil": "A young person",
    "student": "A young person",
    "child": "A young person",
    "learner": "A young person",
    "young": "A young person",
    "youth": "A young person",
    "governor": "A governor",
    "teacher": "Somebody who works in a school",
    "ta": "Somebody who works in a school",
    "senco": "Somebody who works in a school",
    "headteacher": "Somebody who works in a school",
}
_A_READER = "A reader"
_WORDS = re.compile(r"[^\W\d_]+")


def heard(log: Sequence[Decision]) -> Mapping[str, tuple[Opinion, ...]]:
    """Return all answers by statement but those taken back, also those that later ones replaced."""
    lines = [ln for ln in standing_lines(log) if ln.resource_type is Resource.STRATEGY]
    by_item = groupby(
        sorted(lines, key=attrgetter("resource_id", "seq")), attrgetter("resource_id")
    )
    return {item: opinions_of(group) for item, group in by_item}


def role_of(person: str) -> str:
    """Return as what somebody spoke, in words of ours; whatever else was typed stays out."""
    words = [word.casefold() for word in _WORDS.findall(person)]
    told = (_ROLES.get(word) or _ROLES.get(word.removesuffix("s")) for word in words)
    return next(filter(None, told), _A_READER)


def without_names(text: str, suspects: Suspects) -> str:
    """Return words on one line, without what in them may identify somebody."""
    said = " ".join(text.split())
    quotes = {" ".join(one.quote.split()) for one in suspects(said)}
    for quote in sorted(filter(None, quotes), key=len, reverse=True):
        said = said.replace(quote, LEFT_OUT)
    return _SEVERAL.sub(LEFT_OUT, said)
