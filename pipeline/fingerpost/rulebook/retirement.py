"""Rules that may name retired categories in, the same rules about those that stand for them out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from fingerpost.cues import Cue, Target
from fingerpost.exemplars import Exemplar
from fingerpost.meanings import HeadingRule
from fingerpost.rulebook.book import Rulebook
from fingerpost.taxonomy import Taxonomy


def in_force(rulebook: Rulebook) -> Rulebook:
    """Let rules speak for what replaced a retired category, and be silent where nothing did."""
    taxonomy = rulebook.taxonomy
    if not any(concept.retired for concept in taxonomy.concepts):
        return rulebook
    return replace(
        rulebook,
        headings=tuple(_headings(rulebook.headings, taxonomy)),
        cues=tuple(_cues(rulebook.cues, taxonomy)),
        exemplars=tuple(_exemplar(one, taxonomy) for one in rulebook.exemplars),
        companions=_companions(rulebook.companions, taxonomy),
    )


def _cues(cues: Iterable[Cue], taxonomy: Taxonomy) -> Iterator[Cue]:
    for cue in cues:
        value = taxonomy.standing(cue.value) if cue.target is Target.CONCEPT else cue.value
        if value:
            yield cue if value == cue.value else replace(cue, value=value)


def _headings(rules: Iterable[HeadingRule], taxonomy: Taxonomy) -> Iterator[HeadingRule]:
    for rule in rules:
        named = rule.meaning.concepts
        concepts = _standing(named, taxonomy)
        made = replace(rule, meaning=replace(rule.meaning, concepts=concepts))
        if not named or made.says:
            yield rule if concepts == named else made


def _standing(concepts: tuple[str, ...], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return what stands for these; a need is followed by the area of the one that replaced it."""
    gone = [taxonomy[c] for c in concepts if taxonomy[c].retired]
    left = {c.parent for c in gone if taxonomy.standing(c.id) or len(concepts) == len(gone) + 1}
    kept = tuple(c for c in concepts if c not in left)
    return taxonomy.with_parents(taxonomy.all_standing(kept))


def _exemplar(exemplar: Exemplar, taxonomy: Taxonomy) -> Exemplar:
    """Say nothing of a kind of label where all that was right is retired with none in its place."""
    labels = {facet: taxonomy.all_standing(given) for facet, given in exemplar.labels.items()}
    said = {f: found for f, found in labels.items() if found or not exemplar.labels[f]}
    return replace(exemplar, labels=said)


def _companions(
    companions: Mapping[str, Mapping[str, float]], taxonomy: Taxonomy
) -> Mapping[str, Mapping[str, float]]:
    """Leave out what is retired: its strengths were weighed for itself, not for another."""
    return {
        source: {
            one: strength for one, strength in targets.items() if taxonomy.standing(one) == one
        }
        for source, targets in companions.items()
        if taxonomy.standing(source) == source
    }
