"""Statements in, a vote for provision meant for all where the whole school speaks ("We …") out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.classifying.statements import Statement
from fingerpost.classifying.votes import Votes
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_SCHOOL = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_SCORE = 0.5
"""Councils' whole-school expectations speak as the school; advice for one need seldom does."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Votes by who speaks."""

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(map(_of, statements))


def _of(statement: Statement) -> Votes:
    found = _SCHOOL.search(statement.judged)
    if statement.voice != "school" or not found:
        return Votes()
    evidence = Evidence("voices", found[0], "the school speaks")
    return Votes((Suggestion(Facet.AREA, UNIVERSAL_AREA, _SCORE, evidence),))


def build(_: Rulebook) -> Voices:
    """Make the matcher; it needs no rules."""
    return Voices()
