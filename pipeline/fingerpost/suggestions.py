"""What matchers propose for a strategy, on what evidence, and what is still in doubt."""

from dataclasses import dataclass
from enum import StrEnum

from fingerpost.strategies import Head, Strategy
from fingerpost.taxonomy import Facet


class Reason(StrEnum):
    """Why a person must look, as codes; the values are the contract's."""

    MAY_BE_INDICATOR = "may-be-indicator"
    PERSONAL_DATA = "personal-data"
    READER_REPORT = "reader-report"
    SPECIALIST_TIER = "specialist-tier"
    MAY_NOT_BE_STRATEGY = "may-not-be-strategy"
    TRACKED_CHANGE = "tracked-change"
    STRUCK_OUT = "struck-out"
    HARD_TO_SEE = "hard-to-see"
    UNSAFE_LINK = "unsafe-link"
    REWORDED = "reworded-since-approval"
    LABELS_DISAGREE = "labels-disagree"
    NO_LABEL = "no-label"
    LOW_CONFIDENCE = "low-confidence"
    INFERRED_HEADING = "inferred-heading"
    WRONG_VOICE = "wrong-voice"
    OLDER_EDITION = "older-edition"
    NEAR_DUPLICATE = "near-duplicate"
    NOT_WHOLE = "not-whole-alone"
    HEADING_NOT_SETTLED = "heading-not-settled"
    REVIEWERS_DISAGREE = "reviewers-disagree"
    NOT_SURE = "reviewer-not-sure"
    PARKED = "for-the-meeting"
    UNFITTING = "no-category-fits"
    VOICES_APART = "voices-apart"


PERSONAL = "personal data"
"""By this name what may identify a person stands among the evidence of the fields."""


BROKEN_RULE = "facet rule"
"""By this name the sentence of each facet rule that is broken stands there."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a suggestion rests on: the matcher, the words that fired, and the rule or heading."""

    matcher: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One matcher's proposal of one concept; `score` is 0 to 1, `structural` where the document says so.

    A `weak` suggestion never decides alone.
    """

    facet: Facet
    concept: str
    score: float
    evidence: Evidence
    structural: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A concept and the ensemble's raw belief in it, 0 to 1; no concept ("") stands for none of them."""

    concept: str
    probability: float


@dataclass(frozen=True, slots=True)
class Assignment:
    """The labels of one facet, primary first; `settled` where structure alone decides them.

    `confidence` is calibrated, `None` until enough was reviewed to calibrate on. `ranked` holds the
    likeliest concepts, surest first, whether given as labels or not.
    """

    facet: Facet
    concepts: tuple[str, ...]
    settled: bool = False
    confidence: float | None = None
    ranked: tuple[Ranked, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading that a person may be asked about, and the answer that would help: a concept or `advice`."""

    head: Head
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """A strategy with its labels, its fields, every vote, and why it waits (empty: it need not).

    `strategy_probability` is the gate's belief, 0 to 1, that the text may be published as advice.
    `field_evidence` names for each field (tier, phase, actor, voice …) what it rests on.
    `openings` are the smallest sets of answers about headings that would settle it, if any would.
    """

    strategy: Strategy
    assignments: tuple[Assignment, ...]
    suggestions: tuple[Suggestion, ...]
    tier: str = ""
    phases: tuple[str, ...] = ()
    actor: str = ""
    voice: str = ""
    purpose: str = ""
    strategy_probability: float = 0.0
    reasons: tuple[Reason, ...] = ()
    field_evidence: tuple[tuple[str, Evidence], ...] = ()
    openings: tuple[tuple[Opening, ...], ...] = ()

    def concepts(self, facet: Facet) -> tuple[str, ...]:
        """Return the labels of one facet, primary first."""
        return next((a.concepts for a in self.assignments if a.facet is facet), ())
