"""What people decided, about which wording, and what all decisions together say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fingerpost.packs import PackSent
from fingerpost.signing import SignedOff
from fingerpost.taught import WordRule
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import AddedStatement, ReaderReport, ResourceFacts, Upkeep

PRODUCT = "fingerpost"
"""The actor of identity decisions, which the product makes itself."""


class Action(StrEnum):
    """What a line of the log does."""

    SEEN = "seen"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NOT_SURE = "not-sure"
    PARKED = "parked"
    PULLED_OUT = "pulled-out"
    UNFITTING = "unfitting"
    GIVEN = "given"
    REWORDED = "reworded"
    PARTED = "parted"
    JOINED = "joined"
    RELABELLED = "relabelled"
    CONFIRMED = "confirmed"
    VOICED = "voiced"
    COMMENTED = "commented"
    NOTED = "noted"
    ANSWERED = "answered"
    SKIMMED = "skimmed"
    SAME_AS = "same-as"
    RETIRED = "retired"
    REVIVED = "revived"
    UNDONE = "undone"
    SIGNED_OFF = "signed-off"
    ACCEPTED_RULE = "accepted-rule"
    DECLINED_RULE = "declined-rule"
    SENT_OUT = "sent-out"
    RETURNED = "returned"
    ADDED = "added"
    DESCRIBED = "described"
    ATTACHED = "attached"
    DETACHED = "detached"
    REPORTED = "reported"


VERDICTS = (
    Action.APPROVED,
    Action.REJECTED,
    Action.WITHDRAWN,
    Action.NOT_SURE,
    Action.PARKED,
    Action.PULLED_OUT,
    Action.UNFITTING,
)
"""What one person says is to become of one statement."""

UNDECIDED = frozenset({Action.NOT_SURE, Action.PARKED, Action.PULLED_OUT})
"""Verdicts after which somebody must still decide."""

LEFT_OUT = frozenset({Action.REJECTED, Action.WITHDRAWN})
"""Verdicts after which a statement is in no directory: it is no advice, or nobody needs it any more.

The second says nothing of how right it was to take it for advice, and where it was filed.
"""

IDENTITY_ACTIONS = frozenset({Action.SAME_AS, Action.RETIRED, Action.REVIVED})
"""What the product itself writes down; everything else is somebody's answer."""


LABELLING = frozenset({Action.RELABELLED, Action.CONFIRMED})
"""What gives a statement labels: a person changed those shown, or let them stand."""


ABOUT_RULES = frozenset({Action.ACCEPTED_RULE, Action.DECLINED_RULE})
"""What people say of a proposed rule; the line's value begins with what the rule speaks for."""


class Voice(StrEnum):
    """In whose words a statement is written."""

    STAFF = "staff"
    CHILD = "child"


class Resource(StrEnum):
    """What a line of the log is about."""

    STRATEGY = "strategy"
    HEADING = "heading"
    DECISION = "decision"
    RELEASE = "release"
    RULE = "rule"
    PACK = "pack"
    LINK = "resource"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the log, in the log's own columns.

    `source_digest` belongs to the wording that was judged; `pack` names the returned file it came
    in; `prev_hash` chains the lines. Dates are ISO 8601 in UTC, to the second.
    """

    seq: int
    resource_id: str
    resource_type: Resource
    last_action_date: str
    last_action_type: Action
    field_name: str = ""
    previous_value: str = ""
    replacement_value: str = ""
    updated_by: str
    reason: str = ""
    source_digest: str = ""
    pack: str = ""
    prev_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What stands for one strategy: the newest answer to each question about it.

    `text_seen` is the text that was judged and `digest` its digest; `wording` is empty where the
    Word text was kept; several lines of it are several statements. `joined` holds the ids of
    statements that the wording takes in, each with the digest of its words. `labels` holds only
    the facets a person changed or confirmed, `proposed` the labels that were first shown for them;
    `unlabelled` is true where labels of a facet were all retired since, with nothing in their
    place. `child_voice` says the same in a child's words, written by `child_voice_by`;
    `changed_alone` is the one of both voices that was changed last while the other was left, and
    not looked at since. `only_added` says that nobody looked at it since it was added to the
    directory, `knew` until when the log was known to whoever decided, "" where they had been shown
    nothing of it.
    """

    action: Action
    reviewer: str
    decided_on: str
    text_seen: str
    digest: str
    wording: str = ""
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    proposed: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    disagreement: str = ""
    joined: tuple[tuple[str, str], ...] = ()
    unlabelled: bool = False
    child_voice: str = ""
    child_voice_by: str = ""
    changed_alone: Voice | None = None
    only_added: bool = False
    knew: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody must still decide."""
        return bool(self.disagreement) or self.action in UNDECIDED

    @property
    def parts(self) -> tuple[str, ...]:
        """The statements that one was parted into; none where it stays one."""
        lines = tuple(self.wording.split("\n"))
        return lines if len(lines) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person said a heading means: a concept id, `advice`, `signs-of-need` and the like."""

    meaning: str
    reviewer: str
    decided_on: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """Two or more answers about one thing that differ, in words, and the date of the newest.

    `each` holds who answered and what, as the log has it, with the note, in the order of `said`.
    """

    said: str
    decided_on: str
    each: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said about a statement without deciding anything.

    `personal` quotes what in it may identify somebody, once it was looked through.
    """

    text: str
    person: str
    given_on: str
    personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """Whether a rule that was proposed holds from now on, and who says so."""

    rule: WordRule
    accepted: bool
    reviewer: str
    decided_on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """Who found all statements below a heading fine; `digest` belongs to those that were there."""

    reviewer: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The whole log, folded: what stands now.

    `answers` is keyed by heading key, `identities` leads from a natural id to the id it goes by,
    `retired` holds ids that are in no document any more, `skimmed` leads from a heading path to
    who found all below it fine, `rules` from a rule's key to what people said of it. `contested`
    holds, by heading key or rule key, what people say where they differ, `comments` what was
    said of a statement, oldest first, and `packs` what was sent to whom. `added` holds, by id, what
    people added that never stood in Word, `resources`, by id, what they say of what is behind a web
    address, `attached` and `detached`, by statement, the resources they put there or took away,
    `upkeep` who looks after a statement, and `reports` what readers of the directory said of one.
    """

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()
    skimmed: Mapping[str, Skimmed] = field(default_factory=dict)
    signed_off: SignedOff | None = None
    rules: Mapping[str, RuleAnswer] = field(default_factory=dict)
    contested: Mapping[str, Contested] = field(default_factory=dict)
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    packs: tuple[PackSent, ...] = ()
    added: Mapping[str, AddedStatement] = field(default_factory=dict)
    resources: Mapping[str, ResourceFacts] = field(default_factory=dict)
    attached: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    detached: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    upkeep: Mapping[str, Upkeep] = field(default_factory=dict)
    reports: Mapping[str, tuple[ReaderReport, ...]] = field(default_factory=dict)

    @property
    def signed_off_by(self) -> str:
        """Who signed off last, in the workbook; "" for nobody."""
        return self.signed_off.by if self.signed_off else ""
