"""A document and what headings mean in, its strategies and the account of all its words out."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from fingerpost.documents import (
    Block,
    Document,
    Heading,
    StoryKind,
    TrackedChanges,
    count_letters,
    paragraphs,
)
from fingerpost.errors import DocumentRefused
from fingerpost.extracting.account import Account
from fingerpost.extracting.colours import colour_hints
from fingerpost.extracting.faint import faint_lines
from fingerpost.extracting.flow import walk
from fingerpost.extracting.joins import propose_joins
from fingerpost.extracting.scope import Scope
from fingerpost.extracting.splits import split_of
from fingerpost.extracting.stories import cautions_of, comments_of, take_beside
from fingerpost.extracting.thread import Thread
from fingerpost.extracting.wording import head_words, publishable
from fingerpost.meanings import Meanings
from fingerpost.strategies import Extraction, HeadKind, Kind, LedgerRow, Role, Strategy

_NEIGHBOURS = frozenset({Kind.LIST_ITEM, Kind.PARAGRAPH, Kind.CELL_TEXT, Kind.HEADING})


def extract(document: Document, meanings: Meanings) -> Extraction:
    """Account for every word of a document and propose its strategies, in document order.

    Raises DocumentRefused where the account does not add up.
    """
    title = _title(document)
    context = _context(document, title)
    bodies = (s.blocks for s in document.stories if s.kind is StoryKind.BODY)
    body = tuple(chain.from_iterable(bodies))
    account = Account(
        document.source,
        context,
        comments_of(document),
        cautions_of(document),
        faint_lines(body),
        flags_changes=document.revisions.policy is TrackedChanges.FLAG,
    )
    background = tuple(m for m in (meanings.of(words, HeadKind.TITLE) for words in context) if m)
    for story in document.stories:
        if story.kind is StoryKind.BODY:
            walk(Thread(account, meanings, Scope(background)), story.blocks)
        else:
            take_beside(account, story)
    strategies = _with_neighbours(_with_marks(account, body), account.rows)
    hinted = _with_hints(strategies, colour_hints(body, meanings))
    extraction = Extraction(
        source=document.source,
        digest=document.digest,
        title=title,
        edition=document.edition,
        revisions=document.revisions,
        strategies=_with_proposals(hinted),
        ledger=tuple(account.rows),
        heads=tuple(account.heads),
        warnings=document.warnings,
    )
    balance(document, extraction)
    return extraction


def balance(document: Document, extraction: Extraction) -> None:
    """Refuse a document whose ledger does not hold exactly its letters (descriptions of pictures apart)."""
    told = (row.text for row in extraction.ledger if row.kind is not Kind.ALT_TEXT)
    counted = count_letters("\n".join(told))
    if counted != document.letters:
        raise DocumentRefused(
            "words-lost",
            f"{document.source} holds {document.letters} letters and digits, but {counted} were accounted for.",
            "Send this document to whoever looks after Fingerpost; nothing of it was taken in.",
        )


def _title(document: Document) -> str:
    body = (s.blocks for s in document.stories if s.kind is StoryKind.BODY)
    lines = (line for blocks in body for line in paragraphs(blocks))
    styled = (
        head_words(line.text) for line in lines if isinstance(line, Heading) and line.level == 0
    )
    return next((words for words in styled if words), "") or publishable(document.title)


def _context(document: Document, title: str) -> tuple[str, ...]:
    path = PurePosixPath(document.source)
    words = (*path.parent.parts, path.stem, title)
    return tuple(dict.fromkeys(word for word in words if word))


def _with_marks(account: Account, body: tuple[Block, ...]) -> list[Strategy]:
    """Doubt what stands below a heading that a tracked change or a strike has touched."""
    marked = {
        line.locator: marks for line in paragraphs(body) if (marks := (*account.marks_of(line),))
    }
    if not marked:
        return account.strategies
    return [_marked(strategy, marked) for strategy in account.strategies]


def _marked(strategy: Strategy, marked: Mapping[str, tuple[str, ...]]) -> Strategy:
    above = chain.from_iterable(marked.get(head.locator, ()) for head in strategy.heads)
    return replace(strategy, doubts=tuple(dict.fromkeys((*strategy.doubts, *above))))


def _with_hints(strategies: tuple[Strategy, ...], hints: Mapping[str, str]) -> tuple[Strategy, ...]:
    """Tell each coloured strategy whose colour it has."""
    if not hints:
        return strategies
    return tuple(replace(s, hint=hints.get(s.locator, "")) for s in strategies)


def _with_neighbours(strategies: list[Strategy], rows: list[LedgerRow]) -> tuple[Strategy, ...]:
    """Give each strategy the words that stand before and after its own."""
    told = [
        row for row in rows if row.kind in _NEIGHBOURS and row.role is not Role.EMPTY_OF_MEANING
    ]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for place, row in enumerate(told):
        if row.item:
            first.setdefault(row.item, place)
            last[row.item] = place
    texts = ["", *(row.text for row in told), ""]
    return tuple(
        replace(strategy, before=texts[first[str(i)]], after=texts[last[str(i)] + 2])
        for i, strategy in enumerate(strategies)
    )


def _with_proposals(strategies: tuple[Strategy, ...]) -> tuple[Strategy, ...]:
    """Propose parts where a statement reads like several, and a whole where two read like one."""
    parts = (split_of(one.source_text, one.text) for one in strategies)
    parted = (
        replace(one, split=split) if split else one
        for one, split in zip(strategies, parts, strict=True)
    )
    return propose_joins(tuple(parted))
