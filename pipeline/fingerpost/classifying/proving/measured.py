"""Exemplars and gold rows in, statements to measure rules on out: each with what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.classifying.evaluating.rows import GoldRow
from fingerpost.cues import Cue, Target
from fingerpost.exemplars import Exemplar
from fingerpost.strategies import Role, Strategy
from fingerpost.taxonomy import Facet, Taxonomy

GATE = "gate"
"""The kind of what speaks for or against publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A statement that the author of the rules did not write.

    A facet missing from `labels` is not known. `advice` is whether it may be published, `role` what
    it is besides; `None` where nobody said.
    """

    strategy: Strategy
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    advice: bool | None = None
    role: Role | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known of it, so that a rule can be right or wrong about it."""
        return bool(self.labels) or self.advice is not None


def of_exemplar(exemplar: Exemplar) -> Measured:
    """Make a measured statement of an exemplar."""
    return Measured(
        strategy=_plain(exemplar.text, exemplar.origin),
        labels=exemplar.labels,
        advice=exemplar.role is Role.STRATEGY,
        role=exemplar.role,
    )


def of_gold(row: GoldRow) -> Measured:
    """Make a measured statement of a gold row, text alone."""
    return Measured(
        strategy=_plain(row.text, row.origin),
        labels=row.labels,
        advice=row.strategy,
        role=Role.STRATEGY if row.strategy else row.role,
    )


def _plain(text: str, origin: str) -> Strategy:
    return Strategy(text=text, source_text=text, digest="", source=origin, locator="")


def kind_of(cue: Cue, taxonomy: Taxonomy) -> str:
    """Return what kind of thing a cue speaks for: a facet, the gate, tier, phase or actor."""
    is_concept = cue.target is Target.CONCEPT
    return taxonomy[cue.value].facet.value if is_concept else cue.target.value


def is_right(kind: str, value: str, measured: Measured) -> bool | None:
    """Whether a value is right for a statement; `None` where that is not known.

    Text is doubted for any role that is no advice, so these count alike.
    """
    if kind == GATE:
        wanted = value == Role.STRATEGY
        return None if measured.advice is None else measured.advice is wanted
    labels = next((found for facet, found in measured.labels.items() if facet.value == kind), None)
    return None if labels is None else value in labels
