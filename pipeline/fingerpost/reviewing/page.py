"""What people are asked in, the same questions as one page to read and search out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from fingerpost.pages import render
from fingerpost.reviewing.labels import shown_labels
from fingerpost.reviewing.review import HeadingQuestion, QueueRow, Review, Standing
from fingerpost.reviewing.sheets import KINDS
from fingerpost.rulebook import Council
from fingerpost.taxonomy import Facet, Taxonomy

TEMPLATES = Path(__file__).parent / "templates"
"""Where this stage's pages are laid out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement that waits, with its labels as (kind, label)."""

    row: QueueRow
    labels: tuple[tuple[str, str], ...]

    @property
    def sought(self) -> str:
        """All its words, for the search box."""
        strategy = self.row.item.classified.strategy
        words = (self.row.item.text, strategy.lead_in, strategy.heading_path, self.row.why)
        return " ".join((*words, *(label for _, label in self.labels))).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements under one heading that wait for one reason."""

    heading_path: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All statements that wait for one reason."""

    doubt: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many statements it holds."""
        return sum(len(group.cards) for group in self.groups)


def review_page(review: Review, taxonomy: Taxonomy, council: Council) -> str:
    """Return the page: it reads without a script, and with one it searches and filters."""
    rows = review.queue
    return render(
        TEMPLATES,
        "review.html",
        script="review.js",
        here="review.html",
        council=council.name,
        review=review,
        questions=[q for q in review.headings if q.standing is Standing.OPEN],
        others=[q for q in review.headings if q.standing is not Standing.OPEN],
        sections=tuple(_sections(rows, taxonomy)),
        documents=sorted({row.item.classified.strategy.source for row in rows}),
        headings=sorted({row.item.classified.strategy.heading_path for row in rows}),
        state=_state,
    )


def _state(question: HeadingQuestion) -> str:
    match question.standing:
        case Standing.UNDERSTOOD:
            return "Understood, no answer needed."
        case Standing.ANSWERED:
            return f"Answered by {question.answered_by}: {question.answer}."
        case _:
            return "Nothing waits for this."


def _sections(rows: Iterable[QueueRow], taxonomy: Taxonomy) -> Iterator[Section]:
    for doubt, found in groupby(rows, key=lambda row: row.doubt):
        groups = tuple(
            Group(
                heading_path=path,
                cards=tuple(Card(row=row, labels=_labels(row, taxonomy)) for row in members),
            )
            for path, members in groupby(
                found, key=lambda row: row.item.classified.strategy.heading_path
            )
        )
        yield Section(doubt=doubt, groups=groups)


def _labels(row: QueueRow, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    return tuple(
        (KINDS[facet], label)
        for facet in Facet
        for label in shown_labels(row.item.concepts(facet), taxonomy)
    )
