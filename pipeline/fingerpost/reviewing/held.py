"""An answer and what was decided before in, whether it adds anything out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.decisions import Action, Decision, Resource, Skimmed, Standing, Verdict
from fingerpost.reviewing.columns import ACTIONS, RuleChoice
from fingerpost.reviewing.returned import (
    GroupAnswer,
    HeadingAnswer,
    RowAnswer,
    RuleAnswer,
    StatementAnswer,
)

_Field = tuple[str, str, str]


def is_open(verdict: Verdict) -> bool:
    """Whether somebody must still decide."""
    return bool(verdict.disagreement) or verdict.action is Action.NOT_SURE


def standing_lines(log: Sequence[Decision]) -> list[Decision]:
    """Leave out what was taken back, as reading the log from its end shows."""
    undone: set[int] = set()
    kept = []
    for decision in reversed(log):
        if decision.seq in undone:
            continue
        if decision.resource_type is Resource.DECISION:
            undone.add(int(decision.resource_id))
        else:
            kept.append(decision)
    return kept[::-1]


@dataclass(frozen=True, slots=True)
class Past:
    """What each person said last, field by field, and what a file has said already."""

    last: Mapping[_Field, Decision] = field(default_factory=dict)
    told: frozenset[str] = frozenset()

    @classmethod
    def of(cls, log: Sequence[Decision], pack: str) -> "Past":
        """Read the log; a file is known by its bytes, whatever its name.

        Where some of a file's lines still stand, those taken back since stay taken back.
        """
        standing = standing_lines(log)
        last = {(d.resource_id, d.updated_by, d.field_name): d for d in standing}
        same = [d for d in log if _bytes(d.pack) == _bytes(pack)]
        is_known = any(_bytes(d.pack) == _bytes(pack) for d in standing)
        return cls(last, frozenset(d.resource_id for d in same) if is_known else frozenset())

    def holds(self, lines: Sequence[Decision], fresh: bool) -> bool:
        """Whether these lines add nothing; `fresh` lines answer what was asked again."""
        if any(line.resource_id in self.told for line in lines):
            return True
        said = [line for line in lines if line.last_action_type is not Action.SEEN]
        return not fresh and all(self._is_repeated(line) for line in said)

    def _is_repeated(self, line: Decision) -> bool:
        last = self.last.get((line.resource_id, line.updated_by, line.field_name))
        return last is not None and _content(last) == _content(line)


def stands(answer: RowAnswer, lines: Sequence[Decision], standing: Standing) -> bool:
    """Whether an answer says what stands already."""
    match answer:
        case HeadingAnswer():
            held = standing.answers.get(lines[-1].resource_id)
            return held is not None and held.meaning == answer.meaning
        case GroupAnswer():
            line = lines[-1]
            skimmed = standing.skimmed.get(line.resource_id)
            return skimmed == Skimmed(line.updated_by, line.source_digest)
        case RuleAnswer():
            ruled = standing.rules.get(answer.ref.id)
            return ruled is not None and ruled.accepted == (answer.choice is RuleChoice.ACCEPT)
        case StatementAnswer():
            verdict = standing.verdicts.get(answer.ref.id)
            return verdict is not None and is_told(answer, verdict)


def is_told(answer: StatementAnswer, verdict: Verdict) -> bool:
    """Whether a verdict includes what an answer says."""
    if not verdict.digest.startswith(answer.ref.digest):
        return False
    if is_open(verdict) and answer.asked_after == verdict.decided_on:
        return False
    if verdict.disagreement and answer.reviewer in verdict.reviewer.split(", "):
        return True
    return (
        verdict.action is ACTIONS[answer.choice]
        and answer.wording in (None, verdict.wording or verdict.text_seen)
        and all(verdict.labels.get(f) == labels for f, labels in answer.edited.items())
        and answer.note in verdict.note
    )


def _bytes(pack: str) -> str:
    return pack.rpartition("#")[2] or "none"


def _content(line: Decision) -> tuple[str, ...]:
    return line.last_action_type, line.replacement_value, line.source_digest
