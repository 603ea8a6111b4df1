"""Lines about headings and proposed rules in, the answers on which people agree out."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from fingerpost.decisions import ABOUT_RULES, Action, Answer, Decision, RuleAnswer
from fingerpost.tables import JOINER
from fingerpost.taught import WordRule


def about_headings(lines: Iterable[Decision]) -> dict[str, Answer]:
    """Return what people say each heading means, where they agree; where they differ it is open."""
    return _agreed(lines, frozenset({Action.ANSWERED}), attrgetter("replacement_value"))


def about_rules(lines: Iterable[Decision]) -> dict[str, RuleAnswer]:
    """Return whether people accept each proposed rule, where they agree; else it is asked again."""
    lines = tuple(lines)
    rules = {ln.resource_id: _rule(ln) for ln in lines if ln.last_action_type in ABOUT_RULES}
    agreed = _agreed(lines, ABOUT_RULES, attrgetter("last_action_type"))
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


def _agreed(
    lines: Iterable[Decision], actions: frozenset[Action], said: Callable[[Decision], str]
) -> dict[str, Answer]:
    """Take the newest answer about each thing if all that count say the same.

    An answer given after people had differed settles it.
    """
    held: dict[str, dict[str, Answer]] = {}
    notes: dict[tuple[str, str, str, str], str] = {}
    for line in lines:
        source = (line.resource_id, line.last_action_date, line.pack, line.updated_by)
        if line.last_action_type is Action.NOTED:
            notes[source] = line.replacement_value
        elif line.last_action_type in actions:
            answers = _still_open(held.get(line.resource_id, {}), line.last_action_date)
            answer = _answer(line, said(line), notes.get(source, ""))
            held[line.resource_id] = {**answers, line.updated_by: answer}
    given = {key: [one for one in by.values() if one.meaning] for key, by in held.items()}
    return {
        key: answers[-1]
        for key, answers in given.items()
        if answers and len({one.meaning for one in answers}) == 1
    }


def _answer(line: Decision, meaning: str, note: str) -> Answer:
    return Answer(
        meaning=meaning, reviewer=line.updated_by, decided_on=line.last_action_date, note=note
    )


def _still_open(given: Mapping[str, Answer], date: str) -> Mapping[str, Answer]:
    """Forget answers that differed before this date: what comes now settles them."""
    meanings = {one.meaning for one in given.values() if one.meaning}
    earlier = all(one.decided_on < date for one in given.values())
    return {} if len(meanings) > 1 and earlier else given
