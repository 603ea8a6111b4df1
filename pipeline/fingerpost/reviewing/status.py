"""Items, what stands and the log in, how many wait, why and for whom out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fingerpost.calibration import Audit
from fingerpost.decisions import Action, Decision
from fingerpost.directory import Status
from fingerpost.opinions import NO_NAME, standing_lines
from fingerpost.outcome import Outcome
from fingerpost.pages import Look, looks, looks_title, plural
from fingerpost.reviewing.agreeing.agreement import Agreement, agreements
from fingerpost.reviewing.asking.triage import triage
from fingerpost.reviewing.columns import ACTIONS, Sheet
from fingerpost.reviewing.packs.chasing import PackOut, describe_packs, who_has_what


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What one person has answered so far, and when last."""

    name: str
    statements: int
    headings: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatus:
    """How far the review has come.

    `reasons` counts waiting statements by their worst doubt, worst first; `only_headings` those
    that an answer about a heading settles. `proposed_rules` counts those to accept or decline, and
    `second_looks` are answers that all else speaks against. `stop` says whether people can stop
    reading what was accepted, on the figures in `audit`; `agreement` is of each two reviewers;
    `packs` are those that somebody still has. Of the `settled` the program accepted `trusted`
    itself; `in_use` stay in the directory while people are asked about them.
    """

    statements: int
    settled: int
    approved: int
    rejected: int
    waiting: int
    only_headings: int
    open_questions: int
    minutes: int
    pace: str
    reasons: tuple[tuple[str, int], ...]
    people: tuple[Person, ...]
    proposed_rules: int = 0
    second_looks: tuple[Look, ...] = ()
    stop: str = ""
    audit: Audit | None = None
    signed: str = ""
    trusted: int = 0
    in_use: int = 0
    agreement: tuple[Agreement, ...] = ()
    packs: tuple[PackOut, ...] = ()


def status(
    outcome: Outcome, decisions: Sequence[Decision] = (), today: date = date.min
) -> ReviewStatus:
    """Count what waits, by reason and person, and say who has what on the day `today`."""
    review = triage(outcome, decisions)
    counts = Counter(item.status for item in outcome.items)
    return ReviewStatus(
        statements=len(outcome.items),
        settled=counts[Status.ACCEPTED],
        approved=counts[Status.APPROVED],
        rejected=counts[Status.REJECTED],
        waiting=counts[Status.REVIEW],
        only_headings=sum(bool(row.headings) for row in review.queue),
        in_use=review.in_use,
        open_questions=review.open_questions,
        minutes=review.minutes,
        pace=str(review.pace),
        reasons=tuple((doubt.words, doubt.count) for doubt in review.reasons),
        people=_people(decisions),
        proposed_rules=len(review.rules),
        second_looks=looks(outcome.second_looks, outcome.rulebook.taxonomy),
        stop=review.stop,
        audit=review.audit,
        signed=review.signed,
        trusted=sum(item.by_model for item in outcome.items),
        agreement=agreements(decisions, outcome.rulebook.taxonomy),
        packs=who_has_what(outcome, review, decisions, today),
    )


def describe_status(found: ReviewStatus) -> tuple[str, ...]:
    """Say it in lines for a person."""
    return (
        _sum(found),
        *_work(found),
        *(f"{count:>6}  {words}" for words, count in found.reasons),
        *_meanwhile(found),
        *filter(None, (found.stop, found.signed)),
        *(_person_line(person) for person in found.people),
        *map(str, found.agreement),
        *describe_packs(found.packs),
        *_rules(found),
        *_looks(found),
    )


def _sum(found: ReviewStatus) -> str:
    settled = found.settled - found.trusted
    parts = (
        (settled, f"settled by {'its heading' if settled == 1 else 'their headings'}"),
        (found.trusted, "accepted by the program"),
        (found.approved, "approved"),
        (found.rejected, "rejected"),
        (found.waiting, "waiting"),
    )
    terms = " + ".join(f"{number:,} {words}" for number, words in parts if number)
    return f"{plural(found.statements, 'statement')}{f' = {terms}' if terms else ''}."


def _work(found: ReviewStatus) -> Iterator[str]:
    if not found.reasons:
        yield "Nothing waits for a person."
        return
    time = f"all of it takes about {plural(found.minutes, 'minute')}, {found.pace}."
    if found.open_questions:
        questions = plural(found.open_questions, "question")
        yield f"{questions} about headings can settle {found.only_headings} of those that wait; {time}"
    else:
        yield f"No question about headings is open; {time}"


def _meanwhile(found: ReviewStatus) -> Iterator[str]:
    if found.in_use:
        stay = "stays" if found.in_use == 1 else "stay"
        yield f"{found.in_use} of them {stay} in the directory meanwhile."


def _rules(found: ReviewStatus) -> Iterator[str]:
    if found.proposed_rules:
        number = plural(found.proposed_rules, "rule")
        yield f"{number} proposed from your corrections: see the sheet “{Sheet.RULES}”."


def _looks(found: ReviewStatus) -> Iterator[str]:
    if found.second_looks:
        yield f"{looks_title(found.second_looks)}:"
        yield from (f"  {one.item}  {one}" for one in found.second_looks)


def _person_line(person: Person) -> str:
    day = person.last.partition("T")[0]
    return f"{person.name}: {' and '.join(_answered(person))} answered, last on {day}"


def _answered(person: Person) -> Iterator[str]:
    if person.statements:
        yield plural(person.statements, "statement")
    if person.headings:
        yield plural(person.headings, "heading")


def _people(decisions: Sequence[Decision]) -> tuple[Person, ...]:
    lines = [d for d in standing_lines(decisions) if d.last_action_type in _ANSWERS]
    names = sorted({line.updated_by for line in lines})
    return tuple(_person(name, [d for d in lines if d.updated_by == name]) for name in names)


_ANSWERS = frozenset({*ACTIONS.values(), Action.ANSWERED})


def _person(name: str, lines: Sequence[Decision]) -> Person:
    answered = {d.resource_id for d in lines if d.last_action_type is Action.ANSWERED}
    judged = {d.resource_id for d in lines if d.last_action_type is not Action.ANSWERED}
    return Person(
        name=name or NO_NAME,
        statements=len(judged),
        headings=len(answered),
        last=max(line.last_action_date for line in lines),
    )
