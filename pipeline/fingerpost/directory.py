"""The result: every item with its final words, labels and status, as reports and databases take it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fingerpost.decisions import Verdict
from fingerpost.documents import Revisions, count_words
from fingerpost.signing import mark
from fingerpost.strategies import Extraction
from fingerpost.suggestions import Classified, Reason
from fingerpost.taxonomy import CORE_FACETS, Facet
from fingerpost.upkeep import ReaderReport

DIGEST_SHOWN = 8
"""Characters of a digest that tell wordings apart where people may see them."""


class Status(StrEnum):
    """Where an item stands."""

    ACCEPTED = "accepted"
    APPROVED = "approved"
    REVIEW = "review"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One strategy as it would be published, and all that is known about it.

    `labels` holds the final labels by facet, primary first; `reasons` why it waits, worst first;
    `verdict` what people said of it, if anything, and `reports` what readers of the directory said
    that nobody has answered; it may be shown meanwhile.
    """

    id: str
    text: str
    status: Status
    labels: tuple[tuple[Facet, tuple[str, ...]], ...]
    reasons: tuple[Reason, ...]
    classified: Classified
    verdict: Verdict | None = None
    reports: tuple[ReaderReport, ...] = ()

    def concepts(self, facet: Facet) -> tuple[str, ...]:
        """Return the final labels of one facet, primary first."""
        return dict(self.labels).get(facet, ())

    @property
    def live(self) -> bool:
        """Whether it belongs into the directory."""
        return self.status in (Status.ACCEPTED, Status.APPROVED)

    @property
    def held_back(self) -> bool:
        """Whether a reader said what keeps it from being shown until a person has looked."""
        return any(report.kind.holds_back for report in self.reports)

    @property
    def known_until(self) -> str:
        """The date of the newest that was said of it, by people who decide or by readers."""
        decided = self.verdict.decided_on if self.verdict else ""
        return max((decided, *(report.taken_in_on for report in self.reports)))

    @property
    def by_model(self) -> bool:
        """Whether it was accepted although its headings do not settle it, within the promise."""
        return self.status is Status.ACCEPTED and bool(self.classified.reasons)

    @property
    def confidence(self) -> float | None:
        """The calibrated confidence in the first label of the deciding facet: the area, if any."""
        known = {a.facet: a.confidence for a in self.classified.assignments if a.concepts}
        return next((known[facet] for facet in Facet if facet in known), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """An item that others stand for: the parts it was parted into, or the whole that took it in."""

    item: Item
    by: tuple[str, ...]


def settled_by_path(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Group the items that were settled without a person by heading path, in order.

    Those that headings settle belong there whatever a person said of them since, so that an answer
    about one of them does not ask again about the others.
    """
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.status is Status.ACCEPTED or not item.classified.reasons:
            groups.setdefault(item.classified.strategy.heading_path, []).append(item)
    return groups


def group_digest(items: Iterable[Item]) -> str:
    """Name a group of items; the name changes when one comes, goes or is reworded in Word."""
    members = sorted(f"{i.id} {i.classified.strategy.digest[:DIGEST_SHOWN]}" for i in items)
    return hashlib.sha256("\n".join(members).encode()).hexdigest()[:DIGEST_SHOWN]


def accepted_marks(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the marks of all that stands accepted without a person, for whoever signs it off."""
    return tuple(
        mark(item.id, item.text, (item.concepts(facet) for facet in CORE_FACETS))
        for item in items
        if item.status is Status.ACCEPTED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document that was not read, in words for the person who sent it."""

    source: str
    code: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """One document that was read, and how it came out; `seconds` is of this run and for reports only."""

    source: str
    sha256: str
    title: str
    edition: str
    statements: int
    accepted: int
    waiting: int
    revisions: Revisions
    words: int
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, extraction: Extraction, items: Iterable[Item], seconds: float = 0.0
    ) -> "DocumentRecord":
        """Count what became of one document's words, and of those items that stand in it."""
        mine = [one for one in items if one.classified.strategy.source == extraction.source]
        return cls(
            source=extraction.source,
            sha256=extraction.digest,
            title=extraction.title,
            edition=extraction.edition,
            statements=len(mine),
            accepted=sum(item.live for item in mine),
            waiting=sum(item.status is Status.REVIEW for item in mine),
            revisions=extraction.revisions,
            words=sum(count_words(row.text) for row in extraction.ledger),
            seconds=seconds,
            warnings=extraction.warnings,
        )
