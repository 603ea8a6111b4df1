"""What people are asked, as values: questions about headings, statements that wait, those to skim."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

from fingerpost.calibration import Audit
from fingerpost.decisions import Contested
from fingerpost.directory import Item
from fingerpost.pages import Change, plural
from fingerpost.reviewing.asking.hints import Hint
from fingerpost.reviewing.asking.pace import ESTIMATED, Pace
from fingerpost.reviewing.asking.stopping import minutes_to_read, stop_told
from fingerpost.reviewing.refs import Ref
from fingerpost.suggestions import Reason
from fingerpost.taught import Proposal

WAITS_FOR_HEADING = "only waits for the answer about its heading"
"""The doubt of a statement that an answer about a heading settles."""

PICKED_BY_LOT = "picked by lot, to see what the program may accept"
"""The doubt of a statement whose answer tests the program."""

_TURNS = (PICKED_BY_LOT, WAITS_FOR_HEADING)


class Standing(StrEnum):
    """How much a question about a heading still matters."""

    OPEN = "open"
    QUIET = "quiet"
    UNDERSTOOD = "understood"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingQuestion:
    """One heading of the documents, however often it occurs, and what it may mean.

    `times` counts its occurrences, `waiting` the statements below it that wait for its answer.
    `thought` is what the rules make of it and `answer` what a person said, both in the council's
    words; `contested` tells what each said where people differ. `asked_after` dates what they said.
    """

    ref: Ref
    key: str
    text: str
    place: str
    times: int
    waiting: int
    examples: tuple[str, ...]
    found_in: tuple[str, ...]
    thought: str
    answer: str = ""
    answered_by: str = ""
    contested: str = ""
    asked_after: str = ""
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One statement that waits; `headings` are those to answer instead, where that is enough.

    `doubt` is the worst one in a few words, `why` a sentence about this very statement.

    Rows of one `group` stand together: they are alike, or stand under the same heading and wait for
    the same worst reason. Rows of one `cluster` are almost the same; it is "" where one is alone.
    `hints` are advice on plainer wording, `remarks` what people said of it, in sentences, and
    `changes` what differs between the words in Word that were decided about and those of now.
    """

    ref: Ref
    item: Item
    doubt: str
    why: str
    headings: tuple[str, ...] = ()
    group: int
    cluster: str = ""
    hints: tuple[Hint, ...] = ()
    remarks: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkimGroup:
    """Statements settled by their headings; `skimmed_by` names who found them all fine, if anyone.

    `changed` is true where some have come, gone or changed since.
    """

    ref: Ref
    heading_path: str
    items: tuple[Item, ...]
    skimmed_by: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to wait, in words, how many statements wait for it, and how long they take."""

    words: str
    count: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Lever:
    """How far answers about headings go: the first `questions` can settle `settled` of `waiting`."""

    questions: int
    settled: int
    waiting: int

    def __str__(self) -> str:
        """Say it in a sentence."""
        if not self.settled:
            return "No answer about a heading settles a statement by itself this time."
        some = "question" if self.questions == 1 else f"{self.questions} questions"
        return f"Answering the first {some} can settle {self._these()}."

    def _these(self) -> str:
        if self.waiting == 1:
            return "the one statement that waits"
        if self.settled == self.waiting:
            return f"all {self.waiting} statements that wait"
        return f"{self.settled} of the {self.waiting} statements that wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that people are asked about one council's documents, in the order it is asked.

    `copies` names the documents of which there is a copy with the statements marked; `rules` are
    proposed from what people corrected, and `divided` tells, by a rule's key, how people differ.
    `by_lot` are accepted statements to read one by one, in order, and `audit` what people's answers
    to such say so far; it is missing where a council wants none. `remarks` holds, by a settled
    statement's id, what people said of it, in sentences.
    `accepted` has the mark of each statement that stands accepted, and `signed` says who signed
    that off, if anybody did. `child_voice` is true where statements are written in a child's words
    too. `pace` is how long an answer takes, for all times told.
    """

    headings: tuple[HeadingQuestion, ...]
    queue: tuple[QueueRow, ...]
    skim: tuple[SkimGroup, ...]
    lever: Lever
    copies: frozenset[str] = frozenset()
    rules: tuple[Proposal, ...] = ()
    divided: Mapping[str, Contested] = field(default_factory=dict)
    by_lot: tuple[Item, ...] = ()
    audit: Audit | None = None
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    signed: str = ""
    child_voice: bool = False
    pace: Pace = ESTIMATED

    @property
    def stop(self) -> str:
        """Whether people can stop reading what was accepted, in words, or what to read first."""
        return stop_told(self.audit, self.pace.statement)

    @property
    def reading_minutes(self) -> int:
        """How long people read those picked by lot, beside answering what is asked; rounded up."""
        return minutes_to_read(self.audit, self.pace.statement) if self.by_lot else 0

    @property
    def open_questions(self) -> int:
        """How many headings wait for an answer."""
        return sum(question.standing is Standing.OPEN for question in self.headings)

    @property
    def statements(self) -> int:
        """How many statements wait that no answer about a heading settles."""
        return sum(not row.headings for row in self.queue)

    @property
    def asked(self) -> str:
        """What is asked, in words: "2 questions about headings, then 1 statement", or nothing."""
        parts = []
        if self.open_questions:
            parts.append(f"{plural(self.open_questions, 'question')} about headings")
        if self.statements:
            parts.append(plural(self.statements, "statement"))
        return ", then ".join(parts)

    @property
    def in_use(self) -> int:
        """How many of the statements stay in the directory while they are asked about."""
        return sum(row.item.live for row in self.queue)

    @property
    def minutes(self) -> int:
        """How long the questions and the statements take together, rounded up."""
        return sum(doubt.minutes for doubt in self.reasons)

    @property
    def reasons(self) -> tuple[Doubt, ...]:
        """Why statements wait, worst first; the minutes add up to the whole, rounded up."""
        counts = Counter(row.doubt for row in self.queue)
        ranks = {row.doubt: _rank(row) for row in self.queue}
        found = []
        seconds = 0.0
        for words, count in sorted(counts.items(), key=lambda one: ranks[one[0]]):
            before = _minutes(seconds)
            seconds += self._seconds(words, count)
            found.append(Doubt(words, count, _minutes(seconds) - before))
        return tuple(found)

    def _seconds(self, words: str, count: int) -> float:
        if words == WAITS_FOR_HEADING:
            return self.open_questions * self.pace.heading
        return count * self.pace.statement


def _rank(row: QueueRow) -> int:
    """Return how bad its doubt is, 0 the worst; what only has its turn comes after all doubts."""
    if row.doubt in _TURNS:
        return len(Reason) + _TURNS.index(row.doubt)
    return list(Reason).index(row.item.reasons[0]) if row.item.reasons else len(Reason)


def _minutes(seconds: float) -> int:
    return ceil(seconds / 60)
