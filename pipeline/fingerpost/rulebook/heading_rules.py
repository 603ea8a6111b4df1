"""Heading files, category names and council words in, the rules about headings out."""

import re
from collections.abc import Iterator

from fingerpost.meanings import HeadingRule, Meaning, heading_key
from fingerpost.rulebook.book import Council
from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import HeadingForm, HeadingsForm, MeansForm
from fingerpost.rulebook.notation import expand
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import Concept, Taxonomy

FILLER = "filler"


def build_headings(
    files: tuple[tuple[Sheet, HeadingsForm], ...], taxonomy: Taxonomy, faults: list[str]
) -> tuple[HeadingRule, ...]:
    """Return the rules as written, in the order of their ids; faults are added to the list."""
    places: dict[str, str] = {}
    rules: list[HeadingRule] = []
    for sheet, form in files:
        for i, entry in enumerate(form.rules):
            at = sheet.at(("rules", i))
            wrong = tuple(_faults(entry, taxonomy))
            if entry.id in places:
                wrong = (f"'{entry.id}' is already an id ({places[entry.id]}); choose another.",)
            places.setdefault(entry.id, at)
            faults.extend(f"{at}: {fault}" for fault in wrong)
            if not wrong:
                rules.extend(_rules(entry, taxonomy, sheet.name, sheet.line(("rules", i))))
        rules.extend(_filler(form, sheet))
    return tuple(sorted(rules, key=lambda rule: (rule.id, rule.within, rule.alone, rule.phrases)))


def automatic_rules(taxonomy: Taxonomy) -> tuple[HeadingRule, ...]:
    """Make rules of labels and alternates: names of several words count anywhere, others do not."""
    return tuple(rule for concept in taxonomy.concepts for rule in _named(concept, taxonomy))


def council_words(council: Council) -> HeadingRule:
    """Make a rule by which a council's name changes no heading's meaning."""
    names = (council.name, f"{council.name} council", f"city of {council.name}")
    return HeadingRule(id=FILLER, phrases=names, meaning=Meaning(), within=True)


def _named(concept: Concept, taxonomy: Taxonomy) -> Iterator[HeadingRule]:
    names = dict.fromkeys((concept.label, concept.core_label, *concept.alternates))
    wide = tuple(n for n in names if _is_distinctive(n))
    narrow = tuple(n for n in names if n not in wide)
    meaning = Meaning(concepts=taxonomy.with_parents((concept.id,)))
    for phrases, within in ((wide, True), (narrow, False)):
        if phrases:
            yield HeadingRule(
                id=f"names-{concept.id}",
                phrases=phrases,
                meaning=meaning,
                within=within,
                instead_of=_instead_of(concept, taxonomy),
            )


def _instead_of(concept: Concept, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the shared categories that a council's own stands for where it is named."""
    if not concept.own:
        return ()
    area = taxonomy.core(concept.parent)
    return (concept.maps_to, *((area,) if area != concept.parent else ()))


def _is_distinctive(name: str) -> bool:
    return len(heading_key(name).split()) > 1


def _faults(entry: HeadingForm, taxonomy: Taxonomy) -> Iterator[str]:
    known = tuple(concept.id for concept in taxonomy.concepts)
    for concept_id in entry.means.concepts:
        if concept_id not in known:
            yield unknown("concept", concept_id, known)
    if not (entry.alone or entry.words or entry.within or entry.pattern):
        yield f"'{entry.id}' has no words; add 'words:' or 'within:' with at least one."
    for phrase in (*entry.alone, *entry.words, *entry.within):
        try:
            expand(phrase)
        except ValueError as fault:
            yield f"{fault}."
    try:
        re.compile(entry.pattern)
    except re.error as fault:
        yield f"'{entry.pattern}' is no regular expression ({fault}); mend it or use 'words:'."


def _rules(entry: HeadingForm, taxonomy: Taxonomy, file: str, line: int) -> Iterator[HeadingRule]:
    """Yield one rule for each of the ways in which words count."""
    meaning = _meaning(entry.means, taxonomy)
    for reach, words, pattern in (
        ("alone", entry.alone, ""),
        ("whole", entry.words, ""),
        ("within", entry.within, entry.pattern),
    ):
        if words or pattern:
            yield HeadingRule(
                id=entry.id,
                pattern=pattern,
                phrases=_expanded(words),
                meaning=meaning,
                within=reach == "within",
                alone=reach == "alone",
                kinds=entry.kinds,
                matches=entry.matches,
                rejects=entry.rejects,
                file=file,
                line=line,
            )


def _meaning(means: MeansForm, taxonomy: Taxonomy) -> Meaning:
    return Meaning(
        role=means.role,
        concepts=taxonomy.with_parents(means.concepts),
        tier=means.tier or "",
        phases=means.phases,
        actor=means.actor or "",
    )


def _filler(form: HeadingsForm, sheet: Sheet) -> Iterator[HeadingRule]:
    if form.filler:
        yield HeadingRule(
            id=FILLER,
            phrases=_expanded(form.filler),
            meaning=Meaning(),
            within=True,
            file=sheet.name,
            line=sheet.line(("filler",)),
        )


def _expanded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for phrase in phrases for p in expand(phrase)))
