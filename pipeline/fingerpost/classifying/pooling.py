"""What was learned, what words score and what headings rule in, one probability for each concept out.

Witnesses are joined by their odds, which multiply. They are not independent, so the product claims
too much: its square root is believed. That root, and how much a cue's score counts, are the best of
a few on exemplars, each file of them left out in turn (docs/decisions/0016).
"""

from collections.abc import Iterable, Mapping

from fingerpost.classifying.structure import Ruling
from fingerpost.learned import NONE
from fingerpost.suggestions import Ranked

Shares = Mapping[str, float]

_WEIGHT = 2.0
"""How much the words' scores count: the exponent of the odds they give."""
_TEMPER = 0.5
"""The power of the joint odds that is believed."""
_SUREST = 0.98
"""No score counts for more than this."""
_UNKNOWN = 0.02
"""What the learned matcher is taken to believe of a concept of which nothing was learned."""
_STATED = 60.0
_HALF_STATED = 8.0
"""The odds that a heading gives: by a whole rule or an answer, or by a part of it."""
_LEAST = 0.05
"""What words leave to a concept that a heading names, however little they say of it."""
_SHOWN = 3
_DECIMALS = 4


def pooled(concepts: Iterable[str], learned: Shares, scores: Shares) -> Shares:
    """Return the probability of each of these concepts and of none of them, surest first.

    Without anything learned all are alike until words speak. Where other concepts were learned, one
    of which nothing was learned has no share until words speak for it: no label rests on nothing.
    """
    names = (*concepts, NONE)
    priors = {
        name: learned.get(name, _unlearned(name, scores)) if learned else 1.0 for name in names
    }
    odds = {
        name: prior * (1.0 - min(scores.get(name, 0.0), _SUREST)) ** -_WEIGHT
        for name, prior in priors.items()
    }
    return _shares({name: odd**_TEMPER for name, odd in odds.items()})


def _unlearned(name: str, scores: Shares) -> float:
    return _UNKNOWN if name == NONE or scores.get(name) else 0.0


def mixed(parts: Iterable[tuple[float, Shares]]) -> Shares:
    """Return the joint probabilities of alternatives: the probability of each, and its own shares."""
    joint: dict[str, float] = {}
    for probability, shares in parts:
        for name, share in shares.items():
            joint[name] = joint.get(name, 0.0) + probability * share
    return _shares(joint)


def ruled(shares: Shares, ruling: Ruling) -> tuple[Ranked, ...]:
    """Return the likeliest concepts once the headings have spoken too."""
    factor = _STATED if ruling.settled else _HALF_STATED
    odds = {
        name: max(share, _LEAST) * factor if name in ruling.values else share
        for name, share in shares.items()
    }
    ranked = list(_shares(odds).items())[:_SHOWN]
    return tuple(Ranked(name, round(share, _DECIMALS)) for name, share in ranked)


def _shares(odds: Shares) -> Shares:
    whole = sum(odds.values()) or 1.0
    ordered = sorted(odds.items(), key=lambda one: (-round(one[1] / whole, 9), one[0]))
    return {name: odd / whole for name, odd in ordered}
