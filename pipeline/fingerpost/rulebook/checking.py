"""Rules that loaded in, what is still wrong with them out."""

from collections.abc import Iterator
from dataclasses import replace

from fingerpost.cues import Cue, Target
from fingerpost.meanings import HeadingRule, Meanings
from fingerpost.rulebook.book import Rulebook
from fingerpost.strategies import HeadKind
from fingerpost.taxonomy import Facet


def check(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence for each failed heading example, overlapping cue and unserved concept."""
    return (
        *broken_headings(rulebook),
        *_claimed_twice(rulebook),
        *_without_cue(rulebook),
    )


def broken_headings(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence for each example that a heading rule fails by its own doing.

    A council's label may take a heading from a rule; so a rule is broken only if it fails both
    beside the labels and without them.
    """
    written = replace(rulebook, headings=tuple(rule for rule in rulebook.headings if rule.file))
    alone = set(_failed_examples(written))
    return tuple(fault for fault in _failed_examples(rulebook) if fault in alone)


def _failed_examples(rulebook: Rulebook) -> Iterator[str]:
    meanings = Meanings(rulebook.headings)
    for rule in {rule.id: rule for rule in rulebook.headings if rule.file}.values():
        at = f"{rule.file} line {rule.line}"
        for heading in rule.matches:
            if not _fires(rule, heading, meanings):
                yield f"{at}: '{rule.id}' does not match its own example '{heading}'; add the words or change the example."
        for heading in rule.rejects:
            if _fires(rule, heading, meanings):
                yield f"{at}: '{rule.id}' matches '{heading}', which it should not; narrow the words or change the example."


def _fires(rule: HeadingRule, heading: str, meanings: Meanings) -> bool:
    kind = rule.kinds[0] if rule.kinds else HeadKind.HEADING
    meaning = meanings.of(heading, kind)
    return meaning is not None and rule.id in meaning.rule.split("|")


def _claimed_twice(rulebook: Rulebook) -> Iterator[str]:
    """Yield each phrase that two strong cues claim for different things of the same kind."""
    owners: dict[tuple[str, str], Cue] = {}
    for cue in rulebook.cues:
        for phrase in () if cue.weak else cue.phrases:
            first = owners.setdefault((_kind(cue, rulebook), phrase.casefold()), cue)
            if first.value != cue.value:
                yield f"{cue.file} line {cue.line}: '{phrase}' is also a phrase of '{first.id}'; keep it in one of them, or move it to a weak one."


def _kind(cue: Cue, rulebook: Rulebook) -> str:
    is_concept = cue.target is Target.CONCEPT
    return rulebook.taxonomy[cue.value].facet.value if is_concept else cue.target.value


def _without_cue(rulebook: Rulebook) -> Iterator[str]:
    served = {cue.value for cue in rulebook.cues}
    for concept in rulebook.taxonomy.concepts:
        needs_none = concept.own or concept.retired or concept.framework
        if concept.id not in served and concept.facet is not Facet.AREA and not needs_none:
            yield f"No cue speaks for '{concept.id}' ({concept.label}); add one to rules/cues."
