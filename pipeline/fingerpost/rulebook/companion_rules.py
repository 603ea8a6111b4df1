"""The file of companions in, what usually goes with each concept out."""

from collections.abc import Iterator, Mapping

from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import CompanionsForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy


def build_companions(
    file: tuple[Sheet, CompanionsForm], taxonomy: Taxonomy, faults: list[str]
) -> Mapping[str, Mapping[str, float]]:
    """Return the strengths by concept and companion; faults are added to the list."""
    sheet, form = file
    for concept, others in form.companions.items():
        at = sheet.at(("companions", concept))
        faults.extend(f"{at}: {fault}" for fault in _faults(concept, tuple(others), taxonomy))
    return form.companions


def _faults(concept: str, others: tuple[str, ...], taxonomy: Taxonomy) -> Iterator[str]:
    known = tuple(each.id for each in taxonomy.concepts)
    named = {each: _facet(each, taxonomy) for each in (concept, *others)}
    for each, facet in named.items():
        if facet is None:
            yield unknown("concept", each, known)
    for other in others:
        if named[other] is not None and named[other] is named[concept]:
            yield (
                f"'{other}' is of the same kind as '{concept}', so it is no companion of it;"
                " take it away."
            )


def _facet(concept: str, taxonomy: Taxonomy) -> Facet | None:
    if concept in taxonomy:
        return taxonomy[concept].facet
    return Facet.AREA if concept == UNIVERSAL_AREA else None
