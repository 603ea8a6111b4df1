"""Taxonomy files and a council's labels in, one taxonomy in the council's order out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fingerpost.catalogue import Entry
from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import (
    ConceptForm,
    LabelForm,
    LabelsForm,
    OwnForm,
    TaxonomyForm,
)
from fingerpost.rulebook.kinship import Places, kinship_faults
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import Concept, Facet, Taxonomy

_NO_WORDS = LabelForm.model_validate({})
_UNORDERED = 1000
"""Where categories without a place of their own begin, in the order of the files."""


@dataclass(frozen=True, slots=True)
class _Written:
    """One category as it is written, and where."""

    form: ConceptForm
    facet: Facet
    at: str
    place: int


def build_taxonomy(
    files: tuple[tuple[Sheet, TaxonomyForm], ...],
    overlay: tuple[Sheet, LabelsForm],
    faults: list[str],
) -> tuple[Taxonomy, tuple[Entry, ...]]:
    """Join core categories and overlay, and say what is written of each; faults are added."""
    written = _written(files, overlay, faults)
    sheet, labels = overlay
    core = tuple(i for i, one in written.items() if not isinstance(one.form, OwnForm))
    for concept_id in labels.labels:
        if concept_id not in core:
            place = sheet.at(("labels", concept_id))
            faults.append(f"{place}: {_misplaced(concept_id, written, core)}")
    entries = tuple(
        _entry(one, labels.labels.get(concept_id, _NO_WORDS)) for concept_id, one in written.items()
    )
    concepts = [_concept(entry, place) for place, entry in enumerate(entries)]
    taxonomy = Taxonomy(tuple(sorted(concepts, key=lambda c: c.order)))
    faults.extend(kinship_faults(taxonomy, _places(written, overlay)))
    return taxonomy if faults else _without_retired_parents(taxonomy), entries


def _written(
    files: tuple[tuple[Sheet, TaxonomyForm], ...],
    overlay: tuple[Sheet, LabelsForm],
    faults: list[str],
) -> dict[str, _Written]:
    written: dict[str, _Written] = {}
    for sheet, form in files:
        for i, concept in enumerate(form.concepts):
            _add(written, concept, form.facet, sheet.at(("concepts", i)), faults)
    sheet, labels = overlay
    for i, own in enumerate(labels.own):
        _add(written, own, own.facet, sheet.at(("own", i)), faults)
    return written


def _add(
    written: dict[str, _Written], form: ConceptForm, facet: Facet, at: str, faults: list[str]
) -> None:
    if form.id in written:
        first = written[form.id].at
        faults.append(f"{at}: '{form.id}' is already an id ({first}); choose another.")
    else:
        written[form.id] = _Written(form, facet, at, len(written))


def _misplaced(concept_id: str, written: Iterable[str], core: tuple[str, ...]) -> str:
    if concept_id in written:
        return f"'{concept_id}' is the council's own; write its settings below 'own:'."
    return unknown("concept", concept_id, core)


def _entry(one: _Written, council: LabelForm) -> Entry:
    form = one.form
    own = form if isinstance(form, OwnForm) else None
    return Entry(
        id=form.id,
        facet=one.facet,
        own=own is not None,
        label=form.label,
        council_label=council.label,
        definition=form.definition,
        parent=form.parent,
        council_parent=council.parent,
        alternates=form.alternates,
        council_alternates=council.alt_in,
        examples=form.examples,
        exclusion=form.exclusion,
        hidden=form.hidden,
        council_hidden=council.hidden,
        folds_into=form.folds_into,
        council_folds_into=council.folds_into,
        framework=form.framework,
        order=own.order if own else council.order,
        maps_to=own.maps_to if own else "",
        retired=form.retired,
        replaced_by=form.replaced_by,
        change_note=form.change_note,
    )


def _concept(entry: Entry, place: int) -> Concept:
    return Concept(
        id=entry.id,
        facet=entry.facet,
        label=entry.council_label or entry.label,
        core_label=entry.label,
        definition=entry.definition,
        alternates=(*entry.alternates, *entry.council_alternates),
        parent=entry.council_parent or entry.parent,
        order=entry.order or _UNORDERED + place,
        hidden=entry.hidden if entry.council_hidden is None else entry.council_hidden,
        folds_into=entry.council_folds_into or entry.folds_into,
        examples=entry.examples,
        exclusion=entry.exclusion,
        framework=entry.framework,
        maps_to=entry.maps_to,
        retired=entry.retired,
        replaced_by=entry.replaced_by,
        change_note=entry.change_note,
    )


def _places(written: dict[str, _Written], overlay: tuple[Sheet, LabelsForm]) -> Places:
    sheet, labels = overlay
    own_words = {i: sheet.at(("labels", i)) for i in labels.labels if i in written}
    return Places(
        core={concept_id: one.at for concept_id, one in written.items()},
        council=own_words,
        moved=frozenset(i for i, form in labels.labels.items() if form.parent),
    )


def _without_retired_parents(taxonomy: Taxonomy) -> Taxonomy:
    """Let needs of a retired area stand under the one that replaced it."""
    if not any(concept.retired for concept in taxonomy.concepts):
        return taxonomy
    return Taxonomy(
        tuple(replace(c, parent=taxonomy.standing(c.parent)) for c in taxonomy.concepts)
    )
