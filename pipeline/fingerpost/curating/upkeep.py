"""Lines about a directory in use in, what people added, know, attached and reported out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from fingerpost.curating.reports import reports_of
from fingerpost.decisions import Action, Decision, Resource, Standing
from fingerpost.opinions import Said, batches, given, still_held
from fingerpost.tables import JOINER
from fingerpost.upkeep import AddedStatement, ResourceFacts, Upkeep

_KEPT_UP = frozenset(
    {Action.ADDED, Action.DESCRIBED, Action.ATTACHED, Action.DETACHED, Action.REPORTED}
)
_MOVED = frozenset({Action.ATTACHED, Action.DETACHED})
_PHASES = "phase"

_Thing = tuple[Resource, str]
_About = Mapping[_Thing, tuple[Decision, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact(Said):
    """What somebody said of one question about one thing; `place` counts those of one row."""

    value: str
    place: int = 0


def with_upkeep(standing: Standing, lines: Sequence[Decision], log: Sequence[Decision]) -> Standing:
    """Add to what stands all that people said of the directory in use.

    `lines` are those that stand and `log` all. Of two answers the one that knew of the other
    counts, else the one given later, whichever came in first; nobody is asked to settle such a
    difference.
    """
    about = _about(lines)
    if not about:
        return standing
    moved = _of_strategies(about, _MOVED)
    told = _of_strategies(about, frozenset({Action.DESCRIBED}))
    return replace(
        standing,
        added=dict(_added(about)),
        resources=dict(_resources(about)),
        attached=_resources_of(moved, Action.ATTACHED),
        detached=_resources_of(moved, Action.DETACHED),
        upkeep={item: Upkeep(**values) for item, values in _upkeep(told)},
        reports=dict(
            reports_of(
                {item: lines for (kind, item), lines in about.items() if kind is Resource.STRATEGY},
                log,
            )
        ),
    )


def _about(lines: Sequence[Decision]) -> _About:
    """Gather all lines about each thing of which something beyond its wording was said."""
    things: dict[_Thing, list[Decision]] = {
        (line.resource_type, line.resource_id): []
        for line in lines
        if line.last_action_type in _KEPT_UP
    }
    for line in lines if things else ():
        if (thing := (line.resource_type, line.resource_id)) in things:
            things[thing].append(line)
    return {thing: tuple(things[thing]) for thing in sorted(things)}


def _added(about: _About) -> Iterator[tuple[str, AddedStatement]]:
    """Yield each added statement as whoever added it first did."""
    for (kind, item), lines in about.items():
        found = [_addition(batch) for batch in batches(lines)] if kind is Resource.STRATEGY else []
        whole = [one for one in found if one.text]
        if whole:
            yield item, min(whole, key=attrgetter("added_on", "added_by", "text", "lead_in"))


def _addition(batch: tuple[Decision, ...]) -> AddedStatement:
    values = {
        line.field_name: line.replacement_value
        for line in batch
        if line.last_action_type is Action.ADDED
    }
    _, moment = given(batch)
    return AddedStatement(
        text=values.get("text", ""),
        lead_in=values.get("lead_in", ""),
        added_by=batch[0].updated_by,
        added_on=moment or batch[0].last_action_date,
    )


def _resources(about: _About) -> Iterator[tuple[str, ResourceFacts]]:
    known = frozenset(ResourceFacts.__dataclass_fields__)
    for (kind, one), lines in about.items():
        if kind is Resource.LINK:
            facts = _held(_said(lines, frozenset({Action.DESCRIBED})))
            values = {name: fact.value for name, fact in facts.items() if name in known}
            phases = facts[_PHASES].value.split(JOINER) if _PHASES in facts else ()
            yield one, ResourceFacts(**{"url": "", **values}, phases=tuple(filter(None, phases)))


def _upkeep(told: Mapping[str, Mapping[str, _Fact]]) -> Iterator[tuple[str, dict[str, str]]]:
    known = frozenset(Upkeep.__dataclass_fields__)
    for item, facts in told.items():
        values = {name: fact.value for name, fact in facts.items() if name in known}
        if any(values.values()):
            yield item, values


def _of_strategies(about: _About, actions: frozenset[Action]) -> Mapping[str, Mapping[str, _Fact]]:
    """Return, by statement and question, what holds."""
    return {
        item: held
        for (kind, item), lines in about.items()
        if kind is Resource.STRATEGY and (held := _held(_said(lines, actions)))
    }


def _resources_of(
    moved: Mapping[str, Mapping[str, _Fact]], action: Action
) -> dict[str, tuple[str, ...]]:
    """Return the resources that were put there, or taken away, in the order they were given in."""
    found = {}
    for item, facts in moved.items():
        ours = [
            (fact.given, fact.place, one) for one, fact in facts.items() if fact.value == action
        ]
        if ours:
            found[item] = tuple(one for _, _, one in sorted(ours))
    return found


def _said(lines: Iterable[Decision], actions: frozenset[Action]) -> Iterator[tuple[str, _Fact]]:
    """Yield what each answer says of each question; the last line of an answer counts."""
    for batch in batches(lines):
        saw, moment = given(batch)
        said: dict[str, _Fact] = {}
        for line in batch:
            if line.last_action_type in actions:
                moves = line.last_action_type in _MOVED
                question = line.replacement_value if moves else line.field_name
                said[question] = _Fact(
                    person=line.updated_by,
                    pack=line.pack,
                    date=line.last_action_date,
                    saw=saw,
                    given=moment,
                    value=line.last_action_type if moves else line.replacement_value,
                    place=len(said) if moves else 0,
                )
        yield from said.items()


def _held(said: Iterable[tuple[str, _Fact]]) -> dict[str, _Fact]:
    """Return what holds of each question: of all that counts the latest, else the last by text."""
    asked: dict[str, list[_Fact]] = {}
    for question, fact in said:
        asked.setdefault(question, []).append(fact)
    latest = attrgetter("given", "value", "place")
    return {question: max(still_held(facts), key=latest) for question, facts in asked.items()}
