"""A returned file, understood, and what stands in, the new lines of the log out; pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.directory import Item, accepted_marks
from fingerpost.opinions import CHILD_VOICE, NO_NAME
from fingerpost.outcome import Outcome
from fingerpost.reviewing.columns import RULE_ACTIONS
from fingerpost.reviewing.live.crossed import Placed, crossed, of_one_by_now
from fingerpost.reviewing.live.lines import added_lines, resource_lines, upkeep_lines
from fingerpost.reviewing.refs import Index
from fingerpost.reviewing.returning.held import Memory
from fingerpost.reviewing.returning.pen import About, Pen
from fingerpost.reviewing.returning.returned import (
    AddedAnswer,
    CommentAnswer,
    GroupAnswer,
    HeadingAnswer,
    ReportAnswer,
    ResourceAnswer,
    Return,
    RowAnswer,
    RuleAnswer,
    SignOffAnswer,
    StatementAnswer,
    UpkeepAnswer,
)
from fingerpost.signing import RELEASE_KEY, to_text
from fingerpost.tables import JOINER

FINE = "all-fine"
"""What the log says of a group of settled statements that a person skimmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The lines a returned file adds, from how many answers, and the rows that cannot count.

    `repeated` counts answers that say what the same person had said before; they are not among
    `answers`. `undecided` names, in plain sentences, rows that were edited but hold no decision,
    and what somebody else changed meanwhile. `facts` are the lines that say what is known of
    something, each with the row it stands in.
    """

    lines: tuple[Decision, ...]
    answers: int
    repeated: int = 0
    set_aside: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    facts: tuple[Placed, ...] = ()


def decide(returned: Return, outcome: Outcome, known: Index, at: str, memory: Memory) -> Decided:
    """Turn answers into lines of the log, dated `at`; a file that the log holds adds none.

    `known` is the outcome's index and `memory` what the log holds, to which the lines are added.
    What a person says again in another file is written down again without counting: it stands
    whatever becomes of the first file.
    """
    scribe = _Scribe(outcome, known, Pen(returned.pack, at))
    written: list[Decision] = []
    facts: list[Placed] = []
    differing: list[str] = []
    answers = repeated = 0
    for answer in returned.answers:
        lines = tuple(scribe.lines(answer))
        if memory.holds(lines):
            repeated += 1
            continue
        again = memory.is_repeated(lines)
        repeated += again
        answers += not again
        differing += () if again else crossed(answer.place, lines, memory.facts)
        written += lines
        described = (one for one in lines if one.last_action_type is Action.DESCRIBED)
        facts += () if again else [(answer.place, one) for one in described]
    differing += of_one_by_now(outcome, facts, memory.facts)
    heard = {said: one for said, one in returned.before.items() if memory.heard(one)}
    repeated += len({one.place for one in heard.values()} - {one.place for one in returned.answers})
    memory.take(written)
    return Decided(
        lines=tuple(written),
        answers=answers,
        repeated=repeated,
        set_aside=tuple(one for one in returned.set_aside if one not in heard),
        undecided=(*returned.undecided, *differing),
        facts=tuple(facts),
    )


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Knows what the answers of one returned file are about; `told` are addresses it wrote down."""

    outcome: Outcome
    known: Index
    pen: Pen
    told: set[str] = field(default_factory=set)

    def lines(self, answer: RowAnswer) -> Iterator[Decision]:
        """Yield what one answer adds to the log."""
        match answer:
            case HeadingAnswer():
                yield from self._about_heading(answer)
            case GroupAnswer():
                yield from self._about_group(answer)
            case RuleAnswer():
                yield from self._about_rule(answer)
            case StatementAnswer():
                yield from self._about_statement(answer)
            case CommentAnswer() | ReportAnswer():
                yield from self._told(answer)
            case SignOffAnswer():
                yield from self._sign_off(answer)
            case UpkeepAnswer(decided=decided):
                yield from self._about_statement(decided) if decided else ()
                yield from upkeep_lines(answer, self.pen, self.told)
            case AddedAnswer():
                yield from added_lines(answer, self.pen, self.told)
            case ResourceAnswer():
                yield from resource_lines(answer, self.pen)

    def _sign_off(self, answer: SignOffAnswer) -> Iterator[Decision]:
        """Yield the name with a mark of each statement it was given for."""
        about = About(Resource.RELEASE, RELEASE_KEY, answer.reviewer, answer.ref.digest)
        marks = to_text(accepted_marks(self.outcome.items))
        yield self.pen.line(about, Action.SIGNED_OFF, "accepted", "", marks)

    def _about_heading(self, answer: HeadingAnswer) -> Iterator[Decision]:
        key = self.known.headings[answer.ref.id]
        standing = self.outcome.standing.answers.get(key)
        about = About(Resource.HEADING, key, answer.reviewer or NO_NAME)
        yield from self.pen.beside(about, answer)
        before = standing.meaning if standing else ""
        yield self.pen.line(about, Action.ANSWERED, "meaning", before, answer.meaning)

    def _about_group(self, answer: GroupAnswer) -> Iterator[Decision]:
        path, digest = self.known.groups[answer.ref.id]
        about = About(Resource.HEADING, path, answer.reviewer or NO_NAME, digest)
        yield from self.pen.beside(about, answer)
        yield self.pen.line(about, Action.SKIMMED, "status", "", FINE)

    def _about_rule(self, answer: RuleAnswer) -> Iterator[Decision]:
        """Yield the decision with all of the rule, which nothing else remembers."""
        rule = self.known.rules[answer.ref.id]
        about = About(Resource.RULE, rule.key, answer.reviewer or NO_NAME)
        yield from self.pen.beside(about, answer)
        said = JOINER.join((rule.value, rule.phrase))
        yield self.pen.line(about, RULE_ACTIONS[answer.choice], "rule", "", said)

    def _about_statement(self, answer: StatementAnswer) -> Iterator[Decision]:
        item = self.known.items[answer.ref.id]
        strategy = item.classified.strategy
        about = About(Resource.STRATEGY, item.id, answer.reviewer, strategy.digest)
        seen = (strategy.source, strategy.text, strategy.heading_path)
        yield self.pen.line(about, Action.SEEN, "text", *seen)
        if answer.wording is not None:
            yield from self._reworded(about, item, answer)
        for action, labels in (
            (Action.RELABELLED, answer.edited),
            (Action.RELABELLED if answer.blind else Action.CONFIRMED, answer.shown),
        ):
            for facet, concepts in labels.items():
                before = JOINER.join(answer.proposed.get(facet, ()))
                yield self.pen.line(about, action, facet, before, JOINER.join(concepts))
        if answer.child_voice is not None:
            before = item.verdict.child_voice if item.verdict else ""
            yield self.pen.line(about, Action.VOICED, CHILD_VOICE, before, *answer.child_voice)
        yield from self.pen.beside(about, answer)
        yield self.pen.line(about, answer.action, "status", item.status, answer.action)

    def _told(self, answer: CommentAnswer | ReportAnswer) -> Iterator[Decision]:
        """Yield what was said; the digest is missing where other words than today's were read."""
        digest = self.known.items[answer.ref.id].classified.strategy.digest
        if isinstance(answer, ReportAnswer):
            about = About(Resource.STRATEGY, answer.ref.id, answer.reviewer, digest)
            words = (answer.given, answer.words)
            yield self.pen.line(about, Action.REPORTED, answer.kind, *words)
            return
        digest = digest if digest.startswith(answer.ref.digest) else ""
        about = About(Resource.STRATEGY, answer.ref.id, answer.reviewer, digest)
        yield from self.pen.beside(about, answer)
        yield self.pen.line(about, Action.COMMENTED, "comment", "", answer.words)

    def _reworded(self, about: About, item: Item, answer: StatementAnswer) -> Iterator[Decision]:
        """Yield new words; several lines part the statement, those of a whole take others in."""
        wording = answer.wording or ""
        action = Action.PARTED if "\n" in wording else Action.REWORDED
        yield self.pen.line(about, action, "text", item.text, wording)
        whole = item.verdict.wording if answer.whole and item.verdict else wording
        pieces = self.known.pieces_of(item, whole) if action is Action.REWORDED else ()
        for piece in (one.classified.strategy for one in pieces):
            seen = (piece.source, piece.text, piece.heading_path)
            beside = replace(about, id=piece.id, digest=piece.digest)
            yield self.pen.line(beside, Action.SEEN, "text", *seen)
        if pieces:
            named = (f"{one.id} {one.classified.strategy.digest}" for one in pieces)
            yield self.pen.line(about, Action.JOINED, "joined", "", JOINER.join(named))
