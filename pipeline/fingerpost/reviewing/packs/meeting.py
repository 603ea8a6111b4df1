"""An outcome, its review and the log in, what a meeting has to settle out; pure.

It is all and only what people differ on, statements, headings and proposed rules, and what somebody
left open: was not sure about, pulled out, or left for the meeting.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import Contested, Decision, Resource
from fingerpost.directory import Item, Status
from fingerpost.opinions import Opinion, opinions_of, standing_lines, still_held
from fingerpost.outcome import Outcome
from fingerpost.reviewing.agreeing.sayings import Saying, saying_of, told
from fingerpost.reviewing.asking.rules import rule_sentence
from fingerpost.reviewing.asking.thoughts import Thoughts
from fingerpost.reviewing.refs import Ref, item_ref
from fingerpost.reviewing.review import HeadingQuestion, QueueRow, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to settle: what it is, why it is here, and what each person says, in words too.

    `item` is the statement, where it is one. `asked_after` dates the newest of what was said.
    """

    ref: Ref
    about: str
    why: str
    sayings: tuple[Saying, ...]
    said: tuple[str, ...]
    asked_after: str
    item: Item | None = None


def points(outcome: Outcome, review: Review, log: Sequence[Decision]) -> tuple[Point, ...]:
    """Return what a meeting has to settle: headings first, statements, then proposed rules."""
    contested = outcome.standing.contested
    return (
        *(_heading(q, contested[q.key], outcome) for q in review.headings if q.key in contested),
        *_statements(outcome, review, log),
        *_rules(outcome),
    )


def _heading(question: HeadingQuestion, contested: Contested, outcome: Outcome) -> Point:
    thoughts = Thoughts(outcome.rulebook.taxonomy)
    sayings = tuple(_saying(*one) for one in contested.each)
    examples = "".join(f"\n• {example}" for example in question.examples)
    return Point(
        ref=question.ref,
        about=f"The heading “{question.text}”, used {_times(question.times)}{examples}",
        why="You differ on what stands below this heading.",
        sayings=sayings,
        said=tuple(
            told(one, outcome.rulebook.taxonomy, thoughts.answer(one.said)) for one in sayings
        ),
        asked_after=contested.decided_on,
    )


def _statements(outcome: Outcome, review: Review, log: Sequence[Decision]) -> Iterator[Point]:
    rows = {row.item.id: row for row in review.queue}
    is_open = {
        item.id
        for item in outcome.items
        if item.status is Status.REVIEW and item.verdict and item.verdict.is_open
    }
    held = dict(_held(log, is_open))
    for item in outcome.items:
        if item.id in held and item.id in rows:
            yield _statement(rows[item.id], held[item.id], outcome)


def _held(
    log: Sequence[Decision], wanted: Collection[str]
) -> Iterator[tuple[str, tuple[Opinion, ...]]]:
    about = (
        line
        for line in standing_lines(log)
        if line.resource_type is Resource.STRATEGY and line.resource_id in wanted
    )
    ordered = sorted(about, key=attrgetter("resource_id", "seq"))
    for item, lines in groupby(ordered, key=attrgetter("resource_id")):
        if held := still_held(opinions_of(lines)):
            yield item, held


def _statement(row: QueueRow, held: Sequence[Opinion], outcome: Outcome) -> Point:
    strategy = row.item.classified.strategy
    sayings = tuple(map(saying_of, held))
    return Point(
        ref=item_ref(row.item),
        about="\n".join(filter(None, (strategy.lead_in, strategy.source_text))),
        why=row.why,
        sayings=sayings,
        said=tuple(told(one, outcome.rulebook.taxonomy) for one in sayings),
        asked_after=max(one.date for one in held),
        item=row.item,
    )


def _rules(outcome: Outcome) -> Iterator[Point]:
    for proposal in outcome.proposals:
        contested = outcome.standing.contested.get(proposal.rule.key)
        if contested:
            sayings = tuple(_saying(*one) for one in contested.each)
            yield Point(
                ref=Ref(proposal.rule.key),
                about=f"A proposed rule: {rule_sentence(proposal, outcome.rulebook.taxonomy)}",
                why="You differ on whether this rule is right.",
                sayings=sayings,
                said=tuple(
                    told(one, outcome.rulebook.taxonomy, one.said.capitalize()) for one in sayings
                ),
                asked_after=contested.decided_on,
            )


def _saying(person: str, meaning: str, note: str) -> Saying:
    return Saying(person=person, said=meaning, note=note)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
