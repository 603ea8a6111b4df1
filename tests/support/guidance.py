"""The bytes of a Word file in, what the product makes of it under the repository's own rules out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fingerpost.classifying import classify
from fingerpost.documents import Block, Document, StoryKind, paragraphs
from fingerpost.extracting import extract
from fingerpost.meanings import Meaning, Meanings
from fingerpost.reading import read
from fingerpost.strategies import Extraction, LedgerRow, Strategy
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import Facet

from tests.support.shipped import shipped_rules


@dataclass(frozen=True)
class Guidance:
    """One document, read and extracted; it is classified when first asked about."""

    document: Document
    extraction: Extraction
    meanings: Meanings

    @property
    def texts(self) -> list[str]:
        return [strategy.text for strategy in self.extraction.strategies]

    @property
    def told(self) -> list[str]:
        """Return `path: [lead-in] text !doubts` of each strategy, in order."""
        return [_told(strategy) for strategy in self.extraction.strategies]

    @property
    def roles(self) -> dict[str, str]:
        """Return what each block of text does, by its text."""
        return {row.text: str(row.role) for row in self.extraction.ledger}

    @property
    def kinds(self) -> dict[str, str]:
        return {row.text: str(row.kind) for row in self.extraction.ledger}

    def rows(self, text: str) -> list[LedgerRow]:
        """Return the rows in which some words stand."""
        return [row for row in self.extraction.ledger if text in row.text]

    def strategy(self, text: str) -> Strategy:
        return next(s for s in self.extraction.strategies if text in s.text)

    @cached_property
    def classified(self) -> Sequence[Classified]:
        return classify(self.extraction.strategies, shipped_rules(), self.meanings)

    def item(self, text: str) -> Classified:
        return next(item for item in self.classified if text in item.strategy.text)

    def reasons(self, text: str) -> list[str]:
        """Return why a strategy waits, nothing where it need not."""
        return [str(reason) for reason in self.item(text).reasons]

    def areas(self, text: str) -> list[str]:
        """Return the areas of need that a strategy is given, the primary one first."""
        return list(self.item(text).concepts(Facet.AREA))

    @property
    def body(self) -> tuple[Block, ...]:
        return next(s.blocks for s in self.document.stories if s.kind is StoryKind.BODY)

    @property
    def lines(self) -> list[str]:
        """Return the visible paragraphs of the body that are not empty."""
        return [line.text for line in paragraphs(self.body) if line.text.strip()]


def guidance(data: bytes, name: str = "guidance.docx", **answers: Meaning) -> Guidance:
    """Read a file; `answers` are what people said of headings, by heading key with `_` for a space."""
    known = Meanings(
        shipped_rules().headings, {key.replace("_", " "): said for key, said in answers.items()}
    )
    document = read(name, data)
    return Guidance(document, extract(document, known), known)


def _told(strategy: Strategy) -> str:
    lead = f"[{strategy.lead_in}] " if strategy.lead_in else ""
    doubts = f" !{' '.join(strategy.doubts)}" if strategy.doubts else ""
    path = f"{strategy.heading_path}: " if strategy.heads else ""
    return f"{path}{lead}{strategy.text}{doubts}"
