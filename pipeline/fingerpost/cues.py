"""One matcher rule: the words that speak for a concept, a field or against publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    """What a cue speaks about."""

    CONCEPT = "concept"
    GATE = "gate"
    TIER = "tier"
    PHASE = "phase"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that speak for `value`: a concept id, a role (for the gate), a tier, phase or actor.

    `phrases` match by lemma or surface, word by word; `patterns` are spaCy token patterns;
    `written` holds the phrases as people wrote them, each standing for some of both. `weight` is 0
    to 1; a `weak` cue never decides alone. `matches` and `rejects` are its own examples, which
    tests run. `file` and `line` say where it is written.
    """

    id: str
    target: Target
    value: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[tuple[Mapping[str, object], ...], ...] = ()
    written: tuple[str, ...] = ()
    weight: float = 1.0
    weak: bool = False
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
