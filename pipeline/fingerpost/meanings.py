"""A heading's words in, what it says of all that stands below it out."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fingerpost.strategies import HeadKind, Role

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s+|\d+(?:\.\d+)*\s+)+")
_NOT_WORDS = re.compile(r"[^\w&]+|_+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a heading says of the text below it; empty fields say nothing.

    `role` is STRATEGY where it promises advice, another role where what follows is none.
    `rule` names the rule, or `answered_by` the person, that says so. `whole` is true where the
    rule explains the heading as a whole and not only some words in it. `demoted` means that a
    person said that it is no heading.
    """

    role: Role | None = None
    concepts: tuple[str, ...] = ()
    tier: str = ""
    phases: tuple[str, ...] = ()
    actor: str = ""
    rule: str = ""
    answered_by: str = ""
    whole: bool = False
    demoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRule:
    """One rule about headings: a pattern over the heading's key, and what it means.

    `kinds` limits it to headings, rows, columns …; empty is all. `within` patterns match part of
    a heading; others must match the whole key.
    """

    id: str
    pattern: str
    meaning: Meaning
    within: bool = False
    kinds: tuple[HeadKind, ...] = ()


def heading_key(text: str) -> str:
    """Reduce a heading to what tells it apart: no case, numbering, punctuation or accents of layout."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(_NOT_WORDS.sub(" ", _NUMBERING.sub("", plain)).replace("&", " and ").split())


@dataclass(frozen=True)
class Meanings:
    """All that is known about headings: people's answers by key first, then the rules, in order."""

    rules: tuple[HeadingRule, ...]
    answers: Mapping[str, Meaning] = field(default_factory=dict)
