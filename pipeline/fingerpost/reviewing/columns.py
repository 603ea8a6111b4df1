"""The sheets, columns and answer words that people see, and what each stands for."""

from dataclasses import dataclass
from enum import StrEnum

from fingerpost.decisions import Action
from fingerpost.taxonomy import Facet


class Sheet(StrEnum):
    """The sheets of the workbooks: of the review, in order, then of the directory in use."""

    START = "Start here"
    HEADINGS = "Headings"
    QUEUE = "Queue"
    SKIM = "Skim"
    RULES = "Proposed rules"
    MEETING = "Meeting"
    COMMENTS = "Comments"
    CATEGORIES = "Categories"
    STATEMENTS = "Statements"
    ADD = "Add"
    RESOURCES = "Resources"
    UNRESOURCED = "No resource yet"
    OVERDUE = "Overdue"


LIVE = (Sheet.STATEMENTS, Sheet.ADD, Sheet.RESOURCES)
"""The sheets on which a directory in use is changed; they stand in a workbook of their own."""


class Choice(StrEnum):
    """What a person may decide about a statement."""

    KEEP = "Keep"
    CHANGE = "Change"
    REJECT = "Reject"
    NOT_SURE = "Not sure"
    MEETING = "For the meeting"
    UNFITTING = "Doesn't fit"


class MeetingChoice(StrEnum):
    """What a meeting may decide, besides taking what one person said as it is."""

    NEITHER = "Neither: leave out"
    AS_TYPED = "Keep as typed here"
    UNFITTING = "Doesn't fit"
    NOT_DECIDED = "Not decided"


TURNS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")
"""How those whose answers a meeting compares are called, in the order they are shown."""

SAYS = tuple(f"What the {turn.casefold()} says" for turn in TURNS)
"""Columns of the Meeting; those that no row needs are left out."""


class ToDo(StrEnum):
    """What may be done with a statement of the directory; nothing is done with most."""

    CHANGE = "Change"
    RETIRE = "Retire"


class RuleChoice(StrEnum):
    """What a person may decide about a proposed rule."""

    ACCEPT = "Accept"
    DECLINE = "Decline"


RULE_ACTIONS = {
    RuleChoice.ACCEPT: Action.ACCEPTED_RULE,
    RuleChoice.DECLINE: Action.DECLINED_RULE,
}
"""What each of these does in the log."""

ACTIONS = {
    Choice.KEEP: Action.APPROVED,
    Choice.CHANGE: Action.APPROVED,
    Choice.REJECT: Action.REJECTED,
    Choice.NOT_SURE: Action.NOT_SURE,
    Choice.MEETING: Action.PARKED,
    Choice.UNFITTING: Action.UNFITTING,
}
"""What each choice does in the log."""

SPECIAL_MEANINGS = {
    "advice": "Advice",
    "signs-of-need": "Signs of need",
    "not-advice": "Not advice",
    "not-a-heading": "Not a heading",
}
"""Answers about a heading that are no category, and their words."""

ALL_FINE = "All fine"
PULL_OUT = "Pull out"

BY_LOT = "by-lot"
"""The Ref of the row above the statements that were picked by lot; it takes no answer."""

REF = "Ref"
DECISION = "Decision"
WORDING = "Wording"
NOTE = "Note"
REVIEWER = "Reviewer"
MEANS = "This means"
YOUR_NAME = "Your name"
SIGN_OFF = "Signed off by"
"""Beside it, on the first sheet, goes the name of whoever agrees to what is accepted."""

PLAIN = "Plain English"
"""The last column of the Queue: advice on wording, where there is any."""

COMMENT = "Comment"
COMMENTER = "Your name (optional)"
SAID = "What was said"
"""A hidden column of the Meeting: what each person answered, for whoever takes the sheet back."""

TO_DO = "What to do"
OWNER = "Owner"
NEXT_REVIEW = "Next review"
THREE_RESOURCES = ("Resource 1", "Resource 2", "Resource 3")
"""On the Statements sheet each holds a title from the Resources sheet, or an address."""

MORE_RESOURCES = "More resources"
"""Any further ones of a statement, a line each."""

STATEMENT_RESOURCES = (*THREE_RESOURCES, MORE_RESOURCES)

NEW_STATEMENT = "Statement"
INTRODUCED_BY = "What introduces it"
RESOURCE = "Resource"
TITLE = "Title"
PUBLISHER = "Publisher"
TRUSTED = "Why it is trusted"
PHASE = "Phase"
CHECKED = "Date checked"
ADDRESS = "Address"
USED_BY = "Used by"

AS_WRITTEN = frozenset({OWNER, TITLE, PUBLISHER, TRUSTED, ADDRESS, *STATEMENT_RESOURCES, RESOURCE})
"""Columns of the directory in use in which capitals and full stops count."""

SHOWN = "Shown"
"""A hidden column of the directory in use: marks of what the cells held in which nobody answers."""

HELD = "Held"
"""A hidden column of the Statements: the Refs of the resources beside each, and of those offered."""

ASKED_AFTER = "Asked after"
"""A hidden column: the date of the decision that a row asks about again."""


@dataclass(frozen=True, slots=True)
class LabelColumns:
    """The pair of columns that holds one kind of label: the main one, and any others."""

    facet: Facet
    main: str
    also: str
    one: str
    """What one label of this kind is called in a sentence."""


LABELS = (
    LabelColumns(Facet.AREA, "Area", "Also area", "an area"),
    LabelColumns(Facet.NEED, "Need", "Also need", "a need"),
    LabelColumns(Facet.UNIVERSAL, "Whole school", "Also whole school", "a whole-school category"),
    LabelColumns(Facet.STANDARD, "Standard", "Also standard", "a standard"),
)

FURTHER_LABELS = (LabelColumns(Facet.STAGE, "Stage", "Also stage", "a stage"),)
"""Kinds of label that only some councils use; their columns follow all others."""

ALL_LABELS = (*LABELS, *FURTHER_LABELS)
CHILD_VOICE = "In the child's words"
WRITTEN_BY = "Written by"
VOICES = (CHILD_VOICE, WRITTEN_BY)
"""Where a council writes statements in a child's words too, those words and who wrote them."""

FURTHER = (*(name for pair in FURTHER_LABELS for name in (pair.main, pair.also)), *VOICES)
"""Columns that only some councils use."""

_LABEL_NAMES = tuple(name for pair in LABELS for name in (pair.main, pair.also))

ANSWERS = {
    Sheet.HEADINGS: (MEANS, NOTE, REVIEWER),
    Sheet.QUEUE: (DECISION, WORDING, *_LABEL_NAMES, NOTE, REVIEWER),
    Sheet.SKIM: (ALL_FINE, PULL_OUT, NOTE, REVIEWER),
    Sheet.RULES: (DECISION, REVIEWER, NOTE),
    Sheet.MEETING: (DECISION, NOTE, WORDING, *_LABEL_NAMES, MEANS, REVIEWER),
    Sheet.COMMENTS: (COMMENT, COMMENTER),
    Sheet.STATEMENTS: (
        TO_DO,
        WORDING,
        *_LABEL_NAMES,
        OWNER,
        NEXT_REVIEW,
        *STATEMENT_RESOURCES,
        NOTE,
        REVIEWER,
    ),
    Sheet.ADD: (
        NEW_STATEMENT,
        INTRODUCED_BY,
        *_LABEL_NAMES,
        OWNER,
        NEXT_REVIEW,
        RESOURCE,
        NOTE,
        REVIEWER,
    ),
    Sheet.RESOURCES: (TITLE, PUBLISHER, TRUSTED, PHASE, CHECKED, OWNER, ADDRESS, REVIEWER),
}
"""The columns of each sheet that people fill in."""

COLUMNS = {
    Sheet.HEADINGS: (
        "Heading",
        "Times used",
        "Two examples",
        "Found in",
        "We think it means",
        *ANSWERS[Sheet.HEADINGS],
        REF,
    ),
    Sheet.QUEUE: (
        *ANSWERS[Sheet.QUEUE],
        "Why it is here",
        "In Word",
        "Under",
        "Before and after",
        "Document",
        REF,
    ),
    Sheet.SKIM: (
        ALL_FINE,
        PULL_OUT,
        "Statement",
        "Categories",
        "Under",
        NOTE,
        REVIEWER,
        "Document",
        REF,
    ),
    Sheet.RULES: (DECISION, "Rule", "Examples", REVIEWER, NOTE, REF),
    Sheet.MEETING: (
        DECISION,
        "What it is about",
        *SAYS,
        NOTE,
        WORDING,
        *_LABEL_NAMES,
        MEANS,
        REVIEWER,
        "Under",
        "Document",
        REF,
    ),
    Sheet.COMMENTS: ("Statement", "Under", COMMENT, COMMENTER, REF),
    Sheet.CATEGORIES: ("Kind", "Category", "What it covers", "Examples", "What it is not"),
    Sheet.STATEMENTS: (
        *ANSWERS[Sheet.STATEMENTS],
        "Tier and phase",
        "Document",
        "Under",
        "Last review",
        "Readers say",
        "In Word",
        REF,
    ),
    Sheet.ADD: ANSWERS[Sheet.ADD],
    Sheet.RESOURCES: (*ANSWERS[Sheet.RESOURCES], USED_BY, REF),
    Sheet.UNRESOURCED: ("Area", "Statement", "Named in it", "Under", "Document"),
    Sheet.OVERDUE: (OWNER, NEXT_REVIEW, "Statement", "Last review", "Under", "Document"),
}
"""The header row of each sheet; programs may rely on the Queue's."""
