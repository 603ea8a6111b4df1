"""The co-created categories: kinds of label, their concepts, and a council's own words for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

UNIVERSAL_AREA = "universal"
"""The area id of a statement that is meant for no single area of need."""


class Facet(StrEnum):
    """The kinds of label; the values are the column names people and programs see."""

    AREA = "area_of_need"
    NEED = "need"
    UNIVERSAL = "universal"
    STANDARD = "teachers_standards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One category, in SKOS terms, with a council's label and place.

    `parent` is the area a need belongs to; `folds_into` names the concept that a hidden one is
    shown as; `alternates` are other words for the same thing. `examples` show what it covers and
    `exclusion` says what it is not; `framework` names the set a standard comes from.
    """

    id: str
    facet: Facet
    label: str
    core_label: str
    definition: str
    alternates: tuple[str, ...] = ()
    parent: str = ""
    order: int = 0
    hidden: bool = False
    folds_into: str = ""
    examples: tuple[str, ...] = ()
    exclusion: str = ""
    framework: str = ""


@dataclass(frozen=True)
class Taxonomy:
    """All concepts of one council, hidden ones too, in the council's order within each facet."""

    concepts: tuple[Concept, ...]
    _by_id: dict[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the index by id."""
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __contains__(self, concept_id: object) -> bool:
        """Whether there is a concept of this id, hidden or not."""
        return concept_id in self._by_id

    def __getitem__(self, concept_id: str) -> Concept:
        """Return the concept of this id."""
        return self._by_id[concept_id]

    def of(self, facet: Facet) -> Iterator[Concept]:
        """Yield the concepts of one facet that people may choose, in order."""
        return (c for c in self.concepts if c.facet is facet and not c.hidden)

    def shown(self, concept_id: str) -> Concept:
        """Return the concept under which people see this one: itself, or what it folds into."""
        concept = self[concept_id]
        return self.shown(concept.folds_into) if concept.hidden else concept

    def with_parents(self, concept_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the concepts, each need followed by the area it belongs to, each id once."""
        pairs = ((concept_id, self[concept_id].parent) for concept_id in concept_ids)
        return tuple(dict.fromkeys(one for pair in pairs for one in pair if one))

    def label(self, concept_id: str) -> str:
        """Return the council's label for a concept id."""
        return self.shown(concept_id).label

    def named(self, facet: Facet, label: str) -> Concept | None:
        """Return the visible concept of a facet with this label, whatever its case."""
        return self._by_label.get((facet, " ".join(label.casefold().split())))

    @cached_property
    def _by_label(self) -> dict[tuple[Facet, str], Concept]:
        return {
            (concept.facet, " ".join(concept.label.casefold().split())): concept
            for concept in reversed(self.concepts)
            if not concept.hidden
        }
