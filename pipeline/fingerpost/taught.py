"""What people's answers teach, as values: rules in words, and answers worth a second look."""

from dataclasses import dataclass

from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

RULE_KEY = "r-"
"""What the key of every proposed rule begins with; no rule that is written in a file does."""

NO_ADVICE = Role.NOTE.value
"""What a rule says where its words tell that a text is no advice."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """A phrase as people write it, and what it speaks for: a concept id, or `NO_ADVICE`.

    `key` names the phrase, by its lemmas, together with what it speaks for.
    """

    key: str
    phrase: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A rule for people to accept or decline: right in `right` of the `of` statements that hold it.

    It would have mended `mends` of them; `examples` are statements it is right in.
    """

    rule: WordRule
    right: int
    of: int
    mends: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """A person's answer that everything else speaks against.

    `chosen` holds the person's labels of `facet`, and `likely` what the rest says; where the doubt
    is whether it is advice at all, there is no facet and both are empty. `quote` are the telling
    words, if any.
    """

    item: str
    text: str
    reviewer: str
    facet: Facet | None = None
    chosen: tuple[str, ...] = ()
    likely: str = ""
    quote: str = ""
