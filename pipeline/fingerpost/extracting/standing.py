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
_FIRST_WORDS = 7
_SPEAKS_OF_BEFORE = vocabulary("they")
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
    "access address balance change display focus group help model plan play practice praise question record report research"
    " screen start structure support talk test time use work"
)
_NAMES = re.compile(
    r"^(?:\w+ ){1,3}?(?:is|are|was|were|can|may|might|could|will|has|have|had|helps?|means?|makes?|needs?|takes?|should|must|do|does|reads?|works?|moves?|generally|usually|often|typically|only)\b"
)
_ABOUT_A_GERUND = re.compile(
    r"^\w+ing (?:(?!(?:that|how|what|when|where|who|which|if|so|because|as|while|until|before|after)\b)\w+ )*?"
    r"(?:is|are|was|were|can|may|might|could|will|would|has|had|helps?|means?|makes?|gives?|allows?|takes?|needs?|reduces?|supports?|works?|depends?|matters?|leads?|ensures?|encourages?|improves?|provides?|shows?|creates?|builds?)\b"
)
_GOES_ON = tuple(
    map(
        re.compile,
        (
            # Another place to look, a reminder, a manner of doing what was said.
            r"^(?:see|refer|click)\b(?! (?:that|whether|to it)\b)|^(?:remember|note)\b|\bguidance\b",
            r"^(?:read|find out|learn) (?:more|our|about|the)\b|^follow our\b",
            r"^(?:be|stay) (?:it|that|ready|careful|mindful|sensitive|sure|prepared)\b",
            # Words that point back.
            r"^\w+ (?:for )?(?:also|each|additional|further|another|more|others?)\b|\binstead\b(?! of)|^(?:\w+ ){0,5}for (?:example|instance)\b|\bas a result\b",
            r"\b(?:this|these|those|it|your own|the following|above|below|the (?:same|latter|former|others?))\b",
            r"\b(?:to|about|for|of|in|with|on|from|under) that \w+|^for (?:each|every)\b",
            r"\b(?:can|cannot|do|does|not|so|that|them|first)$",
            r"^(?:(?!(?:users|pupils|learners|children|students|people|families|staff|parents)\b)\w+ )*them(?:selves)?\b",
            # A case of what was said, unless it is one of learners.
            r"^if (?!(?:an?|any|the) (?:\w+ )?(?:child|pupil|learner|student|young|class)|(?:learners|pupils|children|students)\b)",
        ),
    )
)
# "The" speaks of what was named before, but for what every class has.
_DEFINITE = re.compile(
    r"^(?:\w+ ){1,2}?the (?!(?:whole|class|classroom|room|school|setting|pupils?|learners?|child|children|students?|young|adults?"
    r"|family|families|parents?|carers?|teachers?|senco|day|week|morning|afternoon|lesson|lessons|environment|curriculum"
    r"|number|amount|use|language|playground|home|board|door|front|floor|start|end|beginning|time|need|needs|impact)\b)"
)
# What adults think, have or leave undone is no practice that stands by itself.
_NO_PRACTICE = re.compile(
    r"^(?:we|our staff|staff|adults|teachers|leaders|governors|practitioners) (?:do not|dont|avoid|never|cannot|no longer"
    r"|all|now|want|have|had|need|believe|know|hope|think|recogni[sz]e|thank|aim|would|look forward|understand|are|were|is|can|could|may|might|often|\w+ed)\b"
)
_ASIDE = re.compile(r"(?:use|write|say) [\"“‘]|[(\[]", re.IGNORECASE)
_NEEDS_A_COMMA = vocabulary("when where whenever wherever")
_CONDITION = re.compile(
    r"^(?:if|when|where|wherever|whenever|before|after|once|during|for|in|at)\b[^,]*,\s+"
)
_ABOUT_A_CHOICE = re.compile(
    r"^\w+ing (?:which|what|how|when|whether|who)\b.* (?:depends|matters|helps|is)\b"
)
_SETS_UP = re.compile(
    r"(?:think (?:of|about|back)|imagine|watch (?:either|the|this|a)|listen to \w+ \w+ (?:explain|talk|describe)"
    r"|find someone|get (?:together|in)|read through|look at|select) "
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
    if begun := _CONDITION.match(words.casefold()):
        return voice_of(words[begun.end() :])
    plain = normalised(words)
    if len(plain.split()) < _FEWEST_WORDS or words.endswith(("?", ":")):
        return None
    return None if _is_about_other_words(words, plain) else _voice(words, plain)


def _is_about_other_words(words: str, plain: str) -> bool:
    """Say whether words give a reason, a contact or a case of something, or speak of the text."""
    if plain.partition(" ")[0] in _NEEDS_A_COMMA or "following" in plain:
        return True
    return bool(role_of_words(words)) or gives_reasons(words) or is_about_the_text(words)


def _voice(words: str, plain: str) -> Voice | None:
    if begins_with_verb(words) or plain.startswith("do not "):
        return _instruction(plain)
    if charges_adults(words):
        return Voice.CHARGING
    if describes_practice(words):
        return None if _NO_PRACTICE.match(plain) else Voice.DESCRIBING
    return Voice.CHILD if _CHILD.match(plain) else None


def _instruction(plain: str) -> Voice | None:
    """Tell an instruction from a sentence about what its first word names ("Support can be …")."""
    first = plain.partition(" ")[0]
    if _GERUND.match(first):
        return (
            None if _ABOUT_A_GERUND.match(plain) or _ABOUT_A_CHOICE.match(plain) else Voice.GERUND
        )
    named = first in _MAY_BE_NAMES and _NAMES.match(plain)
    return None if named else Voice.TELLING


def begins(piece: str) -> Voice | None:
    """Say how the first words of a statement speak, where further advice may follow; else None.

    What sets up an activity is followed by its steps, which are nothing without it.
    """
    sets_up = _SETS_UP.match(normalised(without_mark(piece)))
    return None if sets_up else voice_of(piece)


def stands_after(piece: str, voice: Voice | None) -> bool:
    """Say whether a piece stands alone after a first one of some voice, and does not go on from it."""
    plain = normalised(without_mark(piece))
    first = plain.partition(" ")[0]
    if (
        any(says.search(plain) for says in _GOES_ON)
        or _DEFINITE.match(plain)
        or (first in _BEGINS_WITH_BEFORE and not _MAY_BEGIN.match(plain))
    ):
        return False
    if _SPEAKS_OF_BEFORE.intersection(plain.split()[:_FIRST_WORDS]) or _ASIDE.match(piece):
        return False
    own = voice_of(piece)
    if Voice.DESCRIBING in (own, voice):
        return own is voice
    return own in (Voice.TELLING, Voice.CHARGING) or (own is not None and own is voice)
