"""Which labels and fields of one statement cannot all be right, as rules say it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase

from fingerpost.suggestions import Reason

Facts = Mapping["Fact", Collection[str]]
"""What holds of one statement: each fact with its values."""


class Fact(StrEnum):
    """What a rule may ask of a statement.

    Labels given; tiers that headings and words state; needs whose area is not among the areas;
    areas beside universal; phases the words name and the heading does not; labels the council
    hides; the kind of section (child, other) where the council has sections for the child's voice.
    """

    AREA = "area"
    NEED = "need"
    UNIVERSAL = "universal"
    STANDARD = "teachers_standards"
    HEADING_STANDARD = "heading_standard"
    HEADING_TIER = "heading_tier"
    WORDS_TIER = "words_tier"
    NEED_ELSEWHERE = "need_elsewhere"
    BESIDE_UNIVERSAL = "beside_universal"
    PHASE_ELSEWHERE = "phase_elsewhere"
    HIDDEN = "hidden"
    ACTOR = "actor"
    VOICE = "voice"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetRule:
    """Broken where each fact of `when` has one of its values and no fact of `unless` has.

    A value may end in `*` for any ending. `says` is the sentence for people, `reason` the doubt.
    """

    id: str
    says: str
    when: Mapping[Fact, tuple[str, ...]]
    unless: Mapping[Fact, tuple[str, ...]] = field(default_factory=dict)
    reason: Reason = Reason.LABELS_DISAGREE

    def is_broken_by(self, facts: Facts) -> bool:
        """Whether a statement of which these facts hold breaks the rule."""
        holds = all(_has(facts.get(fact, ()), wanted) for fact, wanted in self.when.items())
        excused = any(_has(facts.get(fact, ()), wanted) for fact, wanted in self.unless.items())
        return holds and not excused


def _has(values: Collection[str], wanted: tuple[str, ...]) -> bool:
    return any(fnmatchcase(value, one) for value in values for one in wanted)
