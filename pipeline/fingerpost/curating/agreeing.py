"""Lines about headings and proposed rules in, the answers on which people agree out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import ABOUT_RULES, Action, Answer, Contested, Decision, RuleAnswer
from fingerpost.opinions import Said, batches, given, still_held
from fingerpost.tables import JOINER
from fingerpost.taught import WordRule

_ANSWERED = frozenset({Action.ANSWERED})
_RULED = {Action.ACCEPTED_RULE: "accept", Action.DECLINED_RULE: "decline"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant(Said):
    """One person's answer about a heading or a rule."""

    meaning: str
    note: str


Labelled = Callable[[str], str]
"""Says in the council's words what an answer about a heading means."""


def about_headings(lines: Iterable[Decision]) -> dict[str, Answer]:
    """Return what people say each heading means, where they agree; where they differ it is open."""
    return _agreed(_held(lines, _ANSWERED, attrgetter("replacement_value")))


def contested(lines: Iterable[Decision], label: Labelled) -> dict[str, Contested]:
    """Return, for each heading and each rule on which people differ, what each says."""
    lines = tuple(lines)
    held = _held(lines, _ANSWERED, attrgetter("replacement_value"))
    held |= _held(lines, ABOUT_RULES, lambda line: _RULED[line.last_action_type])
    return {
        key: Contested(
            said="; ".join(f"{one.person}: {label(one.meaning)}" for one in answers),
            decided_on=max(one.date for one in answers),
            each=tuple((one.person, one.meaning, one.note) for one in answers),
        )
        for key, answers in held.items()
        if len({one.meaning for one in answers}) > 1
    }


def about_rules(lines: Iterable[Decision]) -> dict[str, RuleAnswer]:
    """Return whether people accept each proposed rule, where they agree; else it is asked again."""
    lines = tuple(lines)
    rules = {ln.resource_id: _rule(ln) for ln in lines if ln.last_action_type in ABOUT_RULES}
    agreed = _agreed(_held(lines, ABOUT_RULES, attrgetter("last_action_type")))
    return {
        key: RuleAnswer(
            rule=rules[key],
            accepted=answer.meaning == Action.ACCEPTED_RULE,
            reviewer=answer.reviewer,
            decided_on=answer.decided_on,
            note=answer.note,
        )
        for key, answer in agreed.items()
    }


def _rule(line: Decision) -> WordRule:
    value, _, phrase = line.replacement_value.partition(JOINER)
    return WordRule(line.resource_id, phrase, value)


def _held(
    lines: Iterable[Decision], actions: frozenset[Action], said: Callable[[Decision], str]
) -> dict[str, tuple[Meant, ...]]:
    """Return, for each thing, the answers that count; one whose category is gone does not."""
    ordered = sorted(lines, key=attrgetter("resource_id", "seq"))
    held = {}
    for key, about in groupby(ordered, key=attrgetter("resource_id")):
        read = (_meant(batch, actions, said) for batch in batches(about))
        answers = still_held(one for one in read if one)
        if told := tuple(one for one in answers if one.meaning):
            held[key] = told
    return held


def _meant(
    batch: tuple[Decision, ...], actions: frozenset[Action], said: Callable[[Decision], str]
) -> Meant | None:
    line = next((one for one in reversed(batch) if one.last_action_type in actions), None)
    if line is None:
        return None
    saw, moment = given(batch)
    notes = (one.replacement_value for one in batch if one.last_action_type is Action.NOTED)
    return Meant(
        person=line.updated_by,
        pack=line.pack,
        date=line.last_action_date,
        saw=saw,
        given=moment,
        meaning=said(line),
        note=next(notes, ""),
    )


def _agreed(held: Mapping[str, tuple[Meant, ...]]) -> dict[str, Answer]:
    return {
        key: _answer(answers)
        for key, answers in held.items()
        if len({one.meaning for one in answers}) == 1
    }


def _answer(alike: tuple[Meant, ...]) -> Answer:
    return Answer(
        meaning=alike[0].meaning,
        reviewer=", ".join(dict.fromkeys(one.person for one in alike)),
        decided_on=max(one.date for one in alike),
        note="; ".join(filter(None, (one.note for one in alike))),
    )
