"""An outcome and the size of its review in, the page that tells a project manager about it out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from fingerpost.directory import Status
from fingerpost.outcome import Outcome
from fingerpost.pages import looks, looks_title, render
from fingerpost.reporting.account import EXPLAINED, PARTS, Account, accounts, totals
from fingerpost.reporting.bars import Piece, bar
from fingerpost.reporting.forecast import nothing_told
from fingerpost.reporting.people import people
from fingerpost.reporting.revisions import tracked_changes_told
from fingerpost.reporting.since import since
from fingerpost.reporting.trust import trust

TEMPLATES = Path(__file__).parent / "templates"
"""Where this stage's pages are laid out."""

MOST_LINES = 150
"""Lines of one part of a document that the page itself shows."""


class ReviewSize(Protocol):
    """What the page needs to know of a review."""

    @property
    def open_questions(self) -> int:
        """Questions about headings that wait."""

    @property
    def statements(self) -> int:
        """Statements that wait, besides those that only wait for a heading."""

    @property
    def asked(self) -> str:
        """Both, in words."""

    @property
    def minutes(self) -> int:
        """How long it takes."""

    @property
    def reading_minutes(self) -> int:
        """How long it takes besides to read those picked by lot."""

    @property
    def in_use(self) -> int:
        """How many of the statements stay in the directory meanwhile."""

    @property
    def stop(self) -> str:
        """Whether people can stop reading what was accepted, or nothing."""

    @property
    def signed(self) -> str:
        """Who signed off what is accepted, or nothing."""

    @property
    def reasons(self) -> "tuple[Doubt, ...]":
        """Why statements wait, worst first."""


class SentOut(Protocol):
    """What the page needs to know of a pack that somebody still has."""

    @property
    def whose(self) -> str:
        """Whose it is, and of which kind."""

    @property
    def since(self) -> str:
        """Since when it has been out, in words."""

    @property
    def answered(self) -> int:
        """How many of its questions were answered."""

    @property
    def left(self) -> tuple[str, ...]:
        """Those that are left."""

    @property
    def overdue(self) -> bool:
        """Whether it is time to remind."""

    @property
    def reminder(self) -> str:
        """A sentence to send."""


class Doubt(Protocol):
    """One reason to wait, and what it costs."""

    @property
    def words(self) -> str:
        """The reason, in words."""

    @property
    def count(self) -> int:
        """How many statements wait for it."""

    @property
    def minutes(self) -> int:
        """How long they take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many statements there are, by what became of them; they add up."""

    settled: int
    trusted: int
    approved: int
    waiting: int
    rejected: int

    @property
    def accepted(self) -> int:
        """Those that no person decided: settled by headings, or trusted to be right."""
        return self.settled + self.trusted

    @property
    def statements(self) -> int:
        """All of them."""
        return self.accepted + self.approved + self.waiting + self.rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """How many statements stand in no document, because people added them, and how many wait."""

    statements: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One document's account with its bar."""

    account: Account
    pieces: tuple[Piece, ...]


def summary_page(
    outcome: Outcome,
    review: ReviewSize,
    agreed: Sequence[str] = (),
    packs: Sequence[SentOut] = (),
) -> str:
    """Return the summary: what to do next, what was read, where every word went, what waits.

    `agreed` says in sentences how far reviewers agreed; `packs` are those that somebody still has.
    """
    found = accounts(outcome)
    words = totals(found)
    longest = max((account.words for account in found), default=0)
    return render(
        TEMPLATES,
        "summary.html",
        here="summary.html",
        council=outcome.rulebook.council.name,
        review=review,
        packs=packs,
        counts=counts(outcome),
        added=added(outcome),
        refusals=outcome.refusals,
        documents=outcome.documents,
        copies=outcome.copies,
        parts=PARTS,
        explained=EXPLAINED,
        pictures=[Picture(a, bar([p.words for p in a.parts], longest)) for a in found],
        whole=bar(words, sum(words)),
        totals=words,
        most_lines=MOST_LINES,
        tracked_changes_told=tracked_changes_told,
        nothing_told=nothing_told,
        since=since(outcome),
        people=people(outcome),
        agreed=agreed,
        trust=trust(outcome),
        looks=looks(outcome.second_looks, outcome.rulebook.taxonomy),
        looks_title=looks_title,
    )


def added(outcome: Outcome) -> Added:
    """Count the statements of which no document's account tells."""
    items = [item for item in outcome.items if item.classified.strategy.was_added]
    waiting = sum(item.status is Status.REVIEW for item in items)
    return Added(statements=len(items), waiting=waiting)


def counts(outcome: Outcome) -> Counts:
    """Count the statements by what became of them."""
    by_status = Counter(item.status for item in outcome.items)
    trusted = sum(item.by_model for item in outcome.items)
    return Counts(
        settled=by_status[Status.ACCEPTED] - trusted,
        trusted=trusted,
        approved=by_status[Status.APPROVED],
        waiting=by_status[Status.REVIEW],
        rejected=by_status[Status.REJECTED],
    )
