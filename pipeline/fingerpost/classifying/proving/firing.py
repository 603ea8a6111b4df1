"""Cues and statements in, every place where a cue's words stand out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fingerpost.classifying.cue_matcher import compile_cues
from fingerpost.classifying.proving.measured import Measured
from fingerpost.classifying.statements import prepare
from fingerpost.cues import Cue
from fingerpost.meanings import Meanings
from fingerpost.rulebook.notation import meant

OWN_PATTERNS = "(its token patterns)"
"""How the part of a cue is called that is not written as phrases."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A cue's words in one statement: its number, from token `start` to `end`, and as they stand."""

    cue: str
    statement: int
    start: int
    end: int
    quote: str

    def meets(self, other: "Fired") -> bool:
        """Whether some words of both are the same."""
        return self.start < other.end and other.start < self.end


def fire(cues: Sequence[Cue], measured: Sequence[Measured]) -> tuple[Fired, ...]:
    """Try all cues on all statements, in the statements' order."""
    matcher = compile_cues(cues)
    statements = prepare(tuple(each.strategy for each in measured), Meanings(()))
    return tuple(
        Fired(hit.cue, number, hit.start, hit.end, statement.quote(hit.start, hit.end))
        for number, statement in enumerate(statements)
        for hit in matcher.hits(statement.doc)
    )


def one_by_one(cue: Cue) -> tuple[Cue, ...]:
    """Take a cue apart: one cue for each phrase as it is written, and one for its own patterns."""
    parts = {phrase: meant(phrase) for phrase in cue.written}
    generated = tuple(pattern for _, patterns in parts.values() for pattern in patterns)
    own = tuple(pattern for pattern in cue.patterns if pattern not in generated)
    parts = {**parts, **({OWN_PATTERNS: ((), own)} if own else {})}
    return tuple(
        replace(cue, id=name, phrases=phrases, patterns=patterns)
        for name, (phrases, patterns) in parts.items()
    )
