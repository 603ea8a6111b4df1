"""The file of facet rules in, the rules out."""

from collections.abc import Iterator, Mapping
from itertools import chain

from fingerpost.facet_rules import FacetRule, Fact
from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import FacetsForm, actors, phases, tiers, voices
from fingerpost.rulebook.sheets import Sheet
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import UNIVERSAL_AREA, Taxonomy

_ANY_ENDING = "*"
_SECTIONS = ("child", "other")


def build_facet_rules(
    file: tuple[Sheet, FacetsForm], taxonomy: Taxonomy, faults: list[str]
) -> tuple[FacetRule, ...]:
    """Return the rules in their order; faults are added to the list."""
    sheet, form = file
    known = _known(taxonomy)
    first: dict[str, str] = {}
    for i, rule in enumerate(form.rules):
        at = sheet.at(("rules", i))
        if first.setdefault(rule.id, at) != at:
            faults.append(
                f"{at}: '{rule.id}' is already a rule ({first[rule.id]}); choose another."
            )
        for fact, value in _values(rule.when, rule.unless):
            if not _is_known(value, known[fact]):
                faults.append(f"{at}: {unknown(f'value of {fact}', value, known[fact])}")
    return tuple(
        FacetRule(
            id=rule.id,
            says=rule.says,
            when=rule.when,
            unless=rule.unless,
            reason=Reason(rule.reason),
        )
        for rule in form.rules
    )


def _values(*parts: Mapping[Fact, tuple[str, ...]]) -> Iterator[tuple[Fact, str]]:
    for fact, values in chain.from_iterable(part.items() for part in parts):
        yield from ((fact, value) for value in values)


def _is_known(value: str, known: tuple[str, ...]) -> bool:
    if value.endswith(_ANY_ENDING):
        return any(one.startswith(value.removesuffix(_ANY_ENDING)) for one in known)
    return value in known


def _known(taxonomy: Taxonomy) -> Mapping[Fact, tuple[str, ...]]:
    """Return the values that each fact may have: categories, where it is about nothing else."""
    concepts = (UNIVERSAL_AREA, *(concept.id for concept in taxonomy.concepts))
    others = {
        Fact.HEADING_TIER: tiers(),
        Fact.WORDS_TIER: tiers(),
        Fact.PHASE_ELSEWHERE: phases(),
        Fact.ACTOR: actors(),
        Fact.VOICE: voices(),
        Fact.SECTION: _SECTIONS,
    }
    return {fact: others.get(fact, concepts) for fact in Fact}
