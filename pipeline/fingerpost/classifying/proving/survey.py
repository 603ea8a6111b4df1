"""A rulebook and statements its authors did not write in, what each rule is worth there out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.classifying.proving.firing import Fired, fire, one_by_one
from fingerpost.classifying.proving.measured import GATE, Measured, is_right, kind_of
from fingerpost.classifying.proving.standing import Standing, standing_of
from fingerpost.cues import Cue, Target
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import Facet, Taxonomy
from fingerpost.words import fold, language


@dataclass(frozen=True, slots=True)
class Wrong:
    """A statement about which a rule is wrong, and the words that misled it."""

    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A cue (or one of its phrases), how it stood, and the statements about which it was wrong."""

    cue: str
    kind: str
    value: str
    weak: bool
    standing: Standing
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What speaks for one concept or role: how many cues, and how many of its statements they reach."""

    kind: str
    value: str
    cues: int
    standing: Standing
    labelled: int
    reached: int

    @property
    def share(self) -> float:
        """The share of its statements that some cue reaches; 1 where it has none."""
        return self.reached / self.labelled if self.labelled else 1.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two cues of different concepts that fire on the same words, how often, and such words."""

    first: str
    second: str
    times: int
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A phrase that cues of different concepts claim; `strong` where none of them is weak."""

    phrase: str
    cues: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What all rules are worth on what was measured."""

    statements: int
    known: int
    cues: tuple[Judged, ...]
    coverage: tuple[Coverage, ...]
    overlaps: tuple[Overlap, ...]
    conflicts: tuple[Conflict, ...]
    dead_cues: tuple[str, ...]
    dead_headings: tuple[str, ...]


def survey(
    rulebook: Rulebook, measured: Sequence[Measured], headings: Iterable[tuple[str, HeadKind]] = ()
) -> Survey:
    """Measure all rules: cues on statements, rules about headings on headings that were met."""
    fired = fire(rulebook.cues, measured)
    judged = tuple(_judged(rulebook.cues, fired, measured, rulebook))
    return Survey(
        statements=len(measured),
        known=sum(each.known for each in measured),
        cues=judged,
        coverage=tuple(_coverage(rulebook, fired, measured)),
        overlaps=_overlaps(rulebook, fired),
        conflicts=tuple(_conflicts(rulebook)),
        dead_cues=tuple(each.cue for each in judged if not each.standing.fired),
        dead_headings=_dead_headings(rulebook, headings),
    )


def survey_cue(rulebook: Rulebook, cue: Cue, measured: Sequence[Measured]) -> tuple[Judged, ...]:
    """Measure each phrase of one cue by itself."""
    parts = one_by_one(cue)
    return tuple(_judged(parts, fire(parts, measured), measured, rulebook))


def _judged(
    cues: Sequence[Cue], fired: Iterable[Fired], measured: Sequence[Measured], rulebook: Rulebook
) -> Iterator[Judged]:
    where: dict[str, dict[int, str]] = defaultdict(dict)
    for each in fired:
        where[each.cue].setdefault(each.statement, each.quote)
    for cue in cues:
        kind = kind_of(cue, rulebook.taxonomy)
        verdicts = {n: is_right(kind, cue.value, measured[n]) for n in where[cue.id]}
        wrong = tuple(
            Wrong(where[cue.id][n], measured[n].strategy.text)
            for n, right in verdicts.items()
            if right is False
        )
        standing = standing_of(verdicts.values())
        yield Judged(cue.id, kind, cue.value, cue.weak, standing, wrong)


def _coverage(
    rulebook: Rulebook, fired: Iterable[Fired], measured: Sequence[Measured]
) -> Iterator[Coverage]:
    served = {cue.id: _serves(cue, rulebook.taxonomy) for cue in rulebook.cues}
    where: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for each in fired:
        for thing in served[each.cue]:
            where[thing][each.statement] = None
    for kind, value in _served(rulebook, measured):
        labelled = {n for n, each in enumerate(measured) if _has(kind, value, each)}
        verdicts = (is_right(kind, value, measured[n]) for n in where[kind, value])
        yield Coverage(
            kind=kind,
            value=value,
            cues=sum((kind, value) in values for values in served.values()),
            standing=standing_of(verdicts),
            labelled=len(labelled),
            reached=len(labelled & where[kind, value].keys()),
        )


def _serves(cue: Cue, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """What a cue speaks for: a need speaks for its area too."""
    kind = kind_of(cue, taxonomy)
    parent = taxonomy[cue.value].parent if cue.value in taxonomy else ""
    own = ((kind, cue.value),)
    return (*own, (Facet.AREA.value, parent)) if parent else own


def _served(rulebook: Rulebook, measured: Sequence[Measured]) -> Iterator[tuple[str, str]]:
    """Every concept that may be given, and every role that a cue speaks for or a statement has."""
    for concept in rulebook.taxonomy.concepts:
        if not (concept.retired or concept.hidden):
            yield concept.facet.value, concept.id
    cues = {cue.value for cue in rulebook.cues if cue.target is Target.GATE}
    met = {each.role.value for each in measured if each.role}
    for role in sorted((cues | met) - {Role.STRATEGY.value}):
        yield GATE, role


def _has(kind: str, value: str, measured: Measured) -> bool:
    if kind == GATE:
        return measured.role is not None and measured.role.value == value
    return is_right(kind, value, measured) is True


def _overlaps(rulebook: Rulebook, fired: Sequence[Fired]) -> tuple[Overlap, ...]:
    cues = {cue.id: (kind_of(cue, rulebook.taxonomy), cue.value) for cue in rulebook.cues}
    quotes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for together in _by_statement(fired):
        met: dict[tuple[str, str], str] = {}
        for i, one in enumerate(together):
            for other in together[i + 1 :]:
                if _rivals(cues[one.cue], cues[other.cue]) and one.meets(other):
                    first, second = sorted((one.cue, other.cue))
                    met.setdefault((first, second), min(one.quote, other.quote, key=len))
        for pair, quote in met.items():
            quotes[pair].append(quote)
    ordered = sorted(quotes.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Overlap(*pair, len(found), found[0]) for pair, found in ordered)


def _rivals(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two values are of one kind and not the same."""
    return one[0] == other[0] and one[1] != other[1]


def _by_statement(fired: Sequence[Fired]) -> Iterator[tuple[Fired, ...]]:
    groups: dict[int, list[Fired]] = defaultdict(list)
    for each in fired:
        groups[each.statement].append(each)
    return (tuple(group) for group in groups.values())


def _conflicts(rulebook: Rulebook) -> Iterator[Conflict]:
    """Yield phrases that come to the same words in cues for different values of one kind."""
    owners: dict[tuple[str, str], list[tuple[str, Cue]]] = defaultdict(list)
    for cue in rulebook.cues:
        kind = kind_of(cue, rulebook.taxonomy)
        for phrase in cue.phrases:
            lemmas = " ".join(token.lemma_ for token in language()(fold(phrase)))
            owners[kind, lemmas].append((phrase, cue))
    for claims in owners.values():
        if len({cue.value for _, cue in claims}) > 1:
            cues = tuple(dict.fromkeys(cue.id for _, cue in claims))
            yield Conflict(claims[0][0], cues, strong=not any(cue.weak for _, cue in claims))


def _dead_headings(rulebook: Rulebook, headings: Iterable[tuple[str, HeadKind]]) -> tuple[str, ...]:
    meanings = Meanings(rulebook.headings)
    met = {rule for text, kind in set(headings) for rule in _rules_for(meanings, text, kind)}
    written: Mapping[str, None] = dict.fromkeys(
        rule.id for rule in rulebook.headings if rule.matches
    )
    return tuple(rule for rule in written if rule not in met)


def _rules_for(meanings: Meanings, text: str, kind: HeadKind) -> tuple[str, ...]:
    meaning = meanings.of(text, kind)
    return tuple(meaning.rule.split("|")) if meaning else ()
