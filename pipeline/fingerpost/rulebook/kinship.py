"""One taxonomy in, what is wrong with how its categories lead to one another out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fingerpost.rulebook.faults import unknown
from fingerpost.taxonomy import Concept, Facet, Taxonomy


@dataclass(frozen=True, slots=True)
class Places:
    """Where each category is written, where the council's words for it are, and which it moved."""

    core: Mapping[str, str]
    council: Mapping[str, str]
    moved: frozenset[str]

    def nearest(self, concept_id: str) -> str:
        """Return where the council says something of it, or else where it is written."""
        return self.council.get(concept_id) or self.core[concept_id]

    def of_parent(self, concept_id: str) -> str:
        """Return where its parent is written."""
        return (self.council if concept_id in self.moved else self.core)[concept_id]


def kinship_faults(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    """Yield one sentence for each wrong parent, fold, replacement or mapping, and each twin label."""
    yield from _bad_parents(taxonomy, places)
    yield from _bad_folds(taxonomy, places)
    yield from _bad_replacements(taxonomy, places)
    yield from _bad_mappings(taxonomy, places)
    yield from _circles(taxonomy, places)
    yield from _same_labels(taxonomy, places)


def _bad_parents(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    areas = tuple(c.id for c in taxonomy.concepts if c.facet is Facet.AREA)
    for concept in taxonomy.concepts:
        at = places.of_parent(concept.id)
        if concept.facet is Facet.NEED and not concept.parent:
            yield f"{at}: '{concept.id}' is a need without an area; add 'parent:' with one of {', '.join(areas)}."
        elif concept.parent and concept.parent not in areas:
            yield f"{at}: {unknown('area of need', concept.parent, areas)}"
        elif concept.parent and concept.facet is not Facet.NEED:
            yield f"{at}: '{concept.id}' is no need, so it cannot have a parent; take 'parent:' away."
        elif concept.parent and not concept.retired and _is_gone(taxonomy, concept.parent):
            yield f"{at}: '{concept.parent}', the area of '{concept.id}', is retired with nothing in its place; give it another 'parent:'."


def _bad_folds(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    for concept in taxonomy.concepts:
        at, into = places.nearest(concept.id), concept.folds_into
        if concept.hidden and not into:
            yield f"{at}: '{concept.id}' is hidden; say with 'folds_into:' what it is shown as."
        elif into and into not in taxonomy:
            peers = (c.id for c in taxonomy.of(concept.facet))
            yield f"{at}: {unknown('concept', into, peers)}"
        elif into and taxonomy[into].facet is not concept.facet:
            yield f"{at}: '{concept.id}' cannot fold into '{into}', which is of another kind; choose one of its own kind."
        elif into and concept.hidden and _is_gone(taxonomy, into):
            yield f"{at}: '{concept.id}' folds into '{into}', which is retired with nothing in its place; choose another."


def _bad_replacements(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    for concept in taxonomy.concepts:
        at, instead = places.core[concept.id], concept.replaced_by
        if instead and not concept.retired:
            yield f"{at}: '{concept.id}' is replaced but not retired; add 'retired: true', or take 'replaced_by:' away."
        elif instead and instead not in taxonomy:
            peers = (c.id for c in taxonomy.of(concept.facet))
            yield f"{at}: {unknown('concept', instead, peers)}"
        elif instead and taxonomy[instead].facet is not concept.facet:
            yield f"{at}: '{concept.id}' cannot be replaced by '{instead}', which is of another kind; choose one of its own kind."


def _bad_mappings(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    for concept in taxonomy.concepts:
        if not concept.own:
            continue
        at, core = places.core[concept.id], concept.maps_to
        known = tuple(c.id for c in taxonomy.concepts if c.facet is concept.facet and not c.own)
        if core not in known:
            yield f"{at}: {unknown('shared category of this kind', core, known)}"
        elif taxonomy[core].retired and not concept.retired:
            yield f"{at}: '{concept.id}' maps to '{core}', which is retired; let it map to another."


def _is_gone(taxonomy: Taxonomy, concept_id: str) -> bool:
    """Whether it is retired with nothing in its place; a circle is another fault."""
    return not _goes_round(taxonomy, taxonomy[concept_id]) and (not taxonomy.standing(concept_id))


def _circles(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    for concept in taxonomy.concepts:
        if not _goes_round(taxonomy, concept):
            continue
        if concept.retired:
            yield f"{places.core[concept.id]}: '{concept.id}' is replaced by '{concept.replaced_by}', which leads back to it; end the circle with a category that is in use."
        else:
            yield f"{places.nearest(concept.id)}: '{concept.id}' folds into '{concept.folds_into}', which leads back to it; end the circle with a category that is not hidden."


def _goes_round(taxonomy: Taxonomy, concept: Concept) -> bool:
    """Whether following what is shown in its place never ends."""
    seen = {concept.id}
    current = _next(concept)
    while current in taxonomy:
        if current in seen:
            return True
        seen.add(current)
        current = _next(taxonomy[current])
    return False


def _next(concept: Concept) -> str:
    if concept.retired:
        return concept.replaced_by
    return concept.folds_into if concept.hidden else ""


def _same_labels(taxonomy: Taxonomy, places: Places) -> Iterator[str]:
    for facet in Facet:
        first: dict[str, str] = {}
        for concept in taxonomy.of(facet):
            other = first.setdefault(concept.label.casefold(), concept.id)
            if other != concept.id:
                yield f"{places.nearest(concept.id)}: '{concept.label}' is also the label of '{other}'; people could not tell them apart, so change one."
