"""Cues and statements in, every place where a cue's words stand out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fingerpost.classifying.cue_matcher import compile_cues
from fingerpost.classifying.proving.measured import Measured
from fingerpost.classifying.statements import prepare
from fingerpost.cues import Cue
from fingerpost.meanings import Meanings


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
    """Take a cue apart: one cue for each of its phrases and patterns, named by its words."""
    words = dict.fromkeys((*cue.phrases, *map(worded, cue.patterns)))
    return tuple(
        replace(
            cue,
            id=each,
            phrases=tuple(phrase for phrase in cue.phrases if phrase == each),
            patterns=tuple(pattern for pattern in cue.patterns if worded(pattern) == each),
        )
        for each in words
    )


def worded(pattern: Sequence[object]) -> str:
    """Write a token pattern as people write phrases, as far as that can be done."""
    return " ".join(_token(token) for token in pattern if isinstance(token, dict))


def _token(token: dict[str, object]) -> str:
    first = "^" if token.get("IS_SENT_START") else ""
    words = "/".join(_words(token))
    if not words:
        return first + ("..." if "OP" in token else "*")
    return f"({first}{words})" if token.get("OP") in ("?", "*") else f"{first}{words}"


def _words(token: dict[str, object]) -> Iterator[str]:
    for name in ("LEMMA", "LOWER", "TEXT", "ORTH"):
        match token.get(name):
            case str() as word:
                yield f"={word}" if name != "LEMMA" else word
            case {"IN": [*words]}:
                yield from (f"={word}" if name != "LEMMA" else str(word) for word in words)
