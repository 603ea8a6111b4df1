"""What a returned file says, as values: answers about statements, headings, groups and rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.reviewing.columns import Choice, RuleChoice
from fingerpost.reviewing.refs import Ref
from fingerpost.taxonomy import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAnswer:
    """What one row says about a statement.

    `wording` is None and a facet is missing from `edited` where the row says what was sent;
    Several lines of `wording` are several statements. `shown` holds the labels that were sent. `place` is for people ("Queue, row 14").
    `asked_after` dates the decision that the row asked about again, if there was one.
    """

    place: str
    ref: Ref
    choice: Choice
    wording: str | None = None
    shown: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    edited: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    asked_after: str = ""
    note: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingAnswer:
    """What one row says a heading means: a concept id or one of the four other answers."""

    place: str
    ref: Ref
    meaning: str
    note: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswer:
    """One row that finds all settled statements under a heading path fine."""

    place: str
    ref: Ref
    note: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """One row that accepts or declines a proposed rule."""

    place: str
    ref: Ref
    choice: RuleChoice
    note: str = ""
    reviewer: str = ""


RowAnswer = StatementAnswer | HeadingAnswer | GroupAnswer | RuleAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One returned file, understood.

    `pack` is its name and the first characters of its digest; `set_aside` names rows, in plain
    sentences, that cannot count as they are, `undecided` those that were edited but hold no decision.
    """

    file: str
    pack: str
    answers: tuple[RowAnswer, ...]
    set_aside: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
