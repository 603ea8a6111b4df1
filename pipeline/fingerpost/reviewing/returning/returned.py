"""What a returned file says, as values: answers about statements, headings, groups and rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.decisions import Action
from fingerpost.reviewing.columns import ACTIONS, Choice, RuleChoice
from fingerpost.reviewing.refs import Ref
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What all answers have: the row they stand in, who gave them, when, and knowing what.

    `place` is for people ("Queue, row 14"). `asked_after` dates the decision that stood beside the
    question when it was sent, if there was one; `given` is when it was answered, or when the file
    was last saved, and empty where nobody knows. Dates are ISO 8601 in UTC.
    """

    place: str
    ref: Ref
    note: str = ""
    reviewer: str = ""
    asked_after: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAnswer(GivenAnswer):
    """What one row says about a statement.

    `wording` is None and a facet is missing from `edited` where the row says what was sent;
    several lines of `wording` are several statements. `shown` holds the labels that were sent and
    left, `proposed` all that were sent.
    `pulled` is true where the statement was settled and somebody pulled it out, `retired` where it
    was in use and is wanted no longer, `blind` where
    nothing of what others said was shown, so that what was left counts like what was changed.
    `child_voice` holds the child's words and who wrote them, and is None where nobody touched them.
    `whole` is true where a statement that takes others in goes on to do so, whatever its words.
    """

    choice: Choice
    wording: str | None = None
    shown: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    edited: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    proposed: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    child_voice: tuple[str, str] | None = None
    pulled: bool = False
    retired: bool = False
    blind: bool = False
    whole: bool = False

    @property
    def action(self) -> Action:
        """What it does in the log."""
        if self.retired:
            return Action.WITHDRAWN
        return Action.PULLED_OUT if self.pulled else ACTIONS[self.choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingAnswer(GivenAnswer):
    """What one row says a heading means: a concept id or one of the four other answers."""

    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswer(GivenAnswer):
    """One row that finds all settled statements under a heading path fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer(GivenAnswer):
    """One row that accepts or declines a proposed rule."""

    choice: RuleChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentAnswer(GivenAnswer):
    """What somebody said of a statement without deciding anything, on one line."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswer(GivenAnswer):
    """What a reader of the directory said is wrong with a statement; the reader is its `reviewer`."""

    kind: ReportKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffAnswer(GivenAnswer):
    """Somebody's name under what was accepted when the file was sent; it is still so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is known of a statement or a resource: its name in the log, before and now."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpkeepAnswer(GivenAnswer):
    """What one row says of a statement of the directory in use.

    `decided` is what it says of its words and labels, if anything. `attached` holds the addresses
    that were put beside it, `detached` the ids of resources that were taken away.
    """

    decided: StatementAnswer | None = None
    facts: tuple[Fact, ...] = ()
    attached: tuple[str, ...] = ()
    detached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedAnswer(GivenAnswer):
    """A statement that never stood in Word, with the labels and all else that its row gives it."""

    words: str
    lead_in: str = ""
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    attached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceAnswer(GivenAnswer):
    """What one row says of what is behind an address.

    `beside` holds the statements that it is put beside: those that had its old address, whose
    resource `instead_of` names, or those that name what it is about.
    """

    url: str
    facts: tuple[Fact, ...] = ()
    instead_of: str = ""
    beside: tuple[str, ...] = ()


LiveAnswer = UpkeepAnswer | AddedAnswer | ResourceAnswer
"""An answer of the workbook of a directory in use."""

RowAnswer = (
    StatementAnswer
    | HeadingAnswer
    | GroupAnswer
    | RuleAnswer
    | CommentAnswer
    | ReportAnswer
    | SignOffAnswer
    | LiveAnswer
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the log holds if a row that cannot count was taken in when it still could.

    `says` is the value that the log has then, "" for any, and `field` that of which.
    """

    place: str
    ref: Ref
    person: str
    field: str
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One returned file, understood.

    `pack` is its name and the first characters of its digest; `set_aside` names rows, in plain
    sentences, that cannot count as they are, `undecided` those that were edited but hold no
    decision. `sent_as` is the id of the pack that it was sent as, if it was one; `questions` names
    what it asked, the same for every copy of it, and is empty where nobody knows.
    `before` leads from sentences of `set_aside` to what the log holds where nobody need be told.
    """

    file: str
    pack: str
    answers: tuple[RowAnswer, ...]
    set_aside: tuple[str, ...] = ()
    before: Mapping[str, Before] = field(default_factory=dict)
    undecided: tuple[str, ...] = ()
    sent_as: str = ""
    questions: str = ""
