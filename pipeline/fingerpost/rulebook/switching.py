"""All files of rules in, those of the kinds of label that a council uses out."""

from collections.abc import Iterable, Iterator

from fingerpost.rulebook.forms import CouncilForm, CuesForm, TaxonomyForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import CORE_FACETS, Facet

TaxonomyFiles = tuple[tuple[Sheet, TaxonomyForm], ...]
CueFiles = tuple[tuple[Sheet, CuesForm], ...]


def switched_on(council: CouncilForm) -> tuple[Facet, ...]:
    """Return the further kinds of label that a council uses."""
    return tuple(Facet(name.replace("-", "_")) for name in council.facets)


def used(files: TaxonomyFiles, on: Iterable[Facet]) -> tuple[TaxonomyFiles, frozenset[str]]:
    """Return the files of categories in use, and the ids of the categories of all others."""
    kinds = {*CORE_FACETS, *on}
    off = (form for _, form in files if form.facet not in kinds)
    ids = frozenset(concept.id for form in off for concept in form.concepts)
    return tuple(each for each in files if each[1].facet in kinds), ids


def without(files: CueFiles, ids: frozenset[str]) -> CueFiles:
    """Return the files of cues without those that speak for one of these categories."""
    return tuple(_without(files, ids))


def _without(files: CueFiles, ids: frozenset[str]) -> Iterator[tuple[Sheet, CuesForm]]:
    for sheet, form in files:
        if not any(cue.value in ids for cue in form.cues):
            yield sheet, form
