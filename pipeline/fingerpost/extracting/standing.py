"""Words taken out of a statement in, whether they are advice by themselves out."""

import re
from enum import Enum, auto

from fingerpost.extracting.advice import (
    begins_with_verb,
    charges_adults,
    describes_practice,
    is_about_the_text,
)
from fingerpost.extracting.giveaways import gives_reasons, role_of_words
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.wording import normalised, vocabulary

_FEWEST_WORDS = 3
_FIRST_WORDS = 5
_SPEAKS_OF_BEFORE = vocabulary("it this these those its them themselves")
_BEGINS_WITH_BEFORE = vocabulary("""
    a additionally again also alternatively although and another as because both but by each either etc eventually
    eg even finally first firstly for furthermore gradually he her here his however ie if in instead it its later
    likewise many moreover most neither next nor or others otherwise particularly secondly she similarly so some
    such that the their then there therefore these they this those thus when whereas which while who whose
    """)
# Such a word begins a part well after a stop, where the words after it tell of themselves.
_MAY_BEGIN = re.compile(
    r"^(?:if|when|for|in|by|as)\b(?! (?:this|these|that|those|it|they|so|not|needed|example|instance|doing|addition|turn)\b)"
    r"|^(?:the|each|a) (?:class )?(?:teacher|adult|school|setting|senco|ta|teaching assistant)\b"
)
_MAY_BE_NAMES = vocabulary(
    "access balance change display focus group help model plan play practice praise question record report research"
    " structure support talk test time use work"
)
_NAMES = re.compile(
    r"^(?:\w+ ){1,3}?(?:is|are|was|were|can|may|might|could|will|has|have|had|helps?|means?|makes?|needs?|takes?|should|must)\b"
)
_ABOUT_A_GERUND = re.compile(
    r"^\w+ing (?:(?!(?:that|how|what|when|where|who|which|if|so|because|as|while|until|before|after)\b)\w+ )*?"
    r"(?:is|are|was|were|can|may|might|could|will|would|has|had|helps?|means?|makes?|gives?|allows?|takes?|needs?|reduces?|supports?|works?|leads?|ensures?|encourages?|improves?|provides?|shows?|creates?|builds?)\b"
)
_GOES_ON = re.compile(
    r"^(?:see|refer|click)\b(?! (?:that|whether|to it)\b)|^(?:remember|note)\b"
    r"|^(?:be|stay) (?:it|that|ready|careful|mindful|sensitive|sure|prepared)\b"
    r"|\b(?:these|those|the following|above|below|the (?:same|first|second|other)s?)\b"
)
_CHILD = re.compile(r"^i (?:can|will) \w+")
_GERUND = re.compile(r"^(?!(?:bring|sing|string|ring)\b)\w+ing$")


class Voice(Enum):
    """How words that are advice by themselves speak."""

    TELLING = auto()
    CHARGING = auto()
    GERUND = auto()
    DESCRIBING = auto()
    CHILD = auto()


def voice_of(piece: str) -> Voice | None:
    """Say how words speak that are advice by themselves; None of those that are not."""
    words = without_mark(piece).strip()
    plain = normalised(words)
    if len(plain.split()) < _FEWEST_WORDS or words.endswith(("?", ":")):
        return None
    if (
        role_of_words(words)
        or gives_reasons(words)
        or is_about_the_text(words)
        or "following" in plain
    ):
        return None
    if begins_with_verb(words) or plain.startswith("do not "):
        return _instruction(plain)
    if charges_adults(words):
        return Voice.CHARGING
    if describes_practice(words):
        return Voice.DESCRIBING
    return Voice.CHILD if _CHILD.match(plain) else None


def _instruction(plain: str) -> Voice | None:
    """Tell an instruction from a sentence about what its first word names ("Support can be …")."""
    first = plain.partition(" ")[0]
    if _GERUND.match(first):
        return None if _ABOUT_A_GERUND.match(plain) else Voice.GERUND
    named = first in _MAY_BE_NAMES and _NAMES.match(plain)
    return None if named else Voice.TELLING


def stands_after(piece: str, voice: Voice | None) -> bool:
    """Say whether a piece stands alone after a first one of some voice, and does not go on from it."""
    plain = normalised(without_mark(piece))
    first = plain.partition(" ")[0]
    if _GOES_ON.match(plain) or (first in _BEGINS_WITH_BEFORE and not _MAY_BEGIN.match(plain)):
        return False
    if _SPEAKS_OF_BEFORE.intersection(plain.split()[:_FIRST_WORDS]) or piece.startswith("("):
        return False
    own = voice_of(piece)
    return own in (Voice.TELLING, Voice.CHARGING) or (own is not None and own is voice)
