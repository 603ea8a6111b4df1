"""The log in, how often two people agreed who decided about the same statements on their own, out.

Pure. Two answers count as given independently where neither person was shown the other's. What was
retired was wanted no longer, whatever anybody thought of it, and is no such answer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter

from fingerpost.decisions import UNDECIDED, Action, Decision, Resource
from fingerpost.opinions import NO_NAME, Opinion, opinions_of, standing_lines
from fingerpost.pages import plural
from fingerpost.reviewing.agreeing.kappa import Kappa, Table, kappa
from fingerpost.reviewing.workbook.sheets import KINDS
from fingerpost.taxonomy import Facet, Taxonomy

KEEP_OR_NOT = "Keep it or not"
"""What the agreement on the decision itself is called, beside that on each category."""

_NO_JUDGEMENT = UNDECIDED | {Action.WITHDRAWN}
_DECISION = "what to do"
_CALLED = {
    Facet.AREA: "the area",
    Facet.NEED: "the need",
    Facet.UNIVERSAL: "the whole-school category",
    Facet.STANDARD: "the Teachers' Standard",
    Facet.STAGE: "the stage",
}
_NOBODY = (
    "No two people with a name have decided about the same statement without seeing each other's "
    "answer, so nothing can be said of how they agree."
)
_SHOWN = 2
"""A kappa is told to two places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Two answers about one statement, each given without knowing of the other."""

    item: str
    first: Opinion
    second: Opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Kappa of one category with its kind, both as people see them, or of the decision itself."""

    kind: str
    name: str
    kappa: Kappa


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How two people agreed: of `both` statements on `agreed`, in the decision and every category.

    `differed` counts the others by what they differed on, most often first; one statement may be in
    several. `reworded` counts statements that they worded differently, which is no disagreement.
    """

    people: tuple[str, str]
    both: int
    agreed: int
    differed: tuple[tuple[str, int], ...] = ()
    reworded: int = 0
    measured: tuple[Measured, ...] = ()

    def __str__(self) -> str:
        """Say it in plain words."""
        first, second = self.people
        said = (
            f"{first} and {second} each decided about {plural(self.both, 'statement')} without "
            f"seeing the other's answer, and agreed on {self.agreed} of {self.both}."
        )
        differed = ", ".join(f"{what} {_times(count)}" for what, count in self.differed)
        return f"{said} They differed on {differed}." if differed else said


def agreements(log: Sequence[Decision], taxonomy: Taxonomy) -> tuple[Agreement, ...]:
    """Compare each two named people who both decided about some statement, by name."""
    shared: dict[tuple[str, str], list[Both]] = {}
    for item, said in _by_item(log):
        for people, both in _pairs(item, said):
            shared.setdefault(people, []).append(both)
    return tuple(_agreement(people, found, taxonomy) for people, found in sorted(shared.items()))


def describe_agreement(found: Sequence[Agreement]) -> Iterator[str]:
    """Yield the words, and below them each kappa with its interval and number, for those who ask."""
    if not found:
        yield _NOBODY
    for one in found:
        yield str(one)
        for measured in one.measured:
            named = ": ".join(filter(None, (measured.kind, measured.name)))
            yield f"  {named}: {_told(measured.kappa)}"


def _by_item(log: Sequence[Decision]) -> Iterator[tuple[str, tuple[Opinion, ...]]]:
    lines = (line for line in standing_lines(log) if line.resource_type is Resource.STRATEGY)
    by_item = sorted(lines, key=attrgetter("resource_id", "seq"))
    for item, group in groupby(by_item, key=attrgetter("resource_id")):
        yield item, opinions_of(group)


def _pairs(item: str, said: Sequence[Opinion]) -> Iterator[tuple[tuple[str, str], Both]]:
    by_person: dict[str, list[Opinion]] = {}
    for one in said:
        if one.person not in ("", NO_NAME) and one.action not in _NO_JUDGEMENT:
            by_person.setdefault(one.person, []).append(one)
    for people in combinations(sorted(by_person), 2):
        first, second = (by_person[one] for one in people)
        mine, theirs = _unaware(first, second), _unaware(second, first)
        if mine and theirs:
            yield people, Both(item=item, first=mine[-1], second=theirs[-1])


def _unaware(mine: Sequence[Opinion], theirs: Sequence[Opinion]) -> list[Opinion]:
    """Return what one person said before seeing anything of the other's, oldest first."""
    earliest = min(one.date for one in theirs)
    return sorted((one for one in mine if one.saw < earliest), key=attrgetter("given", "date"))


def _agreement(people: tuple[str, str], found: Sequence[Both], taxonomy: Taxonomy) -> Agreement:
    by_statement = [tuple(_differences(one, taxonomy)) for one in found]
    counts = Counter(what for differed in by_statement for what in differed)
    return Agreement(
        people=people,
        both=len(found),
        agreed=sum(not differed for differed in by_statement),
        differed=tuple(counts.most_common()),
        reworded=sum(_worded_apart(one) for one in found),
        measured=tuple(_measured(found, taxonomy)),
    )


def _differences(both: Both, taxonomy: Taxonomy) -> Iterator[str]:
    if both.first.action is not both.second.action:
        yield _DECISION
        return
    if both.first.action is Action.APPROVED:
        for facet in taxonomy.facets:
            mine, theirs = (_labels(one, facet) for one in (both.first, both.second))
            if mine is not None and theirs is not None and _filed(mine) != _filed(theirs):
                yield _CALLED[facet]


def _filed(labels: Sequence[str]) -> tuple[Sequence[str], frozenset[str]]:
    """Return what matters of labels: the first, and which others there are, in any order."""
    return labels[:1], frozenset(labels)


def _labels(opinion: Opinion, facet: Facet) -> tuple[str, ...] | None:
    """Return the labels somebody chose or left as they were; None where nobody knows."""
    return opinion.labels.get(facet, opinion.kept.get(facet))


def _worded_apart(both: Both) -> bool:
    one, other = (o.wording or o.text_seen for o in (both.first, both.second))
    return both.first.action is both.second.action is Action.APPROVED and one != other


def _measured(found: Sequence[Both], taxonomy: Taxonomy) -> Iterator[Measured]:
    kept = (tuple(o.action is Action.APPROVED for o in (b.first, b.second)) for b in found)
    table = Table.of((mine, theirs) for mine, theirs in kept)
    yield Measured(kind="", name=KEEP_OR_NOT, kappa=kappa(table))
    for facet in taxonomy.facets:
        judged = tuple(_judged(found, facet))
        given = {one for mine, theirs in judged for one in (*mine, *theirs)}
        for concept in taxonomy.of(facet):
            if concept.id in given:
                table = Table.of(
                    (concept.id in mine, concept.id in theirs) for mine, theirs in judged
                )
                yield Measured(kind=KINDS[facet], name=concept.label, kappa=kappa(table))


def _judged(
    found: Sequence[Both], facet: Facet
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield both people's labels of the statements that both would keep."""
    for both in found:
        if both.first.action is both.second.action is Action.APPROVED:
            mine, theirs = _labels(both.first, facet), _labels(both.second, facet)
            if mine is not None and theirs is not None:
                yield mine, theirs


def _told(found: Kappa) -> str:
    if found.value is None:
        return found.why
    value, low, high = (f"{one:.{_SHOWN}f}" for one in (found.value, found.low, found.high))
    return f"kappa {value}, 95 % interval {low} to {high}, of {plural(found.count, 'statement')}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
