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
    STAGE = "graduated_approach"


CORE_FACETS = (Facet.AREA, Facet.NEED, Facet.UNIVERSAL, Facet.STANDARD)
"""The kinds of label that every council has; any other is one that a council switches on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One category, in SKOS terms, with a council's label and place.

    `parent` is the area a need belongs to; `folds_into` names the concept that a hidden one is
    shown as; `alternates` are other words for the same thing. `examples` show what it covers and
    `exclusion` says what it is not; `framework` names the set a standard comes from. A council's
    own concept names in `maps_to` the core one it comes nearest to. A `retired` one is given to
    nothing any more; what holds it is shown as the one it is `replaced_by`, if any.
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
    maps_to: str = ""
    retired: bool = False
    replaced_by: str = ""
    change_note: str = ""

    @property
    def own(self) -> bool:
        """Whether the council made it itself."""
        return bool(self.maps_to)


@dataclass(frozen=True)
class Taxonomy:
    """All concepts of one council, hidden and retired too, in the council's order in each facet.

    `switched_off` holds the ids of kinds of label that the council does not use.
    """

    concepts: tuple[Concept, ...]
    switched_off: frozenset[str] = frozenset()
    _by_id: dict[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the index by id."""
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __contains__(self, concept_id: object) -> bool:
        """Whether there is a concept of this id, hidden, retired or neither."""
        return concept_id in self._by_id

    def __getitem__(self, concept_id: str) -> Concept:
        """Return the concept of this id."""
        return self._by_id[concept_id]

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The kinds of label there are: those of every council, then those switched on."""
        used = {concept.facet for concept in self.concepts}
        return (*CORE_FACETS, *(f for f in Facet if f in used and f not in CORE_FACETS))

    def of(self, facet: Facet) -> Iterator[Concept]:
        """Yield the concepts of one facet that people may choose, in order."""
        return (c for c in self.concepts if c.facet is facet and not (c.hidden or c.retired))

    def shown(self, concept_id: str) -> Concept:
        """Return the concept under which people see this one.

        That is itself, what a hidden one folds into, or what a retired one is replaced by.
        """
        concept = self[concept_id]
        if concept.retired:
            return self.shown(concept.replaced_by) if concept.replaced_by else concept
        return self.shown(concept.folds_into) if concept.hidden else concept

    def standing(self, concept_id: str) -> str:
        """Return the id that stands for this one now; "" if it is retired with none in its place.

        An id the taxonomy lacks is returned as it is, for whoever reads it to refuse.
        """
        concept = self._by_id.get(concept_id)
        if concept is None or not concept.retired:
            return concept_id
        return self.standing(concept.replaced_by) if concept.replaced_by else ""

    def all_standing(self, concept_ids: Iterable[str]) -> tuple[str, ...]:
        """Return what stands for each of these ids now, in order, each id once."""
        return tuple(dict.fromkeys(filter(None, map(self.standing, concept_ids))))

    def core(self, concept_id: str) -> str:
        """Return the core concept a council's own one comes nearest to; any other is its own core."""
        concept = self._by_id.get(concept_id)
        return concept.maps_to if concept and concept.own else concept_id

    def cores(self, concept_ids: Iterable[str]) -> frozenset[str]:
        """Return the core concepts of these, by which a council's own areas are told alike."""
        return frozenset(map(self.core, concept_ids))

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
            if not (concept.hidden or concept.retired)
        }
