"""A statement's headings, cues and voice in, the probability that it may be published as advice out.

The weights are fixed and written down here; they add up as the logarithm of odds.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.classifying.statements import Placed, Statement
from fingerpost.classifying.voices import voice_of
from fingerpost.classifying.votes import FieldVote, joined
from fingerpost.cues import Target
from fingerpost.strategies import Role

_START = 0.4
_UNDER = {Role.STRATEGY: 2.5, Role.PRINCIPLE: -1.5, Role.INDICATOR: -4.0}
_UNDER_OTHERS = -3.0
_UNDER_TIER = 1.0
_UNDER_CATEGORY = 0.5
_LED = 1.5
_VOICES = {
    "imperative": 2.2,
    "modal": 1.8,
    "child": 1.5,
    "gerund": 1.2,
    "school": 1.2,
    "descriptive": -0.2,
    "noun-phrase": -0.6,
}
_CUES = {Role.STRATEGY.value: 2.0, Role.INDICATOR.value: -3.5}
_OTHER_CUES = -3.0
_WHERE_ASKED = 0.5
"""Where a statement asks for something, words of need or reason are half as telling."""
_QUESTION = -1.0
_LABEL = -1.5
_ASKING = frozenset({"imperative", "modal", "school", "child"})
_TOLD = frozenset({"descriptive", "noun-phrase", "gerund"})
_BESIDE = 0.7
"""What rules and headings weigh beside what was learned; .3 and 1.2 tell advice hardly worse."""
_FAINT = 1e-3
_SPEAKS = 0.4
_CERTAIN = 0.95
_NOT_ADVICE = (
    *(Role.CONTEXT, Role.CONTACT, Role.RATIONALE, Role.DOCUMENT_CONTROL, Role.CONTENTS_LIST),
)
"""What told words may be instead of advice; a told resource or principle is put to use as often."""
_TAKEN_BACK = re.compile(
    r"\b(?:avoid\w*|not|never|no|don't|don’t|without|instead|rather|reduc\w+|prevent\w*|stop\w*"
    r"|minimi[sz]\w+|alternatives?|risk|replac\w+|if|when|after|before|less|ban\w*)\b",
    re.IGNORECASE,
)
"""Words before harm by which it is what adults should leave, or have met."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The belief that a text is advice, and how surely its words describe a need instead.

    `led` is true where a lead-in makes it a sign of need, `other` how surely told words are
    something else again, `harm` how surely any words ask for what would hurt, or for nothing.
    """

    probability: float
    indicator: float
    led: bool = False
    other: float = 0.0
    harm: float = 0.0


def judge(statement: Statement, fields: Iterable[FieldVote], learned: float | None = None) -> Gate:
    """Weigh headings, cues and form; headings are read once, from the statement.

    `learned` is what the learned matcher believes of the text alone; its odds multiply the others.
    """
    votes = tuple(vote for vote in fields if vote.target is Target.GATE)
    start = len(statement.judged) - len(statement.strategy.text)
    cues = tuple(v for v in votes if _counts(v, start) and not _is_taken_back(v, statement.judged))
    odds = (
        _START + _form(statement) + _heads(statement.heads) + sum(_weights(cues, statement.voice))
    )
    if learned is not None:
        odds = _BESIDE * odds + math.log(max(learned, _FAINT) / max(1.0 - learned, _FAINT))
    return Gate(
        probability=1.0 / (1.0 + math.exp(-odds)),
        indicator=_strength(cues, Role.INDICATOR),
        led=any(v.value == Role.INDICATOR.value and v.score >= _CERTAIN for v in cues),
        other=max(_strength(cues, role) for role in _NOT_ADVICE),
        harm=max(_strength(cues, role) for role in (Role.NOTE, Role.EMPTY_OF_MEANING)),
    )


def _is_taken_back(vote: FieldVote, judged: str) -> bool:
    """Whether harm is named as what to leave: "Avoid shouting"."""
    before = judged[: vote.place]
    return vote.value == Role.NOTE.value and bool(_TAKEN_BACK.search(before))


def _counts(vote: FieldVote, start: int) -> bool:
    """Whether a cue speaks of the text: "this includes:" before it is no reason given in it.

    Signs of need are another matter: "they may find it hard to:" makes one of each item.
    """
    from_words = vote.evidence.matcher != "headings"
    return from_words and (vote.place >= start or vote.value == Role.INDICATOR.value)


def is_told(statement: Statement) -> bool:
    """Whether the form describes rather than asks."""
    return statement.voice in _TOLD


def speaks(strength: float) -> bool:
    """Whether cues are strong enough to name their role as the reason for doubt."""
    return strength >= _SPEAKS


def _form(statement: Statement) -> float:
    text = statement.strategy.text.rstrip()
    ending = _QUESTION * text.endswith("?") + _LABEL * text.endswith(":")
    lead_in = statement.strategy.lead_in
    led = _LED if lead_in and voice_of(lead_in) in _ASKING else 0.0
    return _VOICES.get(statement.voice, 0.0) + ending + led


def _heads(heads: Iterable[Placed]) -> float:
    """The nearest heading that says what follows; a tier or a category half promises provision."""
    meanings = tuple(placed.meaning for placed in heads if placed.meaning)
    role = next((meaning.role for meaning in meanings if meaning.role), None)
    if role:
        return _UNDER.get(role, _UNDER_OTHERS)
    tier = _UNDER_TIER * any(meaning.tier for meaning in meanings)
    return tier + _UNDER_CATEGORY * any(meaning.concepts for meaning in meanings)


def _weights(cues: tuple[FieldVote, ...], voice: str) -> Iterable[float]:
    for role in sorted({vote.value for vote in cues}):
        weight = _CUES.get(role, _OTHER_CUES) * _strength(cues, role)
        yield weight * _WHERE_ASKED if voice in _ASKING and weight < 0 else weight


def _strength(cues: tuple[FieldVote, ...], role: str) -> float:
    best: dict[str, float] = {}
    for vote in cues:
        if vote.value == role:
            best[vote.evidence.rule] = max(best.get(vote.evidence.rule, 0.0), vote.score)
    return joined(tuple(sorted(best.values())))
