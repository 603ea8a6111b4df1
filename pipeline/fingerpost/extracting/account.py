"""Paragraphs with their roles in, the growing account of a document's words and its strategies out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar

from fingerpost.documents import DROP_DOWN, PROMPT, AltText, Fate, Heading, ListItem, Paragraph
from fingerpost.extracting.asides import reason_of
from fingerpost.extracting.doubts import (
    HARD_TO_SEE,
    NOT_WHOLE,
    STRUCK_OUT,
    TRACKED_CHANGE,
    UNSAFE_LINK,
)
from fingerpost.extracting.hyperlinks import has_unsafe_link, links_of
from fingerpost.extracting.joins import continued
from fingerpost.extracting.marks import is_crossed
from fingerpost.extracting.scope import Scope
from fingerpost.extracting.wording import has_letters, has_words, one_line, publishable
from fingerpost.naming import digest_of
from fingerpost.strategies import Head, Join, Kind, LedgerRow, Link, ListPlace, Role, Strategy

_Value = TypeVar("_Value")
_UNSEEN = {Fate.DELETED: Kind.DELETED, Fate.HIDDEN: Kind.HIDDEN}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What some words do, why that is thought, and the strategies they became."""

    role: Role
    reason: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph is met: below which headings, and as what kind of block."""

    scope: Scope
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words to be published: as they stand, cleaned, what introduces them, and their place among parts.

    `parent` is the locator of the list item they stand below.
    """

    words: str
    text: str
    lead_in: str = ""
    part: int = 0
    parent: str = ""
    doubts: tuple[str, ...] = ()
    join: Join | None = None


@dataclass(slots=True)
class Account:
    """Collects rows, strategies and headings of one document in the order they are met.

    `comments` leads from the root of a comment's story to the words of its thread, `cautions` from
    that of a note or comment to the doubt that it raises; `faint` holds the places whose words
    nobody sees; `flags_changes` says whether a strategy
    that a tracked change touched is to be doubted.
    """

    source: str
    context: tuple[str, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    cautions: Mapping[str, str] = field(default_factory=dict)
    faint: frozenset[str] = frozenset()
    flags_changes: bool = True
    strategies: list[Strategy] = field(default_factory=list)
    rows: list[LedgerRow] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)

    def enter(self, paragraph: Paragraph, kind: Kind, verdict: Verdict) -> None:
        """Account for a whole paragraph in one role, its unseen parts apart."""
        self.part(paragraph, kind, verdict, paragraph.text)
        self.unseen(paragraph)

    def part(self, paragraph: Paragraph, kind: Kind, verdict: Verdict, text: str) -> None:
        """Account for some visible words of a paragraph; the caller accounts for the others."""
        if line := one_line(text):
            meant = verdict if has_words(line) else Verdict(Role.EMPTY_OF_MEANING)
            self._add(paragraph.locator, kind, meant, line)

    def unseen(self, paragraph: Paragraph) -> None:
        """Account for the deleted and hidden words of a paragraph, a row for each stretch."""
        for fate, spans in groupby(paragraph.spans, lambda span: span.fate):
            line = one_line("".join(span.text for span in spans))
            if fate is not Fate.VISIBLE and line:
                verdict = Verdict(Role.EMPTY_OF_MEANING, f"{fate} in Word")
                self._add(paragraph.locator, _UNSEEN[fate], verdict, line)

    def describe(self, alt: AltText) -> None:
        """Account for words beside the text, such as the description of a picture."""
        if line := one_line(alt.text):
            verdict = Verdict(Role.CONTEXT, reason_of(alt))
            self._add(alt.locator, Kind.ALT_TEXT, verdict, line)

    def propose(self, paragraph: Paragraph, place: Place, statement: Statement) -> None:
        """Take words of a paragraph as a candidate strategy, with their row; signs and numbers alone are none."""
        if not has_letters(statement.text):
            self.part(paragraph, place.kind, Verdict(Role.EMPTY_OF_MEANING), statement.words)
            return
        self.strategies.append(self._strategy(paragraph, place.scope, statement))
        verdict = Verdict(Role.STRATEGY, item=str(len(self.strategies) - 1))
        self.part(paragraph, place.kind, verdict, statement.words)

    def extend(self, index: int, paragraph: Paragraph, kind: Kind) -> None:
        """Join a continuation paragraph to a strategy that was proposed before it."""
        old = self.strategies[index]
        text = publishable(f"{old.text} {paragraph.text}")
        self.strategies[index] = replace(
            old,
            text=text,
            digest=digest_of(text, old.lead_in),
            source_text=f"{old.source_text}\n{paragraph.text.strip()}",
            links=_once((*old.links, *links_of(paragraph))),
            comments=_once((*old.comments, *self._comments_on(paragraph))),
            doubts=_once((*old.doubts, *self._doubts_of(paragraph))),
            join=continued(old, paragraph.locator, paragraph.text.strip()),
        )
        verdict = Verdict(Role.STRATEGY, "goes on from the item above", str(index))
        self.enter(paragraph, kind, verdict)

    def attach(self, index: int, links: tuple[Link, ...]) -> None:
        """Give a strategy the links that stand alone after it."""
        old = self.strategies[index]
        self.strategies[index] = replace(old, links=_once((*old.links, *links)))

    def _strategy(self, paragraph: Paragraph, scope: Scope, statement: Statement) -> Strategy:
        return Strategy(
            text=statement.text,
            source_text=statement.words.strip(),
            digest=digest_of(statement.text, statement.lead_in),
            lead_in=statement.lead_in,
            heads=scope.heads,
            context=self.context,
            source=self.source,
            locator=paragraph.locator,
            part=statement.part,
            join=statement.join,
            listed=_list_place(paragraph, statement.parent),
            links=_links_within(paragraph, statement),
            comments=tuple(self._comments_on(paragraph)),
            doubts=_once((*statement.doubts, *self._doubts_of(paragraph), *_doubts_above(scope))),
        )

    def marks_of(self, paragraph: Paragraph) -> Iterator[str]:
        """What pens, notes and comments make one doubt of a paragraph, and of all that it heads or leads in."""
        stories = (anchor.partition("/")[0] for anchor in paragraph.anchors)
        yield from (self.cautions[story] for story in stories if story in self.cautions)
        if self.flags_changes and _is_changed(paragraph):
            yield TRACKED_CHANGE
        struck = (span for span in paragraph.spans if span.struck and span.fate is Fate.VISIBLE)
        if any(has_words(span.text) for span in struck):
            yield STRUCK_OUT
        if paragraph.locator in self.faint:
            yield HARD_TO_SEE

    def _doubts_of(self, paragraph: Paragraph) -> Iterator[str]:
        yield from self.marks_of(paragraph)
        yield from _doubts_of(paragraph)

    def _comments_on(self, paragraph: Paragraph) -> Iterator[str]:
        stories = (anchor.partition("/")[0] for anchor in paragraph.anchors)
        found = (self.comments[story] for story in stories if story in self.comments)
        return iter(dict.fromkeys(found))

    def _add(self, locator: str, kind: Kind, verdict: Verdict, text: str) -> None:
        row = LedgerRow(
            source=self.source,
            locator=locator,
            kind=kind,
            role=verdict.role,
            item=verdict.item,
            reason=verdict.reason,
            text=text,
        )
        self.rows.append(row)


def kind_of(paragraph: Paragraph, *, in_cell: bool) -> Kind:
    """Say what a paragraph is in Word."""
    match paragraph:
        case Heading():
            return Kind.HEADING
        case ListItem():
            return Kind.LIST_ITEM
        case _:
            return Kind.CELL_TEXT if in_cell else Kind.PARAGRAPH


def is_unfilled(paragraph: Paragraph) -> bool:
    """Say whether a paragraph shows only what a content control asks for."""
    if all(span.field != PROMPT for span in paragraph.spans):
        return False
    seen = [s for s in paragraph.spans if s.fate is Fate.VISIBLE and has_words(s.text)]
    return bool(seen) and all(span.field == PROMPT for span in seen)


def _list_place(paragraph: Paragraph, parent: str) -> ListPlace | None:
    if not isinstance(paragraph, ListItem):
        return None
    stored = paragraph.level if paragraph.stored is None else paragraph.stored
    return ListPlace(paragraph.level, stored, paragraph.label, parent)


def _links_within(paragraph: Paragraph, statement: Statement) -> tuple[Link, ...]:
    links = links_of(paragraph)
    return (
        tuple(link for link in links if link.label in statement.text) if statement.part else links
    )


def _is_changed(paragraph: Paragraph) -> bool:
    if paragraph.revised or any(span.fate is Fate.DELETED for span in paragraph.spans):
        return True
    marked = (s for s in paragraph.spans if s.revised and s.fate is Fate.VISIBLE)
    return any(has_words(span.text) for span in marked)


def _doubts_of(paragraph: Paragraph) -> Iterator[str]:
    seen = [s for s in paragraph.spans if s.fate is Fate.VISIBLE and has_words(s.text)]
    hidden = any(s.fate is Fate.HIDDEN and has_words(s.text) for s in paragraph.spans)
    has_gap = any(span.field == DROP_DOWN for span in paragraph.spans)
    is_broken = hidden or has_gap or any(span.field == PROMPT for span in seen)
    if seen and (is_broken or paragraph.joined or _is_crossed(paragraph)):
        yield NOT_WHOLE
    if has_unsafe_link(paragraph):
        yield UNSAFE_LINK


def _is_crossed(paragraph: Paragraph) -> bool:
    """Say whether a cross stands before the words, as their mark or typed; without it they say the opposite."""
    label = paragraph.label if isinstance(paragraph, ListItem) else ""
    return any(map(is_crossed, (label, *paragraph.text.split("\n"))))


def _doubts_above(scope: Scope) -> tuple[str, ...]:
    return (*scope.doubts, *(("inferred-heading",) if scope.is_inferred else ()))


def _once(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
