"""Statements in, votes by their form out: who speaks, and whether a sign of need is described."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.classifying.signs import leads_in_signs, sign_of
from fingerpost.classifying.statements import Statement
from fingerpost.classifying.verbs import BEING, MAY, PLAIN, singular
from fingerpost.classifying.votes import FieldVote, Votes
from fingerpost.cues import Target
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Role
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_SCHOOL = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_FIRST = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_FOR_ALL = 0.5
"""Councils' whole-school expectations speak as the school; advice for one need seldom does."""
_SIGN = 0.6
"""Statements without a subject that tell ("Avoids …", "Difficulties with …") describe a need."""
_LED_IN = 1.0
"""What a lead-in of signs leads in is one, however it is worded."""
_TOLD = frozenset({"noun-phrase", "descriptive"})
_SIGNS = frozenset(
    {
        *("difficulty", "difficulties", "trouble", "inability", "lack", "poor", "limited", "weak"),
        *("reluctance", "reluctant", "unable", "unaware", "unwilling", "delayed", "immature"),
        *("rarely", "seldom", "easily", "won't", "can't", "isn't", "aren't", "couldn't"),
    }
)


@dataclass(frozen=True, slots=True)
class Forms:
    """Votes by form alone."""

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(Votes(tuple(_for_all(each)), tuple(_signs(each))) for each in statements)


def _for_all(statement: Statement) -> Iterator[Suggestion]:
    found = _SCHOOL.search(statement.judged)
    if statement.voice == "school" and found:
        evidence = Evidence("forms", found[0], "the school speaks")
        yield Suggestion(Facet.AREA, UNIVERSAL_AREA, _FOR_ALL, evidence)


def _signs(statement: Statement) -> Iterator[FieldVote]:
    text, lead_in = statement.strategy.text, statement.strategy.lead_in
    if leads_in_signs(lead_in):
        evidence = Evidence("forms", lead_in, "led in as a sign of need")
        yield FieldVote(Target.GATE, Role.INDICATOR.value, _LED_IN, evidence)
    start = len(statement.judged) - len(text)
    if told := sign_of(text, statement.voice):
        evidence = Evidence("forms", told.quote, told.why)
        yield FieldVote(Target.GATE, told.role.value, _SIGN, evidence, start)
    first = _FIRST.search(text)
    if first and statement.voice in _TOLD and _is_sign(*_FIRST.findall(text.lower())[:2]):
        place = start + first.start()
        evidence = Evidence("forms", first[0], "begins as a sign of need")
        yield FieldVote(Target.GATE, Role.INDICATOR.value, _SIGN, evidence, place)


def _is_sign(first: str, second: str = "") -> bool:
    """Whether a text begins with a word for a want, or with a verb that has no subject."""
    if first in _SIGNS | BEING | MAY:
        return True
    return first.endswith("s") and singular(first) in PLAIN and second not in BEING


def build(_: Rulebook) -> Forms:
    """Make the matcher; it needs no rules."""
    return Forms()
