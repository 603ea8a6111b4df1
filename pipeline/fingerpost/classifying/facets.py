"""All that is found on a statement in, what facet rules ask of it out."""

from collections.abc import Iterable, Iterator

from fingerpost.classifying.findings import Findings
from fingerpost.classifying.gate import speaks
from fingerpost.classifying.statements import Statement
from fingerpost.cues import Target
from fingerpost.facet_rules import FacetRule, Fact, Facts
from fingerpost.meanings import heading_key
from fingerpost.rulebook import Council
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy


def broken_rules(
    findings: Findings, rules: Iterable[FacetRule], council: Council
) -> tuple[FacetRule, ...]:
    """Return the rules that a statement breaks, in their order."""
    facts = facts_of(findings, council)
    return tuple(rule for rule in rules if rule.is_broken_by(facts))


def facts_of(findings: Findings, council: Council) -> Facts:
    """Say what holds of a statement; a council's own categories count as the core ones they map to."""
    taxonomy, structure = findings.taxonomy, findings.structure
    given = {facet: findings.given(facet) for facet in Facet}
    areas = taxonomy.cores(given[Facet.AREA])
    return {
        Fact.AREA: areas,
        Fact.NEED: taxonomy.cores(given[Facet.NEED]),
        Fact.UNIVERSAL: taxonomy.cores(given[Facet.UNIVERSAL]),
        Fact.STANDARD: taxonomy.cores(given[Facet.STANDARD]),
        Fact.HEADING_STANDARD: structure.facets[Facet.STANDARD].values,
        Fact.HEADING_TIER: structure.tier.values[:1],
        Fact.WORDS_TIER: tuple(_words(findings, Target.TIER)),
        Fact.NEED_ELSEWHERE: tuple(_elsewhere(given[Facet.NEED], areas, taxonomy)),
        Fact.BESIDE_UNIVERSAL: areas - {UNIVERSAL_AREA} if UNIVERSAL_AREA in areas else (),
        Fact.PHASE_ELSEWHERE: _other_phases(findings),
        Fact.HIDDEN: tuple(_hidden(given.values(), taxonomy)),
        Fact.ACTOR: (findings.fields.actor,),
        Fact.VOICE: (findings.statement.voice,),
        Fact.SECTION: _section(findings.statement, council),
    }


def _words(findings: Findings, target: Target) -> Iterator[str]:
    """What the statement's own words say of a field, strongly enough to name it."""
    for vote in findings.votes:
        in_words = vote.evidence.matcher != "headings" and vote.target is target
        if in_words and not vote.weak and speaks(vote.score):
            yield vote.value


def _elsewhere(needs: Iterable[str], areas: frozenset[str], taxonomy: Taxonomy) -> Iterator[str]:
    return (need for need in needs if taxonomy.core(taxonomy[need].parent) not in areas)


def _other_phases(findings: Findings) -> frozenset[str]:
    """The phases of the words, where they name none of the heading's: a move names two."""
    stated, named = findings.structure.phases.values, frozenset(_words(findings, Target.PHASE))
    return named if stated and named.isdisjoint(stated) else frozenset()


def _hidden(given: Iterable[tuple[str, ...]], taxonomy: Taxonomy) -> Iterator[str]:
    concepts = (concept for labels in given for concept in labels if concept in taxonomy)
    return (concept for concept in concepts if taxonomy[concept].hidden)


def _section(statement: Statement, council: Council) -> tuple[str, ...]:
    """Which kind of section it stands in, where a council has some for the child's voice."""
    if not council.child_sections:
        return ()
    return ("child",) if in_child_section(statement, council) else ("other",)


def in_child_section(statement: Statement, council: Council) -> bool:
    """Whether a heading above it is one of those below which the child's voice is expected."""
    keys = {heading_key(placed.text) for placed in (*statement.heads, *statement.context)}
    return not keys.isdisjoint(council.child_sections)
