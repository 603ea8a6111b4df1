"""The nouns of an evaluation: a labelled statement, and what is predicted for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.directory import Status
from fingerpost.strategies import Role
from fingerpost.suggestions import Assignment, Classified, Reason
from fingerpost.taxonomy import Facet

NOT_SCORED = "*"
NO_LABEL = "none"
NOT_A_STRATEGY = "not-a-strategy"
SHORTLIST = 2
"""How many of the likeliest labels a person is shown first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRow:
    """One labelled statement; a facet that is missing from `labels` is not scored.

    An empty tuple means that no label is right. `strategy` is false for text that must not be
    published, `None` where the gold does not say; `role` is then what it is, if the gold says so.
    `origin` is file and line; `columns` holds what else the file says of it.
    """

    text: str
    heading_path: str = ""
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    strategy: bool | None = None
    role: Role | None = None
    origin: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prediction:
    """A labelled statement and what was predicted for it.

    `by_model` is true where it would be accepted in spite of its reasons, within a council's
    promise.
    """

    row: GoldRow
    classified: Classified
    by_model: bool = False

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it would wait for a person."""
        return () if self.by_model else self.classified.reasons

    @property
    def status(self) -> Status:
        """What it would be in a migration before anybody looked."""
        return Status.REVIEW if self.reasons else Status.ACCEPTED

    @property
    def confidence(self) -> float | None:
        """The belief in the first label of the deciding facet: the area, where there is one."""
        given = (one for one in self.classified.assignments if one.concepts)
        first = next(given, None)
        return None if first is None else belief(first)

    def wanted(self, facet: Facet) -> str:
        """Return the first of the right labels, or that there is none."""
        return first_of(self.row.labels[facet])

    def given(self, facet: Facet) -> str:
        """Return the first label that was predicted, or that there is none."""
        return first_of(self.classified.concepts(facet))

    def is_right(self, facet: Facet) -> bool:
        """Whether the first label is among the right ones; of none wanted, whether none is given."""
        return self.given(facet) in (self.row.labels[facet] or (NO_LABEL,))

    def is_listed(self, facet: Facet) -> bool:
        """Whether one of the two likeliest labels is right; given labels count where none is ranked."""
        assignment = assignment_of(self.classified, facet)
        ranked = [one.concept or NO_LABEL for one in assignment.ranked[:SHORTLIST]]
        shown = ranked or list(assignment.concepts[:SHORTLIST]) or [NO_LABEL]
        return not {*shown}.isdisjoint(self.row.labels[facet] or (NO_LABEL,))


def first_of(labels: tuple[str, ...]) -> str:
    """Return the first label, or that there is none."""
    return labels[0] if labels else NO_LABEL


def assignment_of(classified: Classified, facet: Facet) -> Assignment:
    """Return the assignment of one facet; an empty one where there is none."""
    found = (one for one in classified.assignments if one.facet is facet)
    return next(found, Assignment(facet, ()))


def belief(assignment: Assignment) -> float | None:
    """Return the belief in the first label given, or in none: calibrated where it could be."""
    if assignment.confidence is not None:
        return assignment.confidence
    first = assignment.concepts[0] if assignment.concepts else ""
    known = {one.concept: one.probability for one in assignment.ranked}
    return known.get(first)
