"""Taxonomy files and a council's labels in, one taxonomy in the council's order out."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import ConceptForm, LabelForm, LabelsForm, TaxonomyForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import Concept, Facet, Taxonomy

_NO_WORDS = LabelForm.model_validate({})
_UNORDERED = 1000
"""Where categories without a place of their own begin, in the order of the files."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One category as it is written, and where."""

    form: ConceptForm
    facet: Facet
    at: str
    place: int


def build_taxonomy(
    files: tuple[tuple[Sheet, TaxonomyForm], ...],
    overlay: tuple[Sheet, LabelsForm],
    faults: list[str],
) -> Taxonomy:
    """Join core categories and overlay; faults are added to the list."""
    entries = _entries(files, faults)
    sheet, labels = overlay
    for concept_id in labels.labels:
        if concept_id not in entries:
            place = sheet.at(("labels", concept_id))
            faults.append(f"{place}: {unknown('concept', concept_id, entries)}")
    concepts = [_concept(entry, labels.labels.get(i, _NO_WORDS)) for i, entry in entries.items()]
    taxonomy = Taxonomy(tuple(sorted(concepts, key=lambda c: c.order)))
    where = {i: _where(i, entries, overlay) for i in entries}
    faults.extend(_bad_parents(taxonomy, entries))
    faults.extend(_bad_folds(taxonomy, where))
    faults.extend(_same_labels(taxonomy, where))
    return taxonomy


def _entries(files: tuple[tuple[Sheet, TaxonomyForm], ...], faults: list[str]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for sheet, form in files:
        for i, concept in enumerate(form.concepts):
            at = sheet.at(("concepts", i))
            if concept.id in entries:
                first = entries[concept.id].at
                faults.append(f"{at}: '{concept.id}' is already an id ({first}); choose another.")
                continue
            entries[concept.id] = _Entry(concept, form.facet, at, len(entries))
    return entries


def _concept(entry: _Entry, own: LabelForm) -> Concept:
    form = entry.form
    return Concept(
        id=form.id,
        facet=entry.facet,
        label=own.label or form.label,
        core_label=form.label,
        definition=form.definition,
        alternates=(*form.alternates, *own.alt_in),
        parent=form.parent,
        order=own.order or _UNORDERED + entry.place,
        hidden=form.hidden if own.hidden is None else own.hidden,
        folds_into=own.folds_into or form.folds_into,
        examples=form.examples,
        exclusion=form.exclusion,
        framework=form.framework,
    )


def _where(concept_id: str, entries: dict[str, _Entry], overlay: tuple[Sheet, LabelsForm]) -> str:
    sheet, labels = overlay
    if concept_id in labels.labels:
        return sheet.at(("labels", concept_id))
    return entries[concept_id].at


def _bad_parents(taxonomy: Taxonomy, entries: dict[str, _Entry]) -> Iterator[str]:
    areas = tuple(c.id for c in taxonomy.concepts if c.facet is Facet.AREA)
    for concept in taxonomy.concepts:
        at = entries[concept.id].at
        if concept.facet is Facet.NEED and not concept.parent:
            yield f"{at}: '{concept.id}' is a need without an area; add 'parent:' with one of {', '.join(areas)}."
        elif concept.parent and concept.parent not in areas:
            yield f"{at}: {unknown('area of need', concept.parent, areas)}"
        elif concept.parent and concept.facet is not Facet.NEED:
            yield f"{at}: '{concept.id}' is no need, so it cannot have a parent; take 'parent:' away."


def _bad_folds(taxonomy: Taxonomy, where: dict[str, str]) -> Iterator[str]:
    for concept in taxonomy.concepts:
        at, into = where[concept.id], concept.folds_into
        if concept.hidden and not into:
            yield f"{at}: '{concept.id}' is hidden; say with 'folds_into:' what it is shown as."
        elif into and into not in taxonomy:
            peers = (c.id for c in taxonomy.of(concept.facet))
            yield f"{at}: {unknown('concept', into, peers)}"
        elif into and taxonomy[into].facet is not concept.facet:
            yield f"{at}: '{concept.id}' cannot fold into '{into}', which is of another kind; choose one of its own kind."
        elif concept.hidden and _goes_round(taxonomy, concept):
            yield f"{at}: '{concept.id}' folds into '{into}', which leads back to it; end the circle with a category that is not hidden."


def _goes_round(taxonomy: Taxonomy, concept: Concept) -> bool:
    seen = {concept.id}
    current = concept
    while current.hidden and current.folds_into in taxonomy:
        current = taxonomy[current.folds_into]
        if current.id in seen:
            return True
        seen.add(current.id)
    return False


def _same_labels(taxonomy: Taxonomy, where: dict[str, str]) -> Iterator[str]:
    for facet in Facet:
        first: dict[str, str] = {}
        for concept in taxonomy.of(facet):
            other = first.setdefault(concept.label.casefold(), concept.id)
            if other != concept.id:
                yield f"{where[concept.id]}: '{concept.label}' is also the label of '{other}'; people could not tell them apart, so change one."
