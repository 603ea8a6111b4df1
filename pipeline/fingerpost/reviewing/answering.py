"""A returned file, understood, and what stands in, the new lines of the log out; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.directory import Item
from fingerpost.outcome import Outcome
from fingerpost.reviewing.columns import ACTIONS, RULE_ACTIONS
from fingerpost.reviewing.held import Past, is_open, stands
from fingerpost.reviewing.refs import Index, index
from fingerpost.reviewing.returned import (
    GroupAnswer,
    HeadingAnswer,
    Return,
    RowAnswer,
    RuleAnswer,
    StatementAnswer,
)
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

NO_NAME = "no name given"
"""Who answered about a heading, where nobody says; a heading's answer always has somebody."""

FINE = "all-fine"
"""What the log says of a group of settled statements that a person skimmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The lines a returned file adds, from how many answers, and the rows that cannot count.

    `undecided` names, in plain sentences, rows that were edited but hold no decision.
    """

    lines: tuple[Decision, ...]
    answers: int
    set_aside: tuple[str, ...]
    undecided: tuple[str, ...] = ()


def decide(returned: Return, outcome: Outcome, at: str, log: Sequence[Decision] = ()) -> Decided:
    """Turn answers into lines of the log, dated `at`; what the log already holds adds none.

    With the log, what one person said is told apart from what another said of the same row;
    without it, only what stands can be compared.
    """
    scribe = _Scribe(outcome, index(outcome), returned.pack, at)
    past = Past.of(log, returned.pack)
    written = []
    for answer in returned.answers:
        lines = tuple(scribe.lines(answer))
        fresh = _is_open_to(answer, outcome)
        known = past.holds(lines, fresh) if log else stands(answer, lines, outcome.standing)
        if not known:
            written.append(lines)
    return Decided(
        lines=tuple(line for lines in written for line in lines),
        answers=len(written),
        set_aside=returned.set_aside,
        undecided=returned.undecided,
    )


def _is_open_to(answer: RowAnswer, outcome: Outcome) -> bool:
    """Whether the row asked again about what was decided, so that the same answer counts anew."""
    verdict = outcome.standing.verdicts.get(answer.ref.id)
    if verdict is None or not isinstance(answer, StatementAnswer):
        return False
    return is_open(verdict) and answer.asked_after == verdict.decided_on


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes lines that share a pack and a date."""

    outcome: Outcome
    known: Index
    pack: str
    at: str

    def lines(self, answer: RowAnswer) -> Iterator[Decision]:
        """Yield what one answer adds to the log."""
        match answer:
            case HeadingAnswer():
                return self._about_heading(answer)
            case GroupAnswer():
                return self._about_group(answer)
            case RuleAnswer():
                return self._about_rule(answer)
            case StatementAnswer():
                return self._about_statement(answer)

    def _about_heading(self, answer: HeadingAnswer) -> Iterator[Decision]:
        key = self.known.headings[answer.ref.id]
        standing = self.outcome.standing.answers.get(key)
        about = _About(Resource.HEADING, key, answer.reviewer or NO_NAME)
        if answer.note:
            yield self._line(about, Action.NOTED, "note", "", answer.note)
        before = standing.meaning if standing else ""
        yield self._line(about, Action.ANSWERED, "meaning", before, answer.meaning)

    def _about_group(self, answer: GroupAnswer) -> Iterator[Decision]:
        path, digest = self.known.groups[answer.ref.id]
        about = _About(Resource.HEADING, path, answer.reviewer or NO_NAME, digest)
        if answer.note:
            yield self._line(about, Action.NOTED, "note", "", answer.note)
        yield self._line(about, Action.SKIMMED, "status", "", FINE)

    def _about_rule(self, answer: RuleAnswer) -> Iterator[Decision]:
        """Yield the decision with all of the rule, which nothing else remembers."""
        rule = self.known.rules[answer.ref.id]
        about = _About(Resource.RULE, rule.key, answer.reviewer or NO_NAME)
        if answer.note:
            yield self._line(about, Action.NOTED, "note", "", answer.note)
        said = JOINER.join((rule.value, rule.phrase))
        yield self._line(about, RULE_ACTIONS[answer.choice], "rule", "", said)

    def _about_statement(self, answer: StatementAnswer) -> Iterator[Decision]:
        item = self.known.items[answer.ref.id]
        strategy = item.classified.strategy
        about = _About(Resource.STRATEGY, item.id, answer.reviewer, strategy.digest)
        seen = (strategy.source, strategy.text, strategy.heading_path)
        yield self._line(about, Action.SEEN, "text", *seen)
        if answer.wording is not None:
            yield from self._reworded(about, item, answer.wording)
        for facet, concepts in self._labels(answer):
            before = JOINER.join(item.concepts(facet))
            yield self._line(about, Action.RELABELLED, facet, before, JOINER.join(concepts))
        if answer.note:
            yield self._line(about, Action.NOTED, "note", "", answer.note)
        action = ACTIONS[answer.choice]
        yield self._line(about, action, "status", item.status, action)

    def _reworded(self, about: "_About", item: Item, wording: str) -> Iterator[Decision]:
        """Yield new words; several lines part the statement, those of a whole take others in."""
        action = Action.PARTED if "\n" in wording else Action.REWORDED
        yield self._line(about, action, "text", item.text, wording)
        pieces = self.known.pieces_of(item, wording) if action is Action.REWORDED else ()
        for piece in (one.classified.strategy for one in pieces):
            seen = (piece.source, piece.text, piece.heading_path)
            beside = replace(about, id=piece.id, digest=piece.digest)
            yield self._line(beside, Action.SEEN, "text", *seen)
        if pieces:
            named = (f"{one.id} {one.classified.strategy.digest}" for one in pieces)
            yield self._line(about, Action.JOINED, "joined", "", JOINER.join(named))

    def _labels(self, answer: StatementAnswer) -> Iterator[tuple[Facet, tuple[str, ...]]]:
        """Yield labels changed or confirmed; not what somebody else settled since it was sent."""
        verdict = self.known.items[answer.ref.id].verdict
        settled = verdict.labels if verdict and not is_open(verdict) else {}
        for facet in Facet:
            if facet in answer.edited:
                yield facet, answer.edited[facet]
            elif facet in answer.shown and settled.get(facet) in (None, answer.shown[facet]):
                yield facet, answer.shown[facet]

    def _line(self, about: "_About", action: Action, field_name: str, *values: str) -> Decision:
        before, after, reason = (*values, "")[:3]
        return Decision(
            seq=0,
            resource_id=about.id,
            resource_type=about.kind,
            last_action_date=self.at,
            last_action_type=action,
            field_name=field_name,
            previous_value=before,
            replacement_value=after,
            updated_by=about.person,
            reason=reason,
            source_digest=about.digest,
            pack=self.pack,
        )


@dataclass(frozen=True, slots=True)
class _About:
    """What lines are about, and who says so."""

    kind: Resource
    id: str
    person: str
    digest: str = ""
